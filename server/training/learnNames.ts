import { FIELDS, field } from '../analysis/tagger/lexicon.ts';
import { findFeatures, IDENTITY_SLOTS, SLOTS } from '../analysis/tagger/nameFeatures.ts';
import { NAME_LABELS } from '../analysis/tagger/nameLabels.ts';
import { viewParagraph } from '../analysis/tagger/paragraphView.ts';
import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitTokens } from '../text/tokens.ts';
import type { Source } from './corpus.ts';
import { type Crf, createCrf } from './crf.ts';
import type { Annotated } from './data.ts';
import { allowLabels, OUTSIDE } from './labels.ts';
import { shuffle } from './random.ts';
import { replaceNames } from './replaceNames.ts';
import { toForm } from './scrape.ts';
import { type NameWorkshop, pickForms } from './workshop.ts';

/** A first pass that has learnt nothing. */
export function createNameCrf({ options, random }: NameWorkshop): Crf {
  return createCrf({
    labels: NAME_LABELS,
    buckets: options.buckets,
    kinds: 2,
    rate: options.rate,
    calm: options.calm,
    dropout: options.dropout,
    identity: new Set(IDENTITY_SLOTS),
    identityDropout: options.identityDropout,
    decay: options.decay,
    random,
  });
}

/** Shows a first pass the sources so many times, each in several forms, with names replaced. */
export function learnNames(shop: NameWorkshop, crf: Crf, sources: readonly Source[], epochs: number): void {
  const { random, options, pool, log } = shop;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const began = performance.now();
    crf.setRate(options.rate * (1 - (0.8 * epoch) / epochs));
    let loss = 0;
    let count = 0;
    const order = shuffle(random, sources);
    for (const [index, source] of order.entries()) {
      // The weights are the mean of their last stretch.
      if (epoch === epochs - 1 && (index + 1) % Math.ceil(order.length / SAMPLES) === 0) crf.sample();
      if (!source.gold && random() >= options.silverShare) continue;
      for (const form of pickForms(random, source.gold)) {
        const { record } = source;
        const renamed = replaceNames(random, record, pool, options);
        const [more, tokens] = learnText(shop, crf, toForm(renamed, form), source);
        loss += more;
        count += tokens;
      }
    }
    const seconds = (performance.now() - began) / 1000;
    log(`epoch ${epoch + 1}: ${count} tokens, loss ${(loss / count).toFixed(4)}, ${seconds.toFixed(0)} s`);
  }
  crf.settle();
}

const SAMPLES = 10;

function learnText(shop: NameWorkshop, crf: Crf, record: Annotated, source: Source): [number, number] {
  const { lexicon, words, options } = shop;
  const weight = source.gold ? source.weight * options.goldWeight : source.weight * options.silverWeight;
  const isDemonym = ({ lower }: { lower: string }): boolean =>
    field(lexicon.find(lower), FIELDS.demonym) === 1;
  let loss = 0;
  let count = 0;
  for (const { start, end } of splitParagraphs(record.text)) {
    const text = record.text.slice(start, end);
    const tokens = splitTokens(text);
    const paragraph = { text, form: 'edited' as const, tokens, sentences: splitSentences(tokens) };
    const view = viewParagraph(lexicon, words, paragraph);
    const { kind, dull } = view;
    const allowed = allowLabels(record, tokens, start, source.gaps, isDemonym);
    dull?.forEach((isDull, i) => {
      if (isDull === 1) allowed[i] = OUTSIDE;
    });
    const features = findFeatures(view);
    loss += crf.learn({ features, slots: SLOTS, count: tokens.length, allowed, kind, dull, weight });
    count += tokens.length;
  }
  return [loss, count];
}
