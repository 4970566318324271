import { HOLIDAYS, type HolidayRule } from '../lexicon/holidays.ts';
import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import { type Phrase, phrasesAt, toPhraseTable } from './phraseTable.ts';
import { isClose, type TimeText, type TimeWord } from './words.ts';

/** The names of holidays. */
const TABLE = toPhraseTable(HOLIDAYS.flatMap(({ names }) => names.map((name) => [name, name] as const)));

/** The words that a holiday can begin with. */
export const HOLIDAY_OPENINGS: readonly string[] = [...TABLE.keys()];

const RULES: ReadonlyMap<string, HolidayRule> = new Map(
  HOLIDAYS.flatMap((holiday) => holiday.names.map((name) => [name, holiday.rule] as const)),
);

/** The holiday that begins at a word, by its longest name. */
export function readHoliday({ words, scraped }: TimeText, first: number): Found<Point> | undefined {
  const names = phrasesAt(TABLE, words, first);
  const opening = words[first];
  if (names.length === 0 || !opening || opening.gap === '') return undefined;
  for (const name of names) {
    const plain = !scraped && !opening.capital && opening.figure === undefined;
    if (!stands(words, first, name.words) || (plain && !isUnlikeWords(name))) continue;
    const next = first + name.words.length;
    return { first, next, meaning: { kind: 'point', holiday: name.own }, reason: 'holiday' };
  }
  return undefined;
}

/** Whether a name stands at a word; apostrophes and the full stop of `St.` may stand inside. */
function stands(words: readonly TimeWord[], first: number, name: readonly string[]): boolean {
  for (let i = 1; i < name.length; i++) {
    const word = words[first + i];
    if (word?.lower !== name[i] || !(isClose(word?.gap ?? '') || INSIDE.has(word?.gap ?? ''))) return false;
  }
  return true;
}

const INSIDE = new Set(["'", '’', '. ', '’ ', "' "]);

/** Names that no common word or phrase shares: they are holidays in small letters too. */
function isUnlikeWords({ words, own }: Phrase<string>): boolean {
  return words.length > 1 ? !LIKE_WORDS.has(own) : own.length > 5;
}

const LIKE_WORDS = new Set([
  'new year',
  'd day',
  'freedom day',
  'flag day',
  'king s day',
  'victory day',
  'leap day',
  'new year day',
]);

/** How the day of a holiday is found. */
export function holidayRule(name: string): HolidayRule | undefined {
  return RULES.get(name);
}
