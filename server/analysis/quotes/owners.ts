import type { CueCandidate, Range } from './cues.ts';
import type { Features } from './scorer.ts';
import { CLASS } from './wordClasses.ts';
import { GAP, OPENS, type Words } from './words.ts';

/** The task of finding whose words stand in quotation marks. */
export const OWNER_TASK = 10;

/** A quotation of a paragraph, in words, with what its edges look like. */
export interface QuotedWords extends Range {
  /** The last character inside: 0 a letter, 1 a comma, 2 the end of a sentence, 3 anything else. */
  readonly ending: number;
}

/**
 * Who owns a quotation: one of the paragraph's cues, by index; or somebody whose cue stands in an earlier or a later
 * paragraph; or nobody, where the marks only set words apart.
 */
export type Owner = number | 'earlier' | 'later' | 'nobody';

const CUES_AROUND = 5;

/** The owners that come into question: the cues around the quotation, outside of quotation marks, and the rest. */
export function ownersOf(words: Words, cues: readonly CueCandidate[], quoted: QuotedWords): readonly Owner[] {
  const after = firstCueFrom(cues, quoted.first);
  const owners: Owner[] = ['nobody', 'earlier', 'later'];
  for (let i = after - 1, n = 0; i >= 0 && n < CUES_AROUND; i--)
    if (words.inside[(cues[i] as CueCandidate).first] === 0) {
      owners.push(i);
      n++;
    }
  for (let i = after, n = 0; i < cues.length && n < CUES_AROUND; i++)
    if (words.inside[(cues[i] as CueCandidate).first] === 0) {
      owners.push(i);
      n++;
    }
  return owners;
}

/** What speaks for an owner. `sureness` says for each cue how surely it reports, from 0 to 7. */
export function addOwnerFeatures(
  features: Features,
  words: Words,
  cues: readonly CueCandidate[],
  sureness: readonly number[],
  quoted: QuotedWords,
  owner: Owner,
): void {
  const { hashes: w, classes: c, gaps: g, capitals: k, firsts } = words;
  const { first, last, ending } = quoted;
  const long = Math.min(7, last - first > 7 ? 4 + ((last - first) >> 3) : (last - first) >> 1);
  const capital = k[first] ?? 3;
  const before = (g[first] as number) & 15;
  const sure = ending * 8 + long;
  features.begin(OWNER_TASK);
  if (typeof owner !== 'number') {
    const kind = owner === 'nobody' ? 0 : owner === 'earlier' ? 1 : 2;
    const lone = cuesNear(words, cues, sureness, quoted);
    const start = first === 0 ? 0 : first === firsts[first] ? 1 : 2;
    features.add(0, kind);
    features.add(1, kind, sure);
    features.add(2, kind, sure, capital);
    features.add(3, kind, w[first - 1] ?? 0);
    features.add(4, kind, c[first - 1] ?? 30, before);
    features.add(5, kind, lone, start);
    features.add(6, kind, hasVerb(words, quoted), long);
    features.add(7, kind, hasFirstPerson(words, quoted), long);
    features.add(8, kind, start, sure);
    features.add(9, kind, lone, long);
    features.add(10, kind, w[first - 2] ?? 0, w[first - 1] ?? 0);
    features.add(11, kind, c[last] ?? 30, (g[last] as number) & 15);
    features.add(12, kind, before, capital);
    features.add(13, kind, lone, last === words.length ? 1 : 0);
    return;
  }
  const cue = cues[owner] as CueCandidate;
  const right = cue.last <= first;
  const [from, to] = right ? [cue.last, first] : [last, cue.first];
  let sentences = 0;
  let quotes = 0;
  let commas = 0;
  for (let i = from; i <= to; i++) {
    const gap = g[i] as number;
    const kind = gap & 15;
    if (kind === GAP.sentence && (i > from || !right)) sentences++;
    if (kind === GAP.comma) commas++;
    if (gap & OPENS && i < first) quotes++;
    else if (gap & OPENS && !right && i > last) quotes++;
  }
  let cuesBetween = 0;
  const step = right ? 1 : -1;
  for (let i = owner + step; 0 <= i && i < cues.length; i += step) {
    const other = cues[i] as CueCandidate;
    if (right ? other.first >= first : other.last <= last) break;
    if ((sureness[i] as number) >= 4 && words.inside[other.first] === 0) cuesBetween++;
  }
  const side = right ? 0 : 1;
  const distance = Math.min(12, to - from > 6 ? 6 + ((to - from) >> 2) : to - from);
  const crossed = Math.min(3, sentences);
  const others = Math.min(3, cuesBetween);
  const certain = sureness[owner] as number;
  const key = side * 16 + crossed * 4 + others;
  features.add(20, key, certain);
  features.add(21, key, Math.min(3, quotes));
  features.add(22, key, distance);
  features.add(23, side, distance, before);
  features.add(24, key, sure);
  features.add(25, key, cue.lemma);
  features.add(26, key, cue.form, certain);
  features.add(27, side, Math.min(commas, 3), distance);
  features.add(28, key, before, capital);
  features.add(29, key * 4 + Math.min(3, quotes), certain, hasFirstPerson(words, quoted));
  features.add(30, side, cue.lemma, distance);
  features.add(31, key, ending, (g[last] as number) & 15);
  features.add(32, crossed * 4 + others, certain, last - first < 4 ? 1 : 0);
  features.add(33, side * 64 + distance, c[right ? first - 1 : last] ?? 30, cue.form);
}

/** How many cues that surely report stand in the paragraph, up to 2, and whether one in the quotation's sentence. */
function cuesNear(
  { inside, firsts }: Words,
  cues: readonly CueCandidate[],
  sureness: readonly number[],
  { first }: QuotedWords,
): number {
  let sure = 0;
  let own = 0;
  const from = Math.max(0, firstCueFrom(cues, first) - CUES_AROUND);
  for (let i = from; i < Math.min(cues.length, from + 2 * CUES_AROUND); i++) {
    const cue = cues[i] as CueCandidate;
    if ((sureness[i] as number) < 4 || inside[cue.first] !== 0) continue;
    sure = Math.min(2, sure + 1);
    if (firsts[cue.first] === firsts[first]) own = 1;
  }
  return sure * 2 + own;
}

function hasVerb({ classes }: Words, { first, last }: Range): number {
  for (let i = first; i < last; i++)
    if (classes[i] === CLASS.auxiliary || classes[i] === CLASS.past) return 1;
  return 0;
}

const FIRST_PERSON = new Set('i we my our me us'.split(' '));

function hasFirstPerson({ lower }: Words, { first, last }: Range): number {
  for (let i = first; i < last; i++) if (FIRST_PERSON.has(lower[i] as string)) return 1;
  return 0;
}

/** Index of the first cue that begins at or after the word. */
function firstCueFrom(cues: readonly CueCandidate[], word: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle] as CueCandidate).first < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
