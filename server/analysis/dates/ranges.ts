import type { Found } from './found.ts';
import { isDash, type TimeText } from './words.ts';

/** Whether two expressions beside each other are the ends of one range: `1950-1953`, `from June 3 to June 7`. */
export function opensRange({ words, scraped }: TimeText, own: Found, next: Found | undefined): boolean {
  if (!next || own.meaning.kind !== 'point' || next.meaning.kind !== 'point') return false;
  const [word, lead] = [words[own.next], words[own.first - 1]?.lower];
  if (!word) return false;
  if (own.next === next.first) {
    const bareYears =
      scraped &&
      own.meaning.year !== undefined &&
      next.meaning.year !== undefined &&
      own.meaning.month === undefined;
    return isDash(word.gap) || (bareYears && word.gap === ' ' && own.meaning.year < next.meaning.year);
  }
  if (own.next + 1 !== next.first && !(own.next + 2 === next.first && words[own.next + 1]?.lower === 'the'))
    return false;
  if (word.lower === 'and') return lead === 'between';
  return (
    word.lower === 'through' ||
    word.lower === 'until' ||
    word.lower === 'till' ||
    (word.lower === 'to' && (lead === 'from' || own.meaning.year !== undefined))
  );
}
