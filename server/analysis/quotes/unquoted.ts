import type { Range } from './cues.ts';
import { CLASS } from './wordClasses.ts';
import type { Words } from './words.ts';

/**
 * What of a reported clause stands before the one that a quotation is part of: of `the tunnel is shut and the road will
 * open “soon”` the first clause. Undefined where the quotation belongs to the only one.
 */
export function findUnquoted(words: Words, { first }: Range, quoted: number): Range | undefined {
  for (let i = quoted - 1; i > first; i--) {
    if (words.inside[i] !== 0) return undefined;
    if (words.classes[i] !== CLASS.and || !hasVerb(words, i + 2, quoted)) continue;
    return hasVerb(words, first + 1, i) ? { first, last: i } : undefined;
  }
  return undefined;
}

function hasVerb({ classes }: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (classes[i] === CLASS.auxiliary || classes[i] === CLASS.past) return true;
  return false;
}
