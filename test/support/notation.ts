import { byPlace, type Span } from '../../server/text/span.ts';

/**
 * One mark of a marked text: `[[person=Moon Jae-in: Moon]]`, `[[country=KR demonym: South Korean]]`,
 * `[[date=P7Y DURATION: seven years]]`, `[[quote direct #1: “…”]]`, `[[speaker=Moon Jae-in #1: he]]`,
 * `[[cue #1: said]]`, and around a mixed quote `[[clause #1: …]]`, the whole reported clause.
 */
export interface GoldMark extends Span {
  readonly kind: MarkKind;
  /** What stands behind `=`; for people and speakers the entity, which may have several words. */
  readonly value?: string;
  /** The other words of the head: form of a country, type and modifier of a date, kind of a quote. */
  readonly words: readonly string[];
  /** The numbers behind `#`, which link quotes with their speaker, cue and clause. */
  readonly numbers: readonly number[];
}

export const MARK_KINDS = ['person', 'country', 'date', 'quote', 'speaker', 'cue', 'clause'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export interface Marked {
  readonly text: string;
  /** In order of place, the longer first. */
  readonly marks: readonly GoldMark[];
  /** Offsets of the `<|>` in the text. */
  readonly cursors: readonly number[];
}

const HEAD =
  /\[\[(?<kind>[a-z]+)(?:=(?<value>(?:\\.|[^\\#:\n]|:(?! ))+))?(?<words>(?: [A-Za-z_]+)*)(?<numbers>(?: #\d+)*): /uy;

/**
 * Reads a marked text. A backslash takes the next character as it is (`\[[`). Throws an Error that names the place of
 * a mark that is unknown, not closed or not opened.
 */
export function parseMarked(source: string): Marked {
  const marks: GoldMark[] = [];
  const cursors: number[] = [];
  const open: { readonly index: number; readonly at: number }[] = [];
  let text = '';
  for (let i = 0; i < source.length; ) {
    if (source[i] === '\\' && i + 1 < source.length) {
      text += source[i + 1];
      i += 2;
    } else if (source.startsWith('<|>', i)) {
      cursors.push(text.length);
      i += 3;
    } else if (source.startsWith('[[', i)) {
      const { length, ...head } = readHead(source, i);
      open.push({ index: marks.length, at: i });
      marks.push({ ...head, start: text.length, end: -1 });
      i += length;
    } else if (source.startsWith(']]', i)) {
      const last = open.pop();
      if (last === undefined) throw new Error(`"]]" without "[[" at ${place(source, i)}`);
      marks[last.index] = { ...(marks[last.index] as GoldMark), end: text.length };
      i += 2;
    } else text += source[i++];
  }
  const unclosed = open.at(-1);
  if (unclosed) throw new Error(`"[[" never closed at ${place(source, unclosed.at)}`);
  return { text, marks, cursors };
}

function readHead(source: string, i: number): Omit<GoldMark, keyof Span> & { readonly length: number } {
  HEAD.lastIndex = i;
  const match = HEAD.exec(source);
  const kind = MARK_KINDS.find((candidate) => candidate === match?.groups?.kind);
  if (!match?.groups || !kind) throw new Error(`no mark begins like this: ${place(source, i)}`);
  const { value: head, words: rest = '', numbers = '' } = match.groups;
  // A name may have several words; behind every other value come words of their own.
  const [value, ...behind] = head === undefined ? [] : isNamed(kind) ? [head] : head.split(' ');
  return {
    kind,
    ...(value !== undefined && { value: value.replace(/\\(.)/gu, '$1') }),
    words: [...behind, ...splitWords(rest)],
    numbers: splitWords(numbers).map((number) => Number(number.slice(1))),
    length: match[0].length,
  };
}

function isNamed(kind: MarkKind): boolean {
  return kind === 'person' || kind === 'speaker';
}

function splitWords(words: string): string[] {
  return words.split(' ').filter((word) => word !== '');
}

function place(source: string, i: number): string {
  const line = source.slice(0, i).split('\n').length;
  return `line ${line}: ${source.slice(i, i + 40).replace(/\n/gu, '⏎')}`;
}

/** Writes a marked text that `parseMarked` reads back. Marks that cross another are told in lines at the end. */
export function printMarked(text: string, marks: readonly GoldMark[]): string {
  const { nested, crossing } = nest(marks);
  const open: GoldMark[] = [];
  let source = '';
  let next = 0;
  for (let i = 0; i <= text.length; i++) {
    while (open.at(-1)?.end === i) {
      source += ']]';
      open.pop();
    }
    for (let mark = nested[next]; mark?.start === i; mark = nested[++next]) {
      source += `[[${printHead(mark)}: `;
      open.push(mark);
    }
    if (i < text.length) source += guard(text, i, open.at(-1)?.end === i + 1, nested[next]?.start === i + 1);
  }
  const lines = crossing.map(
    (mark) => `\n[[${printHead(mark)}: ${text.slice(mark.start, mark.end)}]] (crossing)`,
  );
  return source + lines.join('');
}

function printHead(mark: GoldMark): string {
  const value = mark.value === undefined ? '' : `=${mark.value.replace(/[\\#:]/gu, '\\$&')}`;
  const numbers = mark.numbers.map((number) => `#${number}`);
  return [`${mark.kind}${value}`, ...mark.words, ...numbers].join(' ');
}

/** Sorts out the marks that begin inside another one and end outside of it. */
function nest(marks: readonly GoldMark[]): { readonly nested: GoldMark[]; readonly crossing: GoldMark[] } {
  const nested: GoldMark[] = [];
  const crossing: GoldMark[] = [];
  const open: GoldMark[] = [];
  for (const mark of [...marks].sort(byPlace)) {
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= mark.start) open.pop();
    if (mark.end <= mark.start || (open.at(-1)?.end ?? mark.end) < mark.end) crossing.push(mark);
    else {
      nested.push(mark);
      open.push(mark);
    }
  }
  return { nested, crossing };
}

/** Brackets are escaped only where they would be read as a mark's. */
function guard(text: string, i: number, closes: boolean, opens: boolean): string {
  const unit = text[i] as string;
  if (unit === '\\' || text.startsWith('<|>', i)) return `\\${unit}`;
  if (unit === '[' && (opens || text[i + 1] === '[' || text[i - 1] === '[')) return '\\[';
  if (unit === ']' && (closes || text[i + 1] === ']' || text[i - 1] === ']')) return '\\]';
  return unit;
}

/** Whether two marks have the same kind and span. */
export function isLike(mark: GoldMark): (other: GoldMark) => boolean {
  return (other) => other.kind === mark.kind && other.start === mark.start && other.end === mark.end;
}
