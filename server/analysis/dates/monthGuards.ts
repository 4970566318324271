import { DOUBTFUL_MONTHS } from '../lexicon/timeWords.ts';
import type { TimeText, TimeWord } from './words.ts';

/** Words after which `may`, `march` and the like are months. */
const BEFORE_MONTH = new Set(
  'in since until till by last next this during early late mid through throughout from between of before after past coming previous following every each later around'.split(
    ' ',
  ),
);

/** Words after which even these are the common word or a name. */
const BEFORE_NAME = new Set(
  'mr mrs ms miss dr theresa she he they it we you i who which that there prime president'.split(' '),
);

/** Whether the name of a month without day or year names the month, not a word or a person. */
export function isMonthName({ words, scraped }: TimeText, index: number): boolean {
  const word = words[index] as TimeWord;
  const before = words[index - 1];
  const after = words[index + 1];
  if (before && BEFORE_NAME.has(before.lower) && (word.gap === ' ' || word.gap === '. '))
    return before.lower === 'that' && word.capital;
  if (word.lower === 'august')
    return before?.lower !== 'an' && before?.lower !== 'the' && (scraped || word.capital || isCue(before));
  if (!DOUBTFUL_MONTHS.has(word.lower)) return true;
  if (word.lower.length === 3 && word.lower !== 'may') return isAbbreviation(word, before);
  if (word.lower === 'sept') return true;
  if (!scraped && !word.capital) return false;
  if (word.lower === 'march') return isMarch(word, before, after, scraped);
  return isMay(word, before, after, scraped);
}

function isMarch(
  word: TimeWord,
  before: TimeWord | undefined,
  after: TimeWord | undefined,
  scraped: boolean,
): boolean {
  if (after && word.after === ' ' && MARCHING.has(after.lower) && !isCue(before)) return false;
  if (!isCue(before))
    return (
      !scraped &&
      word.capital &&
      before !== undefined &&
      !/[.!?"“”] /u.test(word.gap) &&
      isPlainBefore(before)
    );
  if (before?.lower === 'this' || before?.lower === 'of' || before?.lower === 'each')
    return !scraped || before.lower !== 'this';
  return true;
}

function isMay(
  word: TimeWord,
  before: TimeWord | undefined,
  after: TimeWord | undefined,
  scraped: boolean,
): boolean {
  if (!scraped) {
    if (isCue(before)) return true;
    if (before === undefined || /[.!?"“”] ?["“”]?$/u.test(word.gap)) return false;
    return isPlainBefore(before) && !before.capital;
  }
  if (!isCue(before)) return false;
  if (after && VERBS.has(after.lower)) return false;
  return before?.lower !== 'this' && before?.lower !== 'those';
}

/** A month in lower-case prose between a word in small letters and one that is no name. */
function isPlainBefore(before: TimeWord): boolean {
  return !before.capital && before.lower !== 'the' && before.lower !== 'a' && before.lower !== 's';
}

function isCue(before: TimeWord | undefined): boolean {
  return before !== undefined && BEFORE_MONTH.has(before.lower);
}

function isAbbreviation(word: TimeWord, before: TimeWord | undefined): boolean {
  return word.capital && word.after.startsWith('.') && isCue(before);
}

const MARCHING = new Set('for on to through toward towards in against of at past'.split(' '));
const VERBS = new Set(
  'be have not also well still never now even just only need want come go take make lead face get see become help cause seem result prove use lose find include continue'.split(
    ' ',
  ),
);
