import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { Reading } from '../reading.ts';
import { WORD_COLUMNS, WORD_WIDTH } from './documentNames.ts';
import type { DocumentNames } from './documentTally.ts';
import { CUES, type FirstPass } from './firstPass.ts';
import { hashWord } from './hash.ts';
import { NAME_KINDS, NAME_LABELS, type NameKind, type NameLabel } from './nameLabels.ts';
import type { NameTagger } from './nameTagger.ts';
import { scoreFeatures } from './scores.ts';
import { findSecondFeatures, SECOND_SLOTS } from './secondFeatures.ts';
import { decode, findLikely, findMarginals } from './sequence.ts';

/** A proper name as the tagger reads it; offsets from the start of its paragraph. */
export interface Name extends Span {
  readonly label: NameLabel;
  /** For a COUNTRY: how it is named. */
  readonly form?: 'name' | 'demonym' | 'metonym';
  /** Indices of tokens, half-open. */
  readonly first: number;
  readonly last: number;
  /** Share of the label at its least sure token, 0 to 1. */
  readonly likelihood: number;
  /** Whether it is the rest of a name before the cut of a line. */
  readonly goesOn: boolean;
}

/** The label outside of names. */
export const OUTSIDE = 0;

/** Second pass over a paragraph: the first, and what the article says of its words. `before` is the label in front of it. */
export function readSecond(
  tagger: NameTagger,
  article: DocumentNames,
  { tokens }: Reading,
  first: FirstPass,
  before: number,
): { readonly names: readonly Name[]; readonly last: number } {
  const { lattice, second } = tagger;
  const { count, kind } = first;
  if (count === 0) return { names: [], last: OUTSIDE };
  const width = second.labels.length;
  scoreFeatures(second, lattice, findSecondFeatures(first, article), SECOND_SLOTS, count);
  const { scores } = lattice;
  for (let k = 0; k < count * width; k++) scores[k] = (scores[k] as number) + (first.scores[k] as number);
  findLikely(lattice, width, count);
  const labels = decode(second, lattice, count, kind, before === OUTSIDE ? width : before);
  findMarginals(lattice, tagger.secondFactors[kind] as Float32Array, width, count);
  const { marginals } = lattice;
  keepGivenNames(first, article, labels);
  const found: Name[] = [];
  for (let from = 0; from < count; from++) {
    const label = labels[from] as number;
    if (label === OUTSIDE) continue;
    const own = (label - 1) >> 1;
    let last = from + 1;
    while (labels[last] === 2 * own + 2) last++;
    const after = last;
    // In prose no name but a person's (`Moon Jae-in`) ends in lower case: `the United States today`.
    if (kind === 0 && label !== BEGINS) while (from + 1 < last && isTail(tokens, last - 1)) last--;
    let likelihood = 1;
    for (let i = from; i < last; i++) {
      const at = i * width + 1 + 2 * own;
      likelihood = Math.min(likelihood, (marginals[at] as number) + (marginals[at + 1] as number));
    }
    found.push({
      start: tokens[from]?.start ?? 0,
      end: tokens[last - 1]?.end ?? 0,
      ...toLabel(NAME_KINDS[own] as NameKind),
      first: from,
      last,
      likelihood,
      goesOn: label === 2 * own + 2,
    });
    from = after - 1;
  }
  return { names: found, last: labels[count - 1] as number };
}

/** Whether a token is a word in lower case that no hyphen binds to the one before. */
function isTail(tokens: readonly Token[], i: number): boolean {
  return /^\p{Ll}/u.test(tokens[i]?.text ?? '') && tokens[i - 1]?.kind !== 'punctuation';
}

/**
 * A surname that stands alone elsewhere can draw the second pass to leave out what stands before it. A word that the
 * article has only here says nothing against the first pass: it keeps its place at the head of a person's name.
 */
function keepGivenNames(first: FirstPass, article: DocumentNames, labels: Uint8Array): void {
  const row = new Int32Array(WORD_WIDTH);
  const isOnce = (i: number): boolean => {
    if (((first.cues[i] as number) & CUES.title) !== 0) return false;
    return article.readWord(first.hashes[i] as number, row, 0) && row[WORD_COLUMNS.total] === 1;
  };
  for (let i = 1; i < first.count; i++) {
    if (labels[i] !== BEGINS) continue;
    // No name ends in a particle.
    if (isPerson(labels[i - 1]) && PARTICLES.has(first.hashes[i - 1] as number)) labels[i] = GOES_ON;
    if (first.labels[i] !== GOES_ON) continue;
    let head = i - 1;
    while (first.labels[head] === GOES_ON && isOnce(head)) head--;
    if (first.labels[head] !== BEGINS || !isOnce(head)) continue;
    labels[head] = BEGINS;
    labels.fill(GOES_ON, head + 1, i + 1);
  }
}

function isPerson(label: number | undefined): boolean {
  return label === BEGINS || label === GOES_ON;
}

const PARTICLES = new Set(
  'bin binti bint ibn abu van von der den dos del de la da al el ben'
    .split(' ')
    .map((word) => hashWord(word) | 1),
);

const BEGINS = NAME_LABELS.indexOf('B-PERSON');
const GOES_ON = NAME_LABELS.indexOf('I-PERSON');

function toLabel(kind: NameKind): Pick<Name, 'label' | 'form'> {
  switch (kind) {
    case 'COUNTRY':
      return { label: 'COUNTRY', form: 'name' };
    case 'DEMONYM':
      return { label: 'COUNTRY', form: 'demonym' };
    case 'METONYM':
      return { label: 'COUNTRY', form: 'metonym' };
    case 'PERSON':
    case 'LOC':
    case 'ORG':
    case 'MISC':
      return { label: kind };
  }
}
