import type { Quotation } from '../../analysis/types.ts';
import { groupBy } from '../group.ts';
import { inOr, speakerName } from '../mentions.ts';
import type { Rule } from './problem.ts';

/** `quotation-without-speaker`: a direct quotation that nobody is said to have said; once for each saying. */
export const findMissingSpeakers: Rule = (article) => {
  const sayings = [...groupBy(article.quotations, ({ group }) => group).values()];
  return sayings
    .filter((saying) => saying.every(({ kind, speaker }) => kind === 'direct' && speaker === undefined))
    .map((saying) => {
      const { start, end, candidates } = saying[0] as Quotation;
      const names = [...new Set(candidates.map((candidate) => speakerName(article, candidate)))];
      const message =
        names.length === 0
          ? 'The text does not say who said this.'
          : `It is not clear who said this: perhaps ${inOr(names)}.`;
      const related = candidates.map((span) => ({
        start: span.start,
        end: span.end,
        message: 'May have said it',
      }));
      return { code: 'quotation-without-speaker', message, start, end, related };
    });
};
