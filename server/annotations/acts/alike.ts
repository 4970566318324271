import { slice } from '../../text/span.ts';
import type { Suggestion } from '../suggestions.ts';

/**
 * Whether two suggestions are judged alike: they name the same person or country, have the same words for a time, or are
 * quotes of one kind by one speaker. What has no value is like what has the same words.
 */
export function isAlike(text: string, one: Suggestion, other: Suggestion): boolean {
  if (one.kind !== other.kind) return false;
  const sameWords = slice(text, one).toLowerCase() === slice(text, other).toLowerCase();
  switch (one.kind) {
    case 'person':
      return one.attributes.entity === undefined ? sameWords : same(one, other, ['entity']);
    case 'country':
      return one.attributes.code === undefined ? sameWords : same(one, other, ['code', 'form']);
    case 'quote':
      return same(one, other, ['quotation', 'entity']);
    default:
      return sameWords;
  }
}

function same(one: Suggestion, other: Suggestion, keys: readonly string[]): boolean {
  return keys.every((key) => one.attributes[key] === other.attributes[key]);
}
