import { type Lexicon, readLexicon } from './lexicon.ts';
import { type Model, section } from './model.ts';
import { createLattice, expTransitions, type Lattice, type SequenceModel } from './sequence.ts';
import { unpackWeights } from './weights.ts';
import { createWords, type Word } from './words.ts';

/** The parts of a model that read names, unpacked, with room to work in. */
export interface NameTagger {
  readonly lexicon: Lexicon;
  readonly toWord: (text: string) => Word;
  readonly model: SequenceModel;
  readonly factors: readonly Float32Array[];
  readonly lattice: Lattice;
}

const taggers = new WeakMap<Model, NameTagger>();

/** The tagger of a model; the same for the same model. */
export function toNameTagger(model: Model): NameTagger {
  const known = taggers.get(model);
  if (known) return known;
  const lexicon = readLexicon(model);
  const weights = unpackWeights(section(model, 'names'));
  const tagger = {
    lexicon,
    toWord: createWords(lexicon),
    model: weights,
    factors: expTransitions(weights),
    lattice: createLattice(512, weights.labels.length),
  };
  taggers.set(model, tagger);
  return tagger;
}
