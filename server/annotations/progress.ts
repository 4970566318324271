import { isUnsettled, type Kept } from './kept.ts';
import type { Verdict } from './mark.ts';

/** How far an article or a folder is annotated. */
export interface Progress {
  readonly state: 'new' | 'in progress' | 'done';
  /** Suggestions that nobody has judged. */
  readonly left: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly unsure: number;
  /** Marks whose place or words need a look. */
  readonly unsettled: number;
}

/** The progress of one article: done when nothing is left to judge and every mark is sure of its place. */
export function countProgress(left: number, kept: readonly Kept[]): Progress {
  const verdicts = { accepted: 0, rejected: 0, corrected: 0, added: 0 };
  let unsure = 0;
  let unsettled = 0;
  for (const { mark, anchor, parts } of kept) {
    verdicts[mark.verdict]++;
    if (mark.unsure) unsure++;
    if (isUnsettled(mark, anchor) || Object.values(parts).some((part) => isUnsettled(mark, part)))
      unsettled++;
  }
  return { ...{ left, verdicts, unsure, unsettled }, state: stateOf(left + unsettled, kept.length) };
}

/** The progress of several articles together: done when all are, new when all are. */
export function sumProgress(all: readonly Progress[]): Progress {
  const sum = (count: (progress: Progress) => number): number =>
    all.reduce((total, progress) => total + count(progress), 0);
  const verdicts = {
    accepted: sum(({ verdicts }) => verdicts.accepted),
    rejected: sum(({ verdicts }) => verdicts.rejected),
    corrected: sum(({ verdicts }) => verdicts.corrected),
    added: sum(({ verdicts }) => verdicts.added),
  };
  const [left, unsure, unsettled] = [
    sum((progress) => progress.left),
    sum((progress) => progress.unsure),
    sum((progress) => progress.unsettled),
  ];
  const marks = verdicts.accepted + verdicts.rejected + verdicts.corrected + verdicts.added;
  return { ...{ left, verdicts, unsure, unsettled }, state: stateOf(left + unsettled, marks) };
}

function stateOf(open: number, marks: number): Progress['state'] {
  if (open === 0) return 'done';
  return marks === 0 ? 'new' : 'in progress';
}
