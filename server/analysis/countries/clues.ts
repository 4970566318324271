import { CAUCASUS_CODES } from '../lexicon/countryClues.ts';
import type { Place } from './candidates.ts';

/** What the whole article says about names that several states or places share. */
export interface Clues {
  /** How often each state is named, by code; seats do not count. */
  readonly counts: ReadonlyMap<string, number>;
  /** Whether `Georgia` is the state in the Caucasus here. */
  readonly isCaucasus: boolean;
  /** Whether it speaks of the state of the United States of that name. */
  readonly isUnitedStates: boolean;
  /** The state that plain `Congo` and `Congolese` mean here. */
  readonly congo: 'CD' | 'CG';
}

/** Names that are commoner words say nothing of what the article is about. */
const UNSURE = /^(?:us|poles?|finns?|roc|turkey|polish)$/u;

/** Weighs the article once; linear in its length. */
export function readClues(places: readonly Place[]): Clues {
  const counts = new Map<string, number>();
  let caucasus = 0;
  let unitedStates = 0;
  let brazzaville = 0;
  let kinshasa = 0;
  for (const { wordsOfGeorgia, candidates } of places) {
    for (const { kind, code, key } of candidates) {
      if (kind !== 'seat' && !UNSURE.test(key)) counts.set(code, (counts.get(code) ?? 0) + 1);
      if (CAUCASUS_CODES.has(code) && key !== 'georgia' && !key.startsWith('georgian')) caucasus++;
      if (key === 'georgian' || key === 'georgians') caucasus += 0.5;
      if (code === 'CG') brazzaville++;
      if (code === 'CD' && key.length > 'congolese'.length) kinshasa++;
    }
    unitedStates += wordsOfGeorgia;
  }
  return {
    counts,
    isCaucasus: caucasus > 0 && unitedStates < caucasus,
    isUnitedStates: unitedStates > caucasus,
    congo: brazzaville > kinshasa ? 'CG' : 'CD',
  };
}
