import type { PlainParagraph } from '../reading.ts';
import { FIELDS, field, type Lexicon } from './lexicon.ts';
import { findFeatures, SLOTS } from './nameFeatures.ts';
import { NAME_KINDS } from './nameLabels.ts';
import { decode, findMarginals, type Lattice, type SequenceModel, scoreFeatures } from './sequence.ts';
import { SHAPES, type Word } from './words.ts';

/** What the first pass says of a paragraph, all the second pass needs. */
export interface FirstPass {
  readonly count: number;
  /** Which table of transitions: 0 with capitals, 1 without. */
  readonly kind: number;
  /** Hash of each word; 0 for punctuation, figures and the small words of grammar. */
  readonly hashes: Int32Array;
  /** CUES of each token, a bit each. */
  readonly cues: Uint8Array;
  /** What the lists of names know of each word: given name, surname, known person, two bits each. */
  readonly classes: Uint8Array;
  /** The label of each token: an index into NAME_LABELS. */
  readonly labels: Uint8Array;
  /** For each token the share of each of NAME_KINDS in 1/255, in their order. */
  readonly shares: Uint8Array;
  /** The score of each label at each token. */
  readonly scores: Float32Array;
}

/** What stands beside a token and how it is written. */
export const CUES = {
  capital: 1,
  lower: 2,
  afterTitle: 4,
  besideSpeech: 8,
  title: 16,
} as const;

/** The parts of a tagger that the first pass runs on. */
export interface FirstTagger {
  readonly lexicon: Lexicon;
  readonly toWord: (text: string) => Word;
  readonly model: SequenceModel;
  readonly factors: readonly Float32Array[];
  readonly lattice: Lattice;
}

/** Reads the names of a paragraph by itself. */
export function readFirst(tagger: FirstTagger, paragraph: PlainParagraph): FirstPass {
  const count = paragraph.tokens.length;
  const { lattice, model } = tagger;
  const width = model.labels.length;
  const { features, dull, kind, words, shapes } = findFeatures(tagger.lexicon, tagger.toWord, paragraph);
  scoreFeatures(model, lattice, features, SLOTS, count);
  if (dull) settleDull(lattice.scores, dull, width);
  const labels = decode(model, lattice, count, kind);
  findMarginals(lattice, tagger.factors[kind] as Float32Array, width, count);
  const shares = new Uint8Array(count * NAME_KINDS.length);
  for (let i = 0; i < count; i++)
    for (let k = 0; k < NAME_KINDS.length; k++) {
      const at = i * width + 1 + 2 * k;
      const share = (lattice.marginals[at] as number) + (lattice.marginals[at + 1] as number);
      shares[i * NAME_KINDS.length + k] = Math.round(255 * share);
    }
  const scores = lattice.scores.slice(0, count * width);
  return { count, kind, labels, shares, scores, ...findCues(words, shapes) };
}

/** A token that was left out is outside of names. */
function settleDull(scores: Float32Array, dull: Uint8Array, width: number): void {
  for (let i = 0; i < dull.length; i++)
    if (dull[i] === 1) for (let y = 1; y < width; y++) scores[i * width + y] = -30;
}

function findCues(
  words: readonly Word[],
  shapes: Int32Array,
): Pick<FirstPass, 'hashes' | 'cues' | 'classes'> {
  const hashes = new Int32Array(words.length);
  const cues = new Uint8Array(words.length);
  const classes = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    classes[i] = word.nameClass & 63;
    const isSmall = field(word.bits, FIELDS.wordClass) === 1;
    if (!word.isWord || isSmall || word.shape === SHAPES.number || word.shape === SHAPES.numberWord) continue;
    hashes[i] = word.plainHash | 1;
    const shape = shapes[i] as number;
    let cue = 0;
    // In prose and within a sentence.
    if ((shape & 96) === 64)
      cue |= word.shape === SHAPES.lower || word.shape === SHAPES.letter ? CUES.lower : CUES.capital;
    const before = words[i - 1];
    const beyond = before?.shape === SHAPES.stop ? words[i - 2] : before;
    if (beyond && (beyond.title & 1) === 1) cue |= CUES.afterTitle;
    if ((before?.speech ?? 0) + (words[i + 1]?.speech ?? 0) > 0) cue |= CUES.besideSpeech;
    if (word.title !== 0) cue |= CUES.title;
    cues[i] = cue;
  }
  return { hashes, cues, classes };
}
