import type { Rule } from './problem.ts';

/** `unclosed-quotation`: an opening quotation mark whose quotation is never closed. */
export const findUnclosedQuotations: Rule = ({ strayMarks }) =>
  strayMarks
    .filter(({ role }) => role === 'opening')
    .map(({ start, end }) => ({
      code: 'unclosed-quotation',
      message: 'This quotation mark is opened and never closed.',
      start,
      end,
    }));
