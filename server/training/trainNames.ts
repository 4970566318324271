import type { FirstTagger } from '../analysis/tagger/firstPass.ts';
import { type Lexicon, readLexicon } from '../analysis/tagger/lexicon.ts';
import { createLattice, expTransitions } from '../analysis/tagger/sequence.ts';
import { type LearntModel, packWeights, unpackWeights } from '../analysis/tagger/weights.ts';
import { createWords } from '../analysis/tagger/words.ts';
import { readNamePool, type Source } from './corpus.ts';
import { createNameCrf, learnNames } from './learnNames.ts';
import { createRandom } from './random.ts';
import { cleanSilver } from './relabel.ts';
import { type Fold, trainSecond } from './trainSecond.ts';
import type { NameTraining, NameWorkshop } from './workshop.ts';

/** Trains the tagger of names; gives its sections of the model file. `sections` holds the lists. */
export function trainNames(
  sections: ReadonlyMap<string, Uint8Array>,
  sources: readonly Source[],
  options: NameTraining,
  log: (line: string) => void,
): Map<string, Uint8Array> {
  const lexicon = readLexicon({ sections });
  const words = createWords(lexicon);
  const pool = readNamePool(createRandom(options.seed), sources);
  // Each stage throws dice of its own, so that a change of one leaves the others as they were.
  const stage = (number: number): NameWorkshop => {
    const random = createRandom(options.seed + number);
    return { lexicon, words, pool, random, options, log };
  };
  const { folds, cleaned } = trainFolds(stage(1), sources);
  const firsts = Array.from({ length: options.seeds }, (_, number) => {
    const shop = stage(1000 * (number + 1));
    const crf = createNameCrf(shop);
    learnNames(shop, crf, cleaned, options.epochs);
    return crf.model;
  });
  const first = averageModels(firsts);
  const second = trainSecond(stage(2), folds, first);
  return new Map([
    ['names', packWeights(first, options.least)],
    ['names again', packWeights(second, 0)],
  ]);
}

/**
 * Models each of which has not seen one part of the gold, for the second pass has to learn from the mistakes of a
 * first; and all sources with the silver labels that these models of the gold correct.
 */
export function trainFolds(
  shop: NameWorkshop,
  sources: readonly Source[],
): { readonly folds: readonly Fold[]; readonly cleaned: readonly Source[] } {
  const { folds, goldEpochs, foldEpochs } = shop.options;
  const isHeld = (source: Source, index: number, fold: number): boolean =>
    source.gold && index % folds === fold;
  const models = Array.from({ length: folds }, (_, fold) => {
    const crf = createNameCrf(shop);
    const gold = sources.filter((source, index) => source.gold && !isHeld(source, index, fold));
    learnNames(shop, crf, gold, goldEpochs);
    return crf;
  });
  const cleaned = cleanSilver(
    shop,
    sources,
    models.map(({ model }) => toTagger(shop.lexicon, model)),
  );
  const trained = models.map((crf, fold) => {
    const seen = cleaned.filter((source, index) => !isHeld(source, index, fold));
    learnNames(shop, crf, seen, foldEpochs);
    return {
      tagger: toTagger(shop.lexicon, crf.model),
      sources: sources.filter((source, index) => isHeld(source, index, fold)),
    };
  });
  return { folds: trained, cleaned };
}

/** A first pass that runs as the product's does. */
export function toTagger(lexicon: Lexicon, learnt: LearntModel): FirstTagger {
  const model = unpackWeights(packWeights(learnt, 0));
  return {
    lexicon,
    words: createWords(lexicon),
    model,
    factors: expTransitions(model),
    lattice: createLattice(),
  };
}

/** One model of the mean weights: scores are sums of weights, so that it scores as all of them together. */
export function averageModels(models: readonly LearntModel[]): LearntModel {
  const [one] = models as readonly [LearntModel];
  const mean = (arrays: readonly Float32Array[]): Float32Array =>
    Float32Array.from(
      arrays[0] as Float32Array,
      (_, k) => arrays.reduce((sum, array) => sum + (array[k] as number), 0) / arrays.length,
    );
  return {
    ...one,
    weights: mean(models.map(({ weights }) => weights)),
    transitions: one.transitions.map((_, kind) =>
      mean(models.map(({ transitions }) => transitions[kind] as Float32Array)),
    ),
  };
}
