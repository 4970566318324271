import { ACTING_VERBS, ADVERBS, AUXILIARIES, MODALS } from './metonymContexts.ts';

/** What may follow `the North` where it is a state: a verb, a possessive, a word that begins another phrase. */
export const AFTER_SHORT_FORM: ReadonlySet<string> = new Set([
  ...ACTING_VERBS,
  ...ADVERBS,
  ...AUXILIARIES,
  ...MODALS,
  ...'s and or but that which who if when while as since until after before because in on at by with from for to through over under about during amid including without into against than though although unless where regime leader leaders government nuclear missile missiles military army a an the its their his her he she it they we i'.split(
    ' ',
  ),
]);
