import type { Span } from '../../server/text/span.ts';
import { type GoldMark, isLike, type Marked } from './notation.ts';

/** The scraped form of a marked text: lower case, one space for each run of other characters; the marks move with it. */
export function degradeMarked({ text, marks, cursors }: Marked): Marked {
  const degraded = degradeText(text);
  const moved = marks.flatMap((mark) => {
    const clause = mark.kind === 'quote' && mark.words[0] === 'mixed' ? clauseOf(mark, marks) : mark;
    const span = mark.kind === 'clause' ? undefined : moveSpan(degraded, clause);
    return span ? [{ ...mark, ...span }] : [];
  });
  return {
    text: degraded.text,
    // Several quoted pieces of one clause have become one quote.
    marks: moved.filter((mark, i) => mark.kind !== 'quote' || i === moved.findIndex(isLike(mark))),
    cursors: cursors.map((cursor) => degraded.source.filter((offset) => offset < cursor).length),
  };
}

export interface Degraded {
  readonly text: string;
  /** For each code unit of the text the offset it comes from. */
  readonly source: readonly number[];
}

/** The scraped form of a text. */
export function degradeText(text: string): Degraded {
  const source: number[] = [];
  let degraded = '';
  let gap = false;
  for (let i = 0; i < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(i) as number);
    if (/[\p{L}\p{N}]/u.test(character)) {
      if (gap && degraded !== '') {
        degraded += ' ';
        source.push(i - 1);
      }
      gap = false;
      const lower = character.toLowerCase();
      for (let unit = 0; unit < lower.length; unit++) source.push(i);
      degraded += lower;
    } else gap = true;
    i += character.length;
  }
  return { text: degraded, source };
}

/** The span of what is left of a span, without spaces at its ends; undefined where nothing is left. */
export function moveSpan({ text, source }: Degraded, span: Span): Span | undefined {
  let start = source.findIndex((offset, i) => span.start <= offset && text[i] !== ' ');
  let end = source.findLastIndex((offset, i) => offset < span.end && text[i] !== ' ') + 1;
  if (start === -1) start = text.length;
  end = Math.max(end, 0);
  return start < end ? { start, end } : undefined;
}

/** Without quotation marks a quoted part can no longer be told from the clause it stands in. */
function clauseOf(mark: GoldMark, marks: readonly GoldMark[]): Span {
  const clause = marks.find(
    (candidate) =>
      candidate.kind === 'clause' &&
      candidate.start <= mark.start &&
      mark.end <= candidate.end &&
      candidate.numbers.some((number) => mark.numbers.includes(number)),
  );
  return clause ?? mark;
}
