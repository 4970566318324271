import type { PlainParagraph } from '../reading.ts';
import { type Appearance, IN_PROSE, STARTS } from './appearances.ts';
import { FIELDS, field, type Lexicon } from './lexicon.ts';
import { NAME_KINDS } from './nameLabels.ts';
import { type ParagraphView, viewParagraph } from './paragraphView.ts';
import { scoreNames } from './scores.ts';
import { decode, findLikely, findMarginals, type Lattice, type SequenceModel } from './sequence.ts';
import { SHAPES } from './shapes.ts';
import type { Word, Words } from './words.ts';

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
  readonly words: Words;
  readonly model: SequenceModel;
  readonly factors: readonly Float32Array[];
  readonly lattice: Lattice;
}

/** Reads the names of a paragraph by itself. */
export function readFirst(tagger: FirstTagger, paragraph: PlainParagraph): FirstPass {
  const { lattice, model } = tagger;
  const view = viewParagraph(tagger.lexicon, tagger.words, paragraph);
  const { count, kind } = view;
  const width = model.labels.length;
  scoreNames(model, lattice, view);
  findLikely(lattice, width, count);
  const labels = decode(model, lattice, count, kind);
  findMarginals(lattice, tagger.factors[kind] as Float32Array, width, count);
  const shares = findShares(lattice, width, count);
  const scores = lattice.scores.slice(0, count * width);
  return { count, kind, labels, shares, scores, ...findCues(view) };
}

function findShares({ marginals, likelyCount }: Lattice, width: number, count: number): Uint8Array {
  const shares = new Uint8Array(count * NAME_KINDS.length);
  for (let i = 0; i < count; i++) {
    if (likelyCount[i] === 1) continue;
    for (let k = 0; k < NAME_KINDS.length; k++) {
      const at = i * width + 1 + 2 * k;
      const share = (marginals[at] as number) + (marginals[at + 1] as number);
      shares[i * NAME_KINDS.length + k] = Math.round(255 * share);
    }
  }
  return shares;
}

function findCues({ words, appearances }: ParagraphView): Pick<FirstPass, 'hashes' | 'cues' | 'classes'> {
  const hashes = new Int32Array(words.length);
  const cues = new Uint8Array(words.length);
  const classes = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    classes[i] = word.nameClass & 63;
    const isSmall = field(word.bits, FIELDS.wordClass) === 1;
    if (!word.isWord || isSmall || word.shape === SHAPES.number || word.shape === SHAPES.numberWord) continue;
    hashes[i] = word.plainHash | 1;
    const { shape } = appearances[i] as Appearance;
    let cue = 0;
    if ((shape & (IN_PROSE | STARTS)) === IN_PROSE)
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
