import type { Found } from './found.ts';
import type { TimeText, TimeWord } from './words.ts';

/** Words that make a newspaper, a broadcast or an event of the word of time before them. */
const AFTER_NAME = new Set(
  'times telegraph mirror mail express herald tribune star post newspaper newspapers paper tabloid island islands offensive'.split(
    ' ',
  ),
);

/** Words that make a name of the word of time after them. */
const BEFORE_NAME = new Set(['super', 'bloody', 'usa']);

/** Whether an expression is part of a proper name: the Sunday Times, Super Tuesday, Back to the Future. */
export function isPartOfName({ words, scraped }: TimeText, found: Found): boolean {
  const head = words[found.next - 1] as TimeWord;
  const opening = words[found.first] as TimeWord;
  const after = words[found.next];
  const before = words[found.first - 1];
  if (before && opening.gap === ' ' && BEFORE_NAME.has(before.lower)) return true;
  const named =
    after?.gap === ' ' &&
    AFTER_NAME.has(after.lower) &&
    (scraped || after.capital || after.lower === 'newspaper');
  const holiday = found.meaning.kind === 'point' && found.meaning.holiday !== undefined;
  if (named && (holiday || found.next - found.first === 1) && !isFigured(opening)) return true;
  return (
    !scraped && head.capital && head.gap === ' ' && found.next > 1 && isCommonWord(found) && isTitleCase(head)
  );
}

/** Expressions of common words, which a writer does not begin with a capital inside a sentence. */
function isCommonWord({ meaning, reason, first, next }: Found): boolean {
  if (reason !== 'words of time') return false;
  switch (meaning.kind) {
    case 'reference':
      return next - first > 1;
    case 'frequency':
      return next - first > 1 && !meaning.value.includes('WXX');
    case 'measure':
      return true;
    case 'point':
      return (
        meaning.clock === undefined &&
        meaning.weekday === undefined &&
        meaning.month === undefined &&
        meaning.season === undefined &&
        meaning.holiday === undefined
      );
  }
}

/** One capital, the rest small: words all in capitals are a headline's. */
function isTitleCase(word: TimeWord): boolean {
  return word.end - word.start > 1;
}

function isFigured(word: TimeWord): boolean {
  return word.figure !== undefined;
}
