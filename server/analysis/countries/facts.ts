import table from '../lexicon/countries.json';

/** What a hover tells of a state. */
export interface CountryFacts {
  readonly code: string;
  readonly name: string;
  /** Three letters of ISO 3166-1, or what a former state had. */
  readonly alpha3: string;
  readonly capital: string;
  /** The flag as an emoji; undefined for a former state. */
  readonly flag: string | undefined;
  readonly isFormer: boolean;
}

const STATES: Readonly<Record<string, { name: string; alpha3: string; capital: string } | undefined>> =
  table.states;

/** The codes of all states, present and former. */
export const COUNTRY_CODES: readonly string[] = Object.keys(STATES);

/** The facts of a state by its code as in `Country.code`; undefined for any other string. */
export function countryFacts(code: string): CountryFacts | undefined {
  if (!Object.hasOwn(STATES, code)) return undefined;
  const state = STATES[code];
  if (!state) return undefined;
  const isFormer = code.length === 4;
  const { name, alpha3, capital } = state;
  return { code, name, alpha3, capital, flag: isFormer ? undefined : toFlag(code), isFormer };
}

/** Two regional indicators, which are drawn as a flag. */
function toFlag(code: string): string {
  return Array.from(code, (letter) => String.fromCodePoint(0x1f1e6 + letter.charCodeAt(0) - 65)).join('');
}
