import { FIELDS, field, readLexicon } from '../analysis/tagger/lexicon.ts';
import { findFeatures, IDENTITY_SLOTS, SLOTS } from '../analysis/tagger/nameFeatures.ts';
import { NAME_LABELS } from '../analysis/tagger/nameLabels.ts';
import { packWeights } from '../analysis/tagger/weights.ts';
import { createWords } from '../analysis/tagger/words.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitTokens } from '../text/tokens.ts';
import { readNamePool, type Source } from './corpus.ts';
import { createCrf } from './crf.ts';
import type { Annotated } from './data.ts';
import { allowLabels } from './labels.ts';
import { createRandom, type Random, shuffle } from './random.ts';
import { replaceNames } from './replaceNames.ts';
import { type TextForm, toForm } from './scrape.ts';

export interface NameTraining {
  readonly buckets: number;
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  readonly identityDropout: number;
  readonly decay: number;
  readonly peopleReplaced: number;
  readonly organisationsReplaced: number;
  /** Weights below this are left out of the file. */
  readonly least: number;
  readonly seed: number;
}

export const NAME_TRAINING: NameTraining = {
  buckets: 1 << 19,
  epochs: 5,
  rate: 0.15,
  dropout: 0.25,
  identityDropout: 0.3,
  decay: 1e-6,
  peopleReplaced: 0.5,
  organisationsReplaced: 0.3,
  least: 0.01,
  seed: 7,
};

/** Trains the tagger of names; gives its section of the model file. `sections` holds the lists. */
export function trainNames(
  sections: ReadonlyMap<string, Uint8Array>,
  sources: readonly Source[],
  options: NameTraining,
  log: (line: string) => void,
): Uint8Array {
  const random = createRandom(options.seed);
  const lexicon = readLexicon({ sections });
  const toWord = createWords(lexicon);
  const pool = readNamePool(random, sources);
  const crf = createCrf({
    labels: NAME_LABELS,
    buckets: options.buckets,
    kinds: 2,
    rate: options.rate,
    dropout: options.dropout,
    identity: new Set(IDENTITY_SLOTS),
    identityDropout: options.identityDropout,
    decay: options.decay,
    random,
  });
  const isDemonym = ({ lower }: { lower: string }): boolean =>
    field(lexicon.find(lower), FIELDS.demonym) === 1;
  const learn = (record: Annotated, { gaps, weight }: Source): [number, number] => {
    let loss = 0;
    let count = 0;
    for (const { start, end } of splitParagraphs(record.text)) {
      const text = record.text.slice(start, end);
      const tokens = splitTokens(text);
      const paragraph = { text, form: 'edited' as const, tokens, sentences: splitSentences(tokens) };
      const { features, kind } = findFeatures(lexicon, toWord, paragraph);
      const allowed = allowLabels(record, tokens, start, gaps, isDemonym);
      loss += crf.learn({ features, slots: SLOTS, count: tokens.length, allowed, kind, weight });
      count += tokens.length;
    }
    return [loss, count];
  };
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const began = performance.now();
    crf.setRate(options.rate * (1 - (0.8 * epoch) / options.epochs));
    let loss = 0;
    let count = 0;
    for (const source of shuffle(random, sources))
      for (const form of pickForms(random, source.gold)) {
        const renamed = replaceNames(
          random,
          source.record,
          pool,
          options.peopleReplaced,
          options.organisationsReplaced,
        );
        const [more, tokens] = learn(toForm(renamed, form), source);
        loss += more;
        count += tokens;
      }
    const seconds = (performance.now() - began) / 1000;
    log(`epoch ${epoch + 1}: ${count} tokens, loss ${(loss / count).toFixed(4)}, ${seconds.toFixed(0)} s`);
  }
  const sizes = Float32Array.from(crf.model.weights.filter((w) => w !== 0))
    .map(Math.abs)
    .sort();
  log(
    `weights ${sizes.length} ${[0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999].map((q) => sizes[Math.floor(q * sizes.length)]?.toFixed(3)).join(' ')}`,
  );
  return packWeights(crf.model, options.least);
}

const HALF_WAY: readonly TextForm[] = ['lower', 'capitals', 'headline', 'unpunctuated'];

function pickForms(random: Random, gold: boolean): TextForm[] {
  const half = HALF_WAY[Math.floor(random() * HALF_WAY.length)] as TextForm;
  if (gold) return random() < 0.3 ? ['edited', 'scraped', half] : ['edited', 'scraped'];
  const chance = random();
  return [chance < 0.1 ? half : chance < 0.55 ? 'edited' : 'scraped'];
}
