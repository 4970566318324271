import { groupBy } from '../../text/group.ts';
import type { AnnotatedText, Annotation, Loss, TextFile } from './annotation.ts';
import { stemOf } from './fileNames.ts';
import { EVERYTHING, type Format, type Held } from './format.ts';
import { importFiles } from './importFiles.ts';
import { fromLabel, toLabel } from './labels.ts';
import { checkSpan } from './places.ts';

/** The files of an article in a format with what they do not hold, or why there are none. */
export type Exported =
  | { readonly kind: 'written'; readonly files: readonly TextFile[]; readonly losses: readonly Loss[] }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Writes an article in a format and reads it back: where a mark is not found again on the same words, saying the same
 * but for what the losses name, nothing is written. Cannot fail.
 */
export function exportText(format: Format, article: AnnotatedText): Exported {
  const { text, name } = article;
  for (const mark of article.marks)
    for (const span of [mark, ...Object.values(mark.parts)]) {
      const placed = checkSpan(text, span);
      if (typeof placed === 'string') return refuse(`${nameMark(text, mark)}: ${placed}`);
    }
  const fitted = fitMarks(format, article);
  const written = format.write({ ...article, marks: fitted.marks, rest: fitted.rest });
  const broken = written.files.find(({ content }) => LONE.test(content));
  if (broken) return refuse(`${broken.name} would hold half a character, which no file can`);
  const read = importFiles(format, written.files, (asked) =>
    asked === name || asked === stemOf(name) ? text : undefined,
  );
  if (read.kind === 'refused')
    return refuse(`${read.file}, line ${read.line}, cannot be read back: ${read.reason}`);
  const [again, ...others] = read.articles;
  const expected = applyLosses(fitted.marks, written.losses);
  // A table without rows says nothing of the article it is about.
  const isMissing = again === undefined && expected.length > 0;
  if (isMissing || others.length > 0) return refuse('it is not read back as one article');
  if (again && again.text !== text) return refuse('its text is not read back as it is');
  const difference = findDifference(format, expected, again?.marks ?? []);
  if (difference) return refuse(`${nameMark(text, difference)}: it is not read back as it is`);
  const originals = new Map(fitted.marks.map((mark, i) => [mark, fitted.originals[i]]));
  const losses = written.losses.map((loss): Loss => {
    const mark = loss.mark && originals.get(loss.mark);
    return { ...loss, ...(mark && { mark }) };
  });
  return { kind: 'written', files: written.files, losses: [...fitted.losses, ...losses] };
}

const LONE = /\p{Surrogate}/u;

function refuse(reason: string): Exported {
  return { kind: 'refused', reason };
}

/** The mark in words: its kind, place and the first of its words. */
export function nameMark(text: string, { kind, start, end }: Annotation): string {
  const words = text.slice(start, end).replace(/\s+/gu, ' ');
  return `${kind} ${start}–${end} “${words.length <= 40 ? words : `${words.slice(0, 39)}…`}”`;
}

/** The marks with only those fields that the format has a place for, and the others as losses. */
function fitMarks(
  format: Format,
  { marks, rest }: AnnotatedText,
): Pick<AnnotatedText, 'marks' | 'rest'> & {
  readonly losses: readonly Loss[];
  /** What each of the marks was before. */
  readonly originals: readonly Annotation[];
} {
  const losses: Loss[] = [];
  const originals: Annotation[] = [];
  const lost = EVERYTHING.filter((field) => !format.holds.includes(field));
  const fitted = marks.flatMap((mark): readonly Annotation[] => {
    if (mark.verdict === 'rejected' && lost.includes('verdict')) {
      losses.push({ mark, field: 'mark', reason: 'rejected, and the format has no place to say so' });
      return [];
    }
    for (const field of lost)
      for (const own of fieldsOf(mark, field)) losses.push({ mark, field: own, reason: NO_PLACE });
    const kind = format.hasLabels ? fromLabel(toLabel(mark.kind)) : mark.kind;
    if (kind !== mark.kind)
      losses.push({ mark, field: 'kind', reason: `the format writes it as it writes “${kind}”` });
    originals.push(mark);
    return [{ ...dropFields(mark, lost), kind }];
  });
  for (const { format: other } of rest)
    if (other !== format.name)
      losses.push({ field: 'rest', reason: `only ${other} has a place for what was kept of it` });
  return { marks: fitted, losses, originals, rest: rest.filter((own) => own.format === format.name) };
}

const NO_PLACE = 'the format has no place for it';

function fieldsOf(mark: Annotation, field: Held): readonly string[] {
  if (field === 'attributes' || field === 'parts')
    return Object.keys(mark[field]).map((key) => `${field}.${key}`);
  return mark[field] === undefined ? [] : [field];
}

function dropFields(mark: Annotation, fields: readonly Held[]): Annotation {
  const others = Object.entries(mark).filter(([key]) => !fields.some((field) => field === key));
  return {
    start: mark.start,
    end: mark.end,
    kind: mark.kind,
    attributes: {},
    parts: {},
    ...Object.fromEntries(others),
  };
}

/** What is left of marks when what is named lost is taken out. */
export function applyLosses(marks: readonly Annotation[], losses: readonly Loss[]): readonly Annotation[] {
  const byMark = groupBy(losses, ({ mark }) => mark);
  return marks.flatMap((mark) => {
    const fields = (byMark.get(mark) ?? []).map(({ field }) => field);
    if (fields.includes('mark')) return [];
    return fields.length === 0 ? [mark] : [fields.reduce(dropField, mark)];
  });
}

function dropField(mark: Annotation, field: string): Annotation {
  const without = (own: 'attributes' | 'parts'): Annotation => ({
    ...mark,
    [own]: Object.fromEntries(
      Object.entries(mark[own]).filter(([key]) => field !== own && field !== `${own}.${key}`),
    ),
  });
  if (field.startsWith('attributes')) return without('attributes');
  if (field.startsWith('parts')) return without('parts');
  return Object.fromEntries(Object.entries(mark).filter(([key]) => key !== field)) as unknown as Annotation;
}

/** A mark that only one of two lists has, in whatever order they are; what the format does not hold is not compared. */
function findDifference(
  format: Format,
  a: readonly Annotation[],
  b: readonly Annotation[],
): Annotation | undefined {
  const fields = ['start', 'end', 'kind', 'attributes', 'parts', ...format.holds] as const;
  const sayingOf = (mark: Annotation): string =>
    JSON.stringify(fields.map((field) => sorted(mark[field as keyof Annotation])));
  const counts = new Map<string, number>();
  for (const mark of a) counts.set(sayingOf(mark), (counts.get(sayingOf(mark)) ?? 0) + 1);
  for (const mark of b) {
    const left = counts.get(sayingOf(mark)) ?? 0;
    if (left === 0) return mark;
    counts.set(sayingOf(mark), left - 1);
  }
  return a.find((mark) => (counts.get(sayingOf(mark)) ?? 0) > 0);
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, own]) => [key, sorted(own)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}
