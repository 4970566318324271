import type { Span } from '../../text/span.ts';
import { NAME_KINDS } from '../tagger/nameLabels.ts';
import { CLASS } from './wordClasses.ts';
import type { Words } from './words.ts';

/** No more sentences are looked at than this. */
const REACH = 4;

/**
 * Whom a pronoun of edited text most likely stands for as far as its paragraph tells: who is named first in its
 * sentence, or else in one before, but not behind a preposition and not within a quotation. Offset of the name in the
 * paragraph, undefined where there is none.
 */
export function findSubject(words: Words, pronoun: number): number | undefined {
  if (words.scraped) return undefined;
  let last = pronoun;
  for (let n = 0; n < REACH && last > 0; n++) {
    const first = words.firsts[last - 1] as number;
    for (let i = first; i < last; i++) {
      if (words.inside[i] !== 0) continue;
      // The same one as in the sentence before.
      if (words.lower[i] === 'he' || words.lower[i] === 'she') break;
      if (isNamed(words, i)) return (words.spans[i] as Span).start;
    }
    last = first;
  }
  return undefined;
}

function isNamed({ names, classes }: Words, index: number): boolean {
  const label = names[index] as number;
  if (label % 2 === 0 || NAME_KINDS[(label - 1) >> 1] !== 'PERSON') return false;
  const before = index === 0 ? undefined : classes[index - 1];
  return before !== CLASS.preposition && before !== CLASS.of;
}
