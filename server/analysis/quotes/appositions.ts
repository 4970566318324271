import { NAME_KINDS } from '../tagger/nameLabels.ts';
import { guessedSentence, LIKELY } from './boundaries.ts';
import type { Range } from './cues.ts';
import { CLASS } from './wordClasses.ts';
import { GAP, type Words } from './words.ts';

/** A chain of appositions is no longer than this many words. */
const REACH = 30;

/** Words that no apposition goes over: a verb or a new clause stands between. */
const CLAUSES: ReadonlySet<number> = new Set([
  CLASS.auxiliary,
  CLASS.speech,
  CLASS.past,
  CLASS.subject,
  CLASS.who,
  CLASS.that,
  CLASS.subordinator,
]);

/**
 * The person behind an apposition that has been taken for the speaker: `Ellen Kim, a security analyst, said`. In
 * scraped text nothing parts the two but that a sentence seems to begin with the name. The words themselves are given
 * back where no name stands before them so.
 */
export function findNamed(words: Words, range: Range): Range {
  if (range.last - range.first < 2 || isPerson(words, range.last - 1)) return range;
  const reach = words.scraped ? REACH : 1;
  for (let i = range.first - 1; i >= Math.max(0, range.first - reach); i--) {
    if (isPerson(words, i)) {
      if (words.classes[i + 1] !== CLASS.determiner) return range;
      let first = i;
      while (0 < first && ((words.names[first] as number) & 1) === 0) first--;
      return isParted(words, first, i + 1) ? { first, last: i + 1 } : range;
    }
    if (CLAUSES.has(words.classes[i] as number)) return range;
  }
  return range;
}

/** Whether what follows a name is an apposition and not the next thing said. */
function isParted({ gaps, scraped }: Words, first: number, next: number): boolean {
  return scraped ? LIKELY <= guessedSentence(gaps[first] as number) : gaps[next] === GAP.comma;
}

function isPerson({ names }: Words, index: number): boolean {
  const label = names[index] ?? 0;
  return label !== 0 && NAME_KINDS[(label - 1) >> 1] === 'PERSON';
}
