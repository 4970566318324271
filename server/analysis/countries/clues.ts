import { CAUCASUS_CODES, GEORGIA_STATE_WORDS } from '../lexicon/countryClues.ts';
import type { Candidate } from './candidates.ts';
import type { Word } from './words.ts';

/** What a paragraph alone says about names that several states or places share, as counts. */
export interface Hints {
  /** Names of Georgia's neighbours and `Georgian`; words of the state of the United States. */
  readonly caucasus: number;
  readonly unitedStates: number;
  readonly brazzaville: number;
  readonly kinshasa: number;
  readonly northKorea: number;
  readonly southKorea: number;
  readonly poland: number;
  readonly finland: number;
  readonly china: number;
}

/** What the whole article says about them. */
export interface Clues {
  /** Whether `Georgia` is the state in the Caucasus here, or the state of the United States. */
  readonly isCaucasus: boolean;
  readonly isUnitedStates: boolean;
  /** The state that plain `Congo` and `Congolese` mean here. */
  readonly congo: 'CD' | 'CG';
  /** Whether the article is on Korea, so that `the North` may be a state. */
  readonly isOnKorea: boolean;
  /** Whether states are named whose people are called like commoner words: poles, finns; and `roc`. */
  readonly hasPoland: boolean;
  readonly hasFinland: boolean;
  readonly hasChina: boolean;
}

/** Names that are commoner words say nothing of what the article is about. */
const UNSURE = /^(?:us|poles?|finns?|roc|turkey|polish)$/u;

/** Counts the hints of a paragraph; undefined where it has none. */
export function readHints(words: readonly Word[], candidates: readonly Candidate[]): Hints | undefined {
  const sure = candidates.filter(({ kind, key }) => kind !== 'seat' && !UNSURE.test(key));
  const count = (...codes: readonly string[]): number =>
    sure.filter(({ code }) => codes.includes(code)).length;
  const neighbours = candidates.filter(
    ({ code, key }) => CAUCASUS_CODES.has(code) && !key.startsWith('georgia'),
  );
  const georgians = candidates.filter(({ key }) => key === 'georgian' || key === 'georgians');
  const hints: Hints = {
    caucasus: neighbours.length + georgians.length / 2,
    unitedStates: words.filter(({ key }) => GEORGIA_STATE_WORDS.has(key)).length,
    brazzaville: candidates.filter(({ code }) => code === 'CG').length,
    kinshasa: candidates.filter(({ code, key }) => code === 'CD' && !/^congo(?:lese)?$/u.test(key)).length,
    northKorea: count('KP'),
    southKorea: count('KR'),
    poland: count('PL'),
    finland: count('FI'),
    china: count('TW', 'CN'),
  };
  return Object.values(hints).some((number) => number > 0) ? hints : undefined;
}

/** Weighs the hints of all paragraphs; a paragraph without any is passed over. */
export function weighHints(places: readonly { readonly hints: Hints | undefined }[]): Clues {
  const sum = {
    caucasus: 0,
    unitedStates: 0,
    brazzaville: 0,
    kinshasa: 0,
    northKorea: 0,
    southKorea: 0,
    poland: 0,
    finland: 0,
    china: 0,
  };
  for (const { hints: own } of places) {
    if (!own) continue;
    sum.caucasus += own.caucasus;
    sum.unitedStates += own.unitedStates;
    sum.brazzaville += own.brazzaville;
    sum.kinshasa += own.kinshasa;
    sum.northKorea += own.northKorea;
    sum.southKorea += own.southKorea;
    sum.poland += own.poland;
    sum.finland += own.finland;
    sum.china += own.china;
  }
  return {
    isCaucasus: sum.caucasus > 0 && sum.unitedStates < sum.caucasus,
    isUnitedStates: sum.unitedStates > sum.caucasus,
    congo: sum.brazzaville > sum.kinshasa ? 'CG' : 'CD',
    isOnKorea: sum.northKorea > 0 && sum.northKorea + sum.southKorea > 1,
    hasPoland: sum.poland > 0,
    hasFinland: sum.finland > 0,
    hasChina: sum.china > 0,
  };
}

/** The same number for equal clues. */
export function keyOfClues(clues: Clues): number {
  const { isCaucasus, isUnitedStates, congo, isOnKorea, hasPoland, hasFinland, hasChina } = clues;
  const flags = [isCaucasus, isUnitedStates, congo === 'CG', isOnKorea, hasPoland, hasFinland, hasChina];
  return flags.reduce((key, flag) => 2 * key + Number(flag), 0);
}
