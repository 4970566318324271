import { readLexicon } from '../analysis/tagger/lexicon.ts';
import { packWeights } from '../analysis/tagger/weights.ts';
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
  const toWord = createWords(lexicon);
  const pool = readNamePool(createRandom(options.seed), sources);
  // Each stage throws dice of its own, so that a change of one leaves the others as they were.
  const stage = (number: number): NameWorkshop => {
    const random = createRandom(options.seed + number);
    return { lexicon, toWord, pool, random, options, log };
  };
  const { folds, cleaned } = trainFolds(stage(1), sources);
  const firstStage = stage(2);
  const first = createNameCrf(firstStage);
  learnNames(firstStage, first, cleaned, options.epochs);
  const second = trainSecond(stage(3), folds, first.model);
  return new Map([
    ['names', packWeights(first.model, options.least)],
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
    models.map(({ model }) => model),
  );
  const trained = models.map((crf, fold) => {
    const seen = cleaned.filter((source, index) => !isHeld(source, index, fold));
    learnNames(shop, crf, seen, foldEpochs);
    return { model: crf.model, sources: sources.filter((source, index) => isHeld(source, index, fold)) };
  });
  return { folds: trained, cleaned };
}
