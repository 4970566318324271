import type { Summary } from '../../server/folder/summary.ts';

/** What is remembered of an article in which there is nothing. */
export const EMPTY: Summary = {
  form: 'edited',
  words: 0,
  lineStarts: [0],
  people: [],
  ambiguous: [],
  countries: [],
  dates: [],
  quotations: [],
  problems: [],
};
