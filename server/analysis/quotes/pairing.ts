import type { Span } from '../../text/span.ts';
import type { QuoteMark } from './marks.ts';

/** A stretch between two quotation marks, both included. */
export interface Quoted extends Span {
  /** How many quotations it stands in. */
  readonly depth: number;
  /** Indices into the marks of its paragraph; undefined where it runs on over the edge of the paragraph. */
  readonly opening: number | undefined;
  readonly closing: number | undefined;
}

/** The pairing of a paragraph's marks. */
export interface Pairing {
  /** In order of their beginnings, the outer before the inner. */
  readonly quoted: readonly Quoted[];
  /** Indices of the marks that open what the paragraph does not close. */
  readonly unclosed: readonly number[];
  /** Indices of the marks that close what was not opened. */
  readonly unopened: readonly number[];
}

/**
 * Pairs the marks of a paragraph; `guessEnd` says where a quotation ends whose opening mark has no partner. A mark of a family that is open already cannot open again: then one of the two is
 * lost or stray, and the earlier is given up, so that a lost mark spoils no more than the pair it belongs to.
 */
export function pairMarks(marks: readonly QuoteMark[], guessEnd: (start: number) => number): Pairing {
  const stack: number[] = [];
  const pairs: { opening: number; closing: number; depth: number }[] = [];
  const unclosed: number[] = [];
  const unopened: number[] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i] as QuoteMark;
    const open = stack.findLastIndex((k) => marks[k]?.family === mark.family);
    const closing = mark.closes && (open !== -1 || !mark.opens);
    if (closing && open !== -1) {
      if (mark.doubtful === 'always' && hasBetterClosing(marks, i)) continue;
      // What opened inside and did not close is stray: `"It is 'fine," he said.`
      unclosed.push(...stack.splice(open + 1));
      pairs.push({ opening: stack.pop() as number, closing: i, depth: stack.length });
    } else if (closing) {
      if (mark.doubtful === 'never') unopened.push(i);
    } else if (mark.opens) {
      if (open !== -1) unclosed.push(...stack.splice(open));
      stack.push(i);
    }
  }
  unclosed.push(...stack);
  const quoted: Quoted[] = pairs.map(({ opening, closing, depth }) => ({
    start: (marks[opening] as QuoteMark).start,
    end: (marks[closing] as QuoteMark).end,
    depth,
    opening,
    closing,
  }));
  unclosed.sort((a, b) => a - b);
  const last = unclosed.at(-1);
  const mark = last === undefined ? undefined : (marks[last] as QuoteMark);
  // What the last mark opens may go on in the next paragraph.
  if (mark?.family.startsWith('double') && !quoted.some(({ end }) => end > mark.start))
    quoted.push({
      start: mark.start,
      end: guessEnd(mark.start),
      depth: 0,
      opening: last,
      closing: undefined,
    });
  quoted.sort((a, b) => a.start - b.start);
  return { quoted, unclosed, unopened };
}

/** Whether the next mark of the family but doubtful ones closes too: then a doubtful one before it need not. */
function hasBetterClosing(marks: readonly QuoteMark[], index: number): boolean {
  const { family } = marks[index] as QuoteMark;
  for (let i = index + 1; i < marks.length; i++) {
    const mark = marks[i] as QuoteMark;
    if (mark.family !== family || mark.doubtful === 'always') continue;
    return mark.closes && !mark.opens;
  }
  return false;
}
