import { isUnsettled, type Kept } from '../kept.ts';
import type { MarkedArticle } from '../sideFile/annotation.ts';
import { isObject, type JsonObject, parseObject } from '../sideFile/json.ts';
import { openSideFile } from '../sideFile/open.ts';
import { parseSideFile, type SideFile } from '../sideFile/parse.ts';
import { FIELDS } from '../sideFile/stored.ts';
import type { AnnotatedText, Annotation, Loss, Rest } from './annotation.ts';

/** A side file by the annotator whose layer it is. */
export interface SideLayer {
  readonly annotator: string;
  readonly content: string;
}

/** The marks of layers, but for those whose place or words a person has to look at: these are told. */
export function gatherMarks(
  { name, text }: MarkedArticle,
  layers: readonly SideLayer[],
): { readonly article: AnnotatedText; readonly losses: readonly Loss[] } {
  const losses: Loss[] = [];
  const rest: Rest[] = [];
  const marks = layers.flatMap(({ annotator, content }) => {
    const file = parseSideFile(content);
    rest.push(...listRest(file));
    return openSideFile(file, text).flatMap((kept) => toAnnotation(kept, annotator, losses));
  });
  return { article: { name, text, marks, rest }, losses };
}

function toAnnotation(
  { mark, anchor, parts }: Kept,
  annotator: string,
  losses: Loss[],
): readonly Annotation[] {
  const { annotator: own, note, created, ...others } = mark;
  const who = own === '' ? annotator : own;
  const sure = Object.entries(mark.parts).filter(([role]) => !parts[role] || !isUnsettled({}, parts[role]));
  const annotation = {
    ...{ ...others, parts: Object.fromEntries(sure) },
    ...(who !== '' && { annotator: who }),
    ...(created !== '' && { created }),
    ...(note !== undefined && note !== '' && { note }),
  };
  if (isUnsettled({}, anchor)) {
    losses.push({
      mark: annotation,
      field: 'mark',
      reason: `its words are ${anchor.state} since it was made; settle it first`,
    });
    return [];
  }
  for (const role of Object.keys(mark.parts))
    if (!(role in annotation.parts))
      losses.push({
        mark: annotation,
        field: `parts.${role}`,
        reason: 'its words have changed since; settle it first',
      });
  return [annotation];
}

/** What was kept of the files of other tools. */
export function listRest({ lines }: SideFile): readonly Rest[] {
  return lines.flatMap((line) => {
    const raw = line.kind === 'unread' ? parseObject(line.line) : '';
    const rest = typeof raw === 'string' ? undefined : raw[FIELDS.rest];
    return isObject(rest) ? readRest(rest) : [];
  });
}

function readRest({ format, lines, fields, marks }: JsonObject): readonly Rest[] {
  if (typeof format !== 'string') return [];
  const ofMarks = isObject(marks)
    ? Object.entries(marks).filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
    : [];
  return [
    {
      format,
      ...(Array.isArray(lines) && { lines: lines.filter((line) => typeof line === 'string') }),
      ...(isObject(fields) && { fields }),
      ...(isObject(marks) && { marks: Object.fromEntries(ofMarks) }),
    },
  ];
}
