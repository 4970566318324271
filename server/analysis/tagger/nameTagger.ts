import type { FirstTagger } from './firstPass.ts';
import { readLexicon } from './lexicon.ts';
import { type Model, section } from './model.ts';
import { createLattice, expTransitions, type SequenceModel } from './sequence.ts';
import { unpackWeights } from './weights.ts';
import { createWords } from './words.ts';

/** The parts of a model that read names, unpacked, with room to work in. */
export interface NameTagger extends FirstTagger {
  readonly second: SequenceModel;
  readonly secondFactors: readonly Float32Array[];
}

const taggers = new WeakMap<Model, NameTagger>();

/** The tagger of a model; the same for the same model. */
export function toNameTagger(model: Model): NameTagger {
  const known = taggers.get(model);
  if (known) return known;
  const lexicon = readLexicon(model);
  const weights = unpackWeights(section(model, 'names'));
  const second = unpackWeights(section(model, 'names again'));
  const tagger = {
    lexicon,
    words: createWords(lexicon),
    model: weights,
    factors: expTransitions(weights),
    lattice: createLattice(512, weights.labels.length),
    second,
    secondFactors: expTransitions(second),
  };
  taggers.set(model, tagger);
  return tagger;
}
