import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { PlainParagraph, Reading, ReadParagraph } from '../reading.ts';
import {
  type Contribution,
  type DocumentNames,
  findContribution,
  gatherNames,
  signPlaces,
  WORD_COLUMNS,
} from './documentNames.ts';
import { CUES, type FirstPass, readFirst } from './firstPass.ts';
import { hashWord } from './hash.ts';
import { type Mended, mendCuts } from './joints.ts';
import type { Model } from './model.ts';
import { NAME_KINDS, NAME_LABELS, type NameKind } from './nameLabels.ts';
import { type NameTagger, toNameTagger } from './nameTagger.ts';
import { findSecondFeatures, SECOND_SLOTS } from './secondFeatures.ts';
import { decode, findMarginals, fitLattice, scoreFeatures } from './sequence.ts';

/** A proper name as the tagger reads it; offsets into the whole text. */
export interface Name extends Span {
  readonly label: NameLabel;
  /** For a COUNTRY: how it is named. */
  readonly form?: 'name' | 'demonym' | 'metonym';
  /** Index of its paragraph and of its tokens there, half-open. */
  readonly paragraph: number;
  readonly first: number;
  readonly last: number;
  /** Share of the label at its least sure token, 0 to 1. */
  readonly likelihood: number;
}

export type NameLabel = 'PERSON' | 'COUNTRY' | 'LOC' | 'ORG' | 'MISC';

/** What the first pass of the tagger knows of a paragraph. */
export interface NameReading {
  /** The label of each token by the first pass: an index into NAME_LABELS. */
  readonly labels: Uint8Array;
  readonly first: FirstPass;
  readonly contribution: Contribution;
}

/** The share of a kind of name at a token as the first pass sees it, 0 to 1. */
export function shareOf({ first }: NameReading, token: number, kind: NameKind): number {
  return (first.shares[token * NAME_KINDS.length + NAME_KINDS.indexOf(kind)] ?? 0) / 255;
}

/** First pass: the paragraph alone. */
export function readNames(model: Model, paragraph: PlainParagraph): NameReading {
  const first = readFirst(toNameTagger(model), paragraph);
  return { labels: first.labels, first, contribution: findContribution(first) };
}

/** A name of a paragraph; offsets from its start. */
type LocalName = Omit<Name, 'paragraph'> & {
  /** Whether it is the rest of a name before the cut. */
  readonly goesOn: boolean;
};

interface SecondPass {
  readonly tagger: NameTagger;
  readonly first: FirstPass;
  readonly sign: number;
  readonly names: readonly LocalName[];
  /** The label of the last token. */
  readonly last: number;
}

/** The last second pass over each reading: done again only where the article says something else of its words. */
const remembered = new WeakMap<Reading, SecondPass>();

/**
 * Second pass: the names of the whole article, in order of place, not overlapping. A name that goes on behind a cut of
 * its line has the tokens before the cut.
 */
export function relateNames(model: Model, paragraphs: readonly ReadParagraph[]): readonly Name[] {
  const tagger = toNameTagger(model);
  const mended = mendCuts(tagger, paragraphs);
  const article = gatherNames(mended.map(({ contribution }) => contribution));
  const names: Name[] = [];
  let before = OUTSIDE;
  paragraphs.forEach(({ start, reading, continues }, paragraph) => {
    const second = readAgain(
      tagger,
      article,
      reading,
      mended[paragraph] as Mended,
      continues ? before : OUTSIDE,
    );
    before = second.last;
    for (const name of second.names) {
      const cut = name.goesOn ? names.pop() : undefined;
      names.push(cut ? { ...cut, end: start + name.end } : toName(name, start, paragraph));
    }
  });
  return names;
}

const OUTSIDE = 0;

/** Field by field, for there are thousands of names in a long text. */
function toName(name: LocalName, offset: number, paragraph: number): Name {
  const { label, form, first, last, likelihood } = name;
  const start = offset + name.start;
  const end = offset + name.end;
  return form
    ? { start, end, label, form, paragraph, first, last, likelihood }
    : { start, end, label, paragraph, first, last, likelihood };
}

function readAgain(
  tagger: NameTagger,
  article: DocumentNames,
  reading: Reading,
  { first, contribution }: Mended,
  before: number,
): SecondPass {
  const sign = signPlaces(article, contribution) + before;
  const known = remembered.get(reading);
  if (known?.sign === sign && known.first === first && known.tagger === tagger) return known;
  const second = { tagger, first, sign, ...readSecond(tagger, article, reading, first, before) };
  remembered.set(reading, second);
  return second;
}

function readSecond(
  tagger: NameTagger,
  article: DocumentNames,
  { tokens }: Reading,
  first: FirstPass,
  before: number,
): Pick<SecondPass, 'names' | 'last'> {
  const { lattice, second } = tagger;
  const { count, kind } = first;
  if (count === 0) return { names: [], last: OUTSIDE };
  const width = second.labels.length;
  fitLattice(lattice, count, width);
  scoreFeatures(second, lattice, findSecondFeatures(first, article), SECOND_SLOTS, count);
  const { scores, marginals } = lattice;
  for (let k = 0; k < count * width; k++) scores[k] = (scores[k] as number) + (first.scores[k] as number);
  const labels = decode(second, lattice, count, kind, before === OUTSIDE ? width : before);
  findMarginals(lattice, tagger.secondFactors[kind] as Float32Array, width, count);
  keepGivenNames(first, article, labels);
  const found: LocalName[] = [];
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
function keepGivenNames(first: FirstPass, { words }: DocumentNames, labels: Uint8Array): void {
  const isOnce = (i: number): boolean => {
    if (((first.cues[i] as number) & CUES.title) !== 0) return false;
    const row = words.find(first.hashes[i] as number);
    return row >= 0 && words.values()[row * words.width + WORD_COLUMNS.total] === 1;
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
