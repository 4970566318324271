import { findContribution } from '../analysis/tagger/documentNames.ts';
import { tallyNames } from '../analysis/tagger/documentTally.ts';
import { type FirstTagger, readFirst } from '../analysis/tagger/firstPass.ts';
import { NAME_LABELS } from '../analysis/tagger/nameLabels.ts';
import { findSecondFeatures, SECOND_SLOTS } from '../analysis/tagger/secondFeatures.ts';
import type { LearntModel } from '../analysis/tagger/weights.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitTokens } from '../text/tokens.ts';
import type { Source } from './corpus.ts';
import { type Crf, createCrf } from './crf.ts';
import type { Annotated } from './data.ts';
import { allowLabels } from './labels.ts';
import { cutPassages } from './passages.ts';
import { shuffle } from './random.ts';
import { replaceNames } from './replaceNames.ts';
import { toForm } from './scrape.ts';
import { type NameWorkshop, pickForms } from './workshop.ts';

/** A part of the gold and a first pass that has not seen it. */
export interface Fold {
  readonly tagger: FirstTagger;
  readonly sources: readonly Source[];
}

/** Trains the second pass: weights of what the article says of a word, on top of the scores of the first. */
export function trainSecond(shop: NameWorkshop, folds: readonly Fold[], first: LearntModel): LearntModel {
  const { random, options, pool, log } = shop;
  const crf = createCrf({
    labels: NAME_LABELS,
    buckets: options.secondBuckets,
    kinds: 2,
    rate: options.secondRate,
    calm: options.calm,
    dropout: options.secondDropout,
    identity: new Set(),
    identityDropout: 0,
    decay: options.decay,
    random,
    transitions: first.transitions,
  });
  const texts = folds.flatMap(({ tagger, sources }) => sources.map((source) => ({ tagger, source })));
  for (let epoch = 0; epoch < options.secondEpochs; epoch++) {
    const began = performance.now();
    crf.setRate(options.secondRate * (1 - (0.8 * epoch) / options.secondEpochs));
    let loss = 0;
    let count = 0;
    const order = shuffle(random, texts);
    for (const [index, { tagger, source }] of order.entries()) {
      if (epoch === options.secondEpochs - 1 && (index + 1) % Math.ceil(order.length / 10) === 0)
        crf.sample();
      for (const form of pickForms(random, true)) {
        const renamed = replaceNames(random, source.record, pool, options);
        const records = random() < options.passages ? cutPassages(random, renamed) : [renamed];
        for (const record of records) {
          const [more, tokens] = learnArticle(crf, tagger, toForm(record, form), source);
          loss += more;
          count += tokens;
        }
      }
    }
    const seconds = (performance.now() - began) / 1000;
    log(`second, epoch ${epoch + 1}: loss ${(loss / count).toFixed(4)}, ${seconds.toFixed(0)} s`);
  }
  crf.settle();
  return crf.model;
}

function learnArticle(crf: Crf, tagger: FirstTagger, record: Annotated, source: Source): [number, number] {
  const paragraphs = splitParagraphs(record.text).map(({ start, end }) => {
    const text = record.text.slice(start, end);
    const tokens = splitTokens(text);
    const paragraph = { text, form: 'edited' as const, tokens, sentences: splitSentences(tokens) };
    const allowed = allowLabels(record, tokens, start, source.gaps, () => true);
    return { allowed, first: readFirst(tagger, paragraph) };
  });
  const article = tallyNames(paragraphs.map(({ first }) => findContribution(first)));
  let loss = 0;
  let tokens = 0;
  for (const { allowed, first } of paragraphs) {
    const { count, kind, scores: base } = first;
    const features = findSecondFeatures(first, article);
    const { weight } = source;
    loss += crf.learn({ features, slots: SECOND_SLOTS, count, allowed, kind, weight, base });
    tokens += count;
  }
  return [loss, tokens];
}
