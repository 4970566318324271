import { guessedSentence } from './boundaries.ts';
import type { CueCandidate, Range } from './cues.ts';
import type { Run } from './farClause.ts';
import type { Side } from './places.ts';
import type { Features } from './scorer.ts';
import { bucket, cueAhead, hasFirstPerson, nameEdge, relationTo, verbsAhead } from './surroundings.ts';
import type { Words } from './words.ts';

const RIGHT = 13;
const LEFT = 14;

/**
 * What speaks for the other edge of a clause in scraped text, beside the boundaries that were guessed, which count by
 * their chances: few features without words, since what words tell of boundaries was learnt from far more text.
 */
export function addFarUnmarked(
  features: Features,
  words: Words,
  cue: CueCandidate,
  speaker: Range | undefined,
  side: Side,
  near: number,
  place: number,
  run: Run,
): void {
  const { classes, gaps, names, voices } = words;
  const gap = gaps[place] as number;
  const strength = guessedSentence(gap);
  const level = strength >> 2;
  const long = bucket(Math.abs(place - near));
  const expected = Math.min(12, Math.round(run.expected * 4));
  const [before, after] = [classes[place - 1] ?? 30, classes[place] ?? 30];
  const person = run.first * 2 + hasFirstPerson(words, place, Math.min(words.length, place + 6));
  const voice = (voices[place] ?? 3) * 4 + (voices[place - 1] ?? 3);
  const cueNear = cueAhead(words, place);
  features.begin(side === 'right' ? RIGHT : LEFT);
  features.add(0, strength);
  features.add(1, long);
  features.add(2, level, gap & 3);
  features.add(3, expected, person);
  features.add(4, expected, level);
  features.add(5, voice, level);
  features.add(6, cueNear, level);
  features.add(7, cueNear, voice);
  features.add(8, after, level);
  features.add(9, before, level);
  features.add(10, run.verbs, level);
  features.add(11, nameEdge(words, place), level);
  features.add(12, relationTo(speaker, place), level);
  features.add(13, cue.form, expected);
  features.add(14, verbsAhead(words, place), level);
  features.add(15, person, level);
  features.add(16, (names[place - 1] ?? 0) * 16 + (names[place] ?? 0));
  features.add(17, cue.lemma, expected);
  features.add(18, place === words.length || place === 0 ? 1 : 0, expected);
  features.add(19, run.verbs, after);
  features.add(20, gap & 3, after);
}
