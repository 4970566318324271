import type { Rule } from './problem.ts';

/** `no-publication-date`: dates stay open because nobody knows when the article came out; once, at the first of them. */
export const findMissingPublication: Rule = ({ publication, dates, text }) => {
  if (publication) return [];
  const open = dates.filter(
    ({ derivation }) => derivation.kind === 'open' && derivation.missing === 'publication date',
  );
  const first = open[0];
  if (!first) return [];
  const others = open.length === 1 ? '' : ` and ${open.length - 1} more`;
  return [
    {
      code: 'no-publication-date',
      message: `The publication date is not known, so “${text.slice(first.start, first.end)}”${others} cannot be read as calendar dates.`,
      start: first.start,
      end: first.end,
    },
  ];
};
