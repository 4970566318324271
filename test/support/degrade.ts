import { degradeText, moveSpan } from '../../server/text/degrade.ts';
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
