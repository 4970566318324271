import type { Quotation } from '../../analysis/types.ts';
import { groupBy } from '../../text/group.ts';
import { inOr, speakerName } from '../mentions.ts';
import type { Rule } from './problem.ts';

/** `quotation-without-speaker`: a direct quotation that nobody is said to have said; once for each saying. */
export const findMissingSpeakers: Rule = (article) => {
  // Most quotations have a speaker: only the others are looked at by their sayings.
  const alone = article.quotations.filter(({ speaker }) => speaker === undefined);
  if (alone.length === 0) return [];
  const spoken = new Set<number>();
  for (const { speaker, kind, group } of article.quotations)
    if (speaker !== undefined || kind !== 'direct') spoken.add(group);
  return [...groupBy(alone, ({ group }) => group)]
    .filter(([group]) => !spoken.has(group))
    .map(([, saying]) => {
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
