import { type Kept, keep } from '../kept.ts';
import type { Mark } from '../mark.ts';
import { byMark } from '../order.ts';
import type { MarkedArticle } from '../sideFile/annotation.ts';
import { parseObject } from '../sideFile/json.ts';
import { openSideFile } from '../sideFile/open.ts';
import { parseSideFile, type SideFile, type SideLine } from '../sideFile/parse.ts';
import { printSideFile } from '../sideFile/print.ts';
import { FIELDS } from '../sideFile/stored.ts';
import type { Annotation, Rest } from './annotation.ts';
import { createIds } from './ids.ts';

/** What has become of imported marks. */
export interface Merging {
  /** What the side file is to say; undefined where a later version has written it. */
  readonly content: string | undefined;
  readonly added: number;
  /** Were there already, saying the same. */
  readonly known: number;
  /** Were imported before, and say something else now. */
  readonly changed: number;
  /** Were imported before and judged here since: they stay as they are. */
  readonly stayed: readonly Mark[];
}

/**
 * A side file with imported marks in it. A mark that was imported before is renewed, unless a person has judged it here
 * since; one that says what another says already is not there twice.
 */
export function importIntoSideFile(
  present: string,
  article: MarkedArticle,
  marks: readonly Annotation[],
  rest: readonly Rest[],
  by: { readonly format: string; readonly annotator: string; readonly time: string },
): Merging {
  const file = parseSideFile(present);
  if (file.newer) return { content: undefined, added: 0, known: 0, changed: 0, stayed: [] };
  const kept = new Map(openSideFile(file, article.text).map((own) => [own.mark.id, own]));
  const sayings = new Set(Array.from(kept.values(), ({ mark }) => toSaying(mark)));
  const idOf = createIds(by.format);
  const used = new Set<string>();
  const stayed: Mark[] = [];
  let [added, known, changed] = [0, 0, 0];
  for (const mark of marks) {
    const id = chooseId(mark, used, () => idOf(mark));
    const before = kept.get(id);
    const whole = toMark(mark, id, by);
    if (before ? toSaying(before.mark) === toSaying(whole) : sayings.has(toSaying(whole))) known++;
    else if (before?.mark.modified !== undefined && before.mark.modified !== whole.modified)
      stayed.push(before.mark);
    else {
      if (before) changed++;
      else added++;
      kept.set(id, keep(whole));
      sayings.add(toSaying(whole));
    }
  }
  const sorted: readonly Kept[] = [...kept.values()].sort((a, b) => byMark(a.mark, b.mark));
  const content = printSideFile(sorted, article, withRest(file, rest));
  return { content, added, known, changed, stayed };
}

function chooseId(mark: Annotation, used: Set<string>, createId: () => string): string {
  let id = mark.id ?? createId();
  while (used.has(id)) id = createId();
  used.add(id);
  return id;
}

function toMark(
  { suggested, ...mark }: Annotation,
  id: string,
  { annotator, time }: { readonly annotator: string; readonly time: string },
): Mark {
  return {
    ...mark,
    ...{ id, verdict: mark.verdict ?? 'added', annotator: mark.annotator ?? annotator },
    created: mark.created ?? time,
    // Proposed by a program: somebody has to look at it.
    ...(suggested && { unsure: true }),
  };
}

function toSaying({ start, end, kind, attributes, parts, note, verdict }: Mark): string {
  const sort = (own: object): unknown => Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([start, end, kind, sort(attributes), sort(parts), note, verdict === 'rejected']);
}

/** The side file with what is kept for formats; of a format that was imported before, the latest. */
function withRest(file: SideFile, rest: readonly Rest[]): SideFile {
  const lines = rest.map(
    (own): SideLine => ({
      kind: 'unread',
      line: JSON.stringify({ type: 'newsmark:Rest', [FIELDS.rest]: own }),
    }),
  );
  const formats = new Set(rest.map(({ format }) => format));
  const others = file.lines.filter((line) => {
    const raw = line.kind === 'unread' ? parseObject(line.line) : '';
    if (typeof raw === 'string') return true;
    const own = raw[FIELDS.rest];
    return typeof own !== 'object' || own === null || !('format' in own) || !formats.has(String(own.format));
  });
  return { ...file, lines: [...others, ...lines] };
}
