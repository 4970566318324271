import { HOLIDAYS, type HolidayRule } from '../lexicon/holidays.ts';
import type { Found } from './found.ts';
import type { Point } from './meaning.ts';
import { isClose, type TimeText } from './words.ts';

interface Name {
  readonly words: readonly string[];
  readonly name: string;
}

/** The names of holidays by their first word, the longest first. */
const BY_FIRST_WORD: ReadonlyMap<string, readonly Name[]> = groupNames();

/** The words that a holiday can begin with. */
export const HOLIDAY_OPENINGS: readonly string[] = [...BY_FIRST_WORD.keys()];

const RULES: ReadonlyMap<string, HolidayRule> = new Map(
  HOLIDAYS.flatMap((holiday) => holiday.names.map((name) => [name, holiday.rule] as const)),
);

/** The holiday that begins at a word, by its longest name. */
export function readHoliday({ words, scraped }: TimeText, first: number): Found<Point> | undefined {
  const names = BY_FIRST_WORD.get(words[first]?.lower ?? '');
  const opening = words[first];
  if (!names || !opening || opening.gap === '') return undefined;
  for (const name of names) {
    const fits = name.words.every((word, index) => {
      const own = words[first + index];
      return (
        own?.lower === word &&
        (index === 0 ||
          isClose(own.gap) ||
          own.gap === "'" ||
          own.gap === '’' ||
          own.gap === '. ' ||
          own.gap === '’ ' ||
          own.gap === "' ")
      );
    });
    if (!fits || (!scraped && !opening.capital && opening.figure === undefined && !isUnlikeWords(name)))
      continue;
    const next = first + name.words.length;
    return { first, next, meaning: { kind: 'point', holiday: name.name }, reason: 'holiday' };
  }
  return undefined;
}

/** Names that no common word or phrase shares: they are holidays in small letters too. */
function isUnlikeWords({ words, name }: Name): boolean {
  return words.length > 1 ? !LIKE_WORDS.has(name) : name.length > 5;
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

function groupNames(): ReadonlyMap<string, readonly Name[]> {
  const groups = new Map<string, Name[]>();
  for (const holiday of HOLIDAYS)
    for (const name of holiday.names) {
      const words = name.split(' ');
      const group = groups.get(words[0] as string) ?? [];
      group.push({ words, name });
      groups.set(words[0] as string, group);
    }
  for (const group of groups.values()) group.sort((a, b) => b.words.length - a.words.length);
  return groups;
}
