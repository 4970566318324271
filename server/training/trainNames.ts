import { FIELDS, field, type Lexicon, readLexicon } from '../analysis/tagger/lexicon.ts';
import { findFeatures, IDENTITY_SLOTS, SLOTS } from '../analysis/tagger/nameFeatures.ts';
import { NAME_LABELS } from '../analysis/tagger/nameLabels.ts';
import { packWeights } from '../analysis/tagger/weights.ts';
import { createWords, type Word } from '../analysis/tagger/words.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitTokens } from '../text/tokens.ts';
import { readNamePool, type Source } from './corpus.ts';
import { type Crf, createCrf } from './crf.ts';
import type { Annotated } from './data.ts';
import { allowLabels } from './labels.ts';
import { createRandom, type Random, shuffle } from './random.ts';
import { relabel } from './relabel.ts';
import { type NamePool, replaceNames } from './replaceNames.ts';
import { type TextForm, toForm } from './scrape.ts';

export interface NameTraining {
  readonly buckets: number;
  /** Times that the gold alone is read, to label the silver texts anew with what it taught; 0 leaves them as they are. */
  readonly goldEpochs: number;
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  readonly identityDropout: number;
  readonly decay: number;
  readonly peopleReplaced: number;
  readonly organisationsReplaced: number;
  readonly placesReplaced: number;
  readonly silverWeight: number;
  readonly goldWeight: number;
  /** What the silver label of a token counts against the scores of the gold model when they disagree. */
  readonly silverTrust: number;
  /** Weights below this are left out of the file. */
  readonly least: number;
  readonly seed: number;
}

export const NAME_TRAINING: NameTraining = {
  buckets: 1 << 19,
  goldEpochs: 4,
  epochs: 3,
  rate: 0.15,
  dropout: 0.25,
  identityDropout: 0.3,
  decay: 1e-6,
  peopleReplaced: 0.5,
  organisationsReplaced: 0.4,
  placesReplaced: 0.3,
  silverWeight: 0.5,
  goldWeight: 3,
  silverTrust: 2,
  least: 0.01,
  seed: 7,
};

/** What the steps of a training share. */
export interface NameWorkshop {
  readonly lexicon: Lexicon;
  readonly toWord: (text: string) => Word;
  readonly pool: NamePool;
  readonly random: Random;
  readonly options: NameTraining;
  readonly log: (line: string) => void;
}

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
  const shop: NameWorkshop = { lexicon, toWord, pool, random, options, log };
  const cleaned = options.goldEpochs > 0 ? cleanSilver(shop, sources) : sources;
  const crf = createNameCrf(shop);
  learnNames(shop, crf, cleaned, options.epochs);
  return packWeights(crf.model, options.least);
}

/** The sources with silver labels corrected by a model of the gold: label and model have to agree or outweigh each other. */
function cleanSilver(shop: NameWorkshop, sources: readonly Source[]): Source[] {
  const crf = createNameCrf(shop);
  const gold = sources.filter((source) => source.gold);
  learnNames(shop, crf, gold, shop.options.goldEpochs);
  const began = performance.now();
  let changed = 0;
  const cleaned = sources.map((source) => {
    if (source.gold) return source;
    const record = relabel(shop, crf.model, source, source.plain ? 0 : shop.options.silverTrust);
    if (JSON.stringify(record.entities.map(short)) !== JSON.stringify(source.record.entities.map(short)))
      changed++;
    return { ...source, record, gaps: {} };
  });
  shop.log(`labelled anew: ${changed} silver texts, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return cleaned;
}

function short({ start, end, type }: { start: number; end: number; type: string }): string {
  return `${start}-${end}-${type}`;
}

function createNameCrf({ options, random }: NameWorkshop): Crf {
  return createCrf({
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
}

function learnNames(shop: NameWorkshop, crf: Crf, sources: readonly Source[], epochs: number): void {
  const { random, options, pool, log } = shop;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const began = performance.now();
    crf.setRate(options.rate * (1 - (0.8 * epoch) / epochs));
    let loss = 0;
    let count = 0;
    for (const source of shuffle(random, sources))
      for (const form of pickForms(random, source.gold)) {
        const { record } = source;
        const { peopleReplaced, organisationsReplaced, placesReplaced } = options;
        const renamed = replaceNames(
          random,
          record,
          pool,
          peopleReplaced,
          organisationsReplaced,
          placesReplaced,
        );
        const [more, tokens] = learnText(shop, crf, toForm(renamed, form), source);
        loss += more;
        count += tokens;
      }
    const seconds = (performance.now() - began) / 1000;
    log(`epoch ${epoch + 1}: ${count} tokens, loss ${(loss / count).toFixed(4)}, ${seconds.toFixed(0)} s`);
  }
}

function learnText(shop: NameWorkshop, crf: Crf, record: Annotated, source: Source): [number, number] {
  const { lexicon, toWord, options } = shop;
  const weight = source.gold ? source.weight * options.goldWeight : source.weight * options.silverWeight;
  const isDemonym = ({ lower }: { lower: string }): boolean =>
    field(lexicon.find(lower), FIELDS.demonym) === 1;
  let loss = 0;
  let count = 0;
  for (const { start, end } of splitParagraphs(record.text)) {
    const text = record.text.slice(start, end);
    const tokens = splitTokens(text);
    const paragraph = { text, form: 'edited' as const, tokens, sentences: splitSentences(tokens) };
    const { features, kind } = findFeatures(lexicon, toWord, paragraph);
    const allowed = allowLabels(record, tokens, start, source.gaps, isDemonym);
    loss += crf.learn({ features, slots: SLOTS, count: tokens.length, allowed, kind, weight });
    count += tokens.length;
  }
  return [loss, count];
}

const HALF_WAY: readonly TextForm[] = ['lower', 'capitals', 'headline', 'unpunctuated'];

function pickForms(random: Random, gold: boolean): TextForm[] {
  const half = HALF_WAY[Math.floor(random() * HALF_WAY.length)] as TextForm;
  if (gold) return random() < 0.3 ? ['edited', 'scraped', half] : ['edited', 'scraped'];
  const chance = random();
  return [chance < 0.1 ? half : chance < 0.55 ? 'edited' : 'scraped'];
}
