import type { Lexicon } from '../analysis/tagger/lexicon.ts';
import type { Words } from '../analysis/tagger/words.ts';
import type { Random } from './random.ts';
import type { NamePool, Replaced } from './replaceNames.ts';
import type { TextForm } from './scrape.ts';

/** The settings of a training. */
export interface NameTraining extends Replaced {
  readonly buckets: number;
  /** Times that the parts of the gold alone are read, to label the silver texts anew with what they taught. */
  readonly goldEpochs: number;
  readonly epochs: number;
  /** First passes that are trained, each with dice of its own; the mean of their weights is kept. */
  readonly seeds: number;
  readonly rate: number;
  readonly calm: number;
  readonly dropout: number;
  readonly identityDropout: number;
  readonly decay: number;
  readonly silverWeight: number;
  /** Share of the silver texts that is read each time. */
  readonly silverShare: number;
  readonly goldWeight: number;
  /** What the silver label of a token counts against the scores of the gold model when they disagree. */
  readonly silverTrust: number;
  /** Parts of the gold that the second pass is trained on, each read by a model of the others, trained so many times. */
  readonly folds: number;
  readonly foldEpochs: number;
  readonly secondEpochs: number;
  readonly secondRate: number;
  /** Share of the texts that the second pass reads in passages, as articles of their own. */
  readonly passages: number;
  readonly secondDropout: number;
  readonly secondBuckets: number;
  /** Weights below this are left out of the file. */
  readonly least: number;
  readonly seed: number;
}

export const NAME_TRAINING: NameTraining = {
  buckets: 1 << 19,
  goldEpochs: 4,
  epochs: 3,
  seeds: 2,
  rate: 0.06,
  calm: 0.1,
  dropout: 0.25,
  identityDropout: 0.5,
  decay: 1e-6,
  peopleReplaced: 0.6,
  organisationsReplaced: 0.5,
  placesReplaced: 0.4,
  pairsReplaced: 0.3,
  eastern: 0.12,
  wordsReplaced: 0.5,
  wordShare: 0.15,
  silverWeight: 0.5,
  silverShare: 0.8,
  goldWeight: 3,
  silverTrust: 2,
  folds: 2,
  foldEpochs: 1,
  secondEpochs: 5,
  secondRate: 0.1,
  passages: 0.5,
  secondDropout: 0.2,
  secondBuckets: 1 << 16,
  least: 0.01,
  seed: 7,
};

/** What the steps of a training share. */
export interface NameWorkshop {
  readonly lexicon: Lexicon;
  readonly words: Words;
  readonly pool: NamePool;
  readonly random: Random;
  readonly options: NameTraining;
  readonly log: (line: string) => void;
}

const HALF_WAY: readonly TextForm[] = ['lower', 'capitals', 'headline', 'unpunctuated'];

/** The forms in which a text is read this time: gold in both and half-way ones now and then, silver in one. */
export function pickForms(random: Random, gold: boolean): TextForm[] {
  const half = HALF_WAY[Math.floor(random() * HALF_WAY.length)] as TextForm;
  if (gold) return random() < 0.3 ? ['edited', 'scraped', half] : ['edited', 'scraped'];
  const chance = random();
  return [chance < 0.1 ? half : chance < 0.55 ? 'edited' : 'scraped'];
}
