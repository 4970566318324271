import type { BoundaryModel } from '../../analysis/quotes/boundaries.ts';
import { Features, type Scorer } from '../../analysis/quotes/scorer.ts';
import type { SpeechModel } from '../../analysis/quotes/speechModel.ts';
import type { Model } from '../../analysis/tagger/model.ts';
import { readNames } from '../../analysis/tagger/names.ts';
import { readData } from '../data.ts';
import { createRandom } from '../random.ts';
import { inForm, readDocuments, readParagraphs, type SpeechDocument } from './documents.ts';
import { ExamplePool, meanOf, type RankerOptions, trainRankers } from './rankers.ts';
import { reorder } from './reorder.ts';
import {
  addCueExamples,
  addOwnerExamples,
  addPointerExamples,
  type Lesson,
  toLesson,
} from './reportExamples.ts';
import { type LabelsOf, type NetOptions, trainNet, unmark } from './trainNet.ts';

export const NET_TRAINING: NetOptions = {
  epochs: 3,
  rate: 0.08,
  wideRate: 0.015,
  least: 5,
  unknown: 0.05,
  skipped: 0.5,
  seed: 3,
};
export const REPORT_TRAINING: RankerOptions = { epochs: 6, rate: 0.15, decay: 1e-5, dropout: 0.2, seed: 11 };

const GOLD = ['gold/train.jsonl', 'train/gum_news.jsonl', 'train/gum_court.jsonl'];
const PLAIN = ['text/wikinews_2019_2020.jsonl', 'text/voa_passages.jsonl', 'text/geovirus_wikinews.jsonl'];
const MEASURING = ['gold/dev.jsonl', 'dev/gum_dev.jsonl'];

/**
 * Trains what guesses boundaries on open text, names as a model reads them. No text that reports are learnt from, or
 * measured with, is among it, so that the guesses are as good and as bad there as in a text never seen.
 */
export function trainBoundaries(
  names: Model,
  options: NetOptions,
  log: (line: string) => void,
): BoundaryModel {
  const annotated = shinglesOf([...GOLD, ...MEASURING].flatMap(readDocuments));
  const plain = PLAIN.flatMap(readPlain).filter((document) => !shares(document, annotated));
  const documents = [...plain, ...readSentences()];
  log(`boundaries from ${documents.length} documents`);
  const labelsOf = forgetfulLabels(names);
  const texts = documents.flatMap((document) => unmark(document, labelsOf) ?? []);
  return { ...trainNet(texts, options, log), memory: { known: new Map() } };
}

/** Trains who reports what, with names as a model reads them. `isHeld` leaves gold documents out. */
export function trainReports(
  names: Model,
  boundaries: BoundaryModel,
  options: RankerOptions,
  isHeld: (id: string) => boolean,
  log: (line: string) => void,
): SpeechModel {
  const gold = GOLD.flatMap(readDocuments).filter(({ id }) => !isHeld(id));
  const lessons = [0, 1].map((half) => toLessons(gold.filter(isHalf(half)), names, boundaries));
  // How sure a cue is, owners learn from a model that has not seen it: each half from the other.
  const sure = lessons.map((own) => {
    const pool = new ExamplePool();
    for (const lesson of own) addCueExamples(pool, lesson);
    return trainRankers(pool, options);
  });
  const pool = new ExamplePool();
  const features = new Features();
  lessons.forEach((own, half) => {
    for (const lesson of own) {
      addCueExamples(pool, lesson);
      if (lesson.paragraph.form === 'edited')
        addOwnerExamples(pool, lesson, sure[1 - half] as Scorer, features);
      addPointerExamples(pool, lesson);
    }
  });
  log(`reports from ${gold.length} documents, ${pool.examples.length} decisions`);
  const seeds = [options.seed, options.seed + 1];
  return { boundaries, reports: meanOf(seeds.map((seed) => trainRankers(pool, { ...options, seed }))) };
}

function toLessons(documents: readonly SpeechDocument[], names: Model, boundaries: BoundaryModel): Lesson[] {
  const features = new Features();
  const labelsOf = forgetfulLabels(names);
  const random = createRandom(9);
  return documents.flatMap((document) => {
    const turned = reorder(document, random, REORDERED);
    return [
      { own: document, form: 'edited' as const },
      { own: document, form: 'scraped' as const },
      { own: turned, form: 'edited' as const },
      { own: turned, form: 'scraped' as const },
    ].flatMap(({ own, form }) =>
      readParagraphs(inForm(own, form), form).map((paragraph) =>
        toLesson(boundaries, paragraph, labelsOf(paragraph), features),
      ),
    );
  });
}

/** Share of the reports that are turned round in a second reading. */
const REORDERED = 0.15;

/** Share of the names that are forgotten: the names of these texts were learnt from, those of new ones are read worse. */
const FORGOTTEN = 0.08;

function forgetfulLabels(names: Model): LabelsOf {
  const random = createRandom(5);
  return (paragraph) => {
    let forgets = false;
    return readNames(names, paragraph).labels.map((label) => {
      if (label % 2 === 1) forgets = random() < FORGOTTEN;
      return forgets ? 0 : label;
    });
  };
}

function readPlain(name: string): SpeechDocument[] {
  return readData(name)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ ...(JSON.parse(line) as { id: string; text: string }), quotes: [] }));
}

/** Groningen's sentences, of which only the text is used, joined to texts of twenty. */
function readSentences(): SpeechDocument[] {
  const sentences = readPlain('train/gmb_silver.jsonl').map(({ text }) => text);
  const documents: SpeechDocument[] = [];
  for (let i = 0; i < sentences.length; i += 20)
    documents.push({ id: `sentences ${i}`, text: sentences.slice(i, i + 20).join(' '), quotes: [] });
  return documents;
}

function isHalf(half: number): (document: SpeechDocument) => boolean {
  return ({ id }) => hashText(id) % 2 === half;
}

function shinglesOf(documents: readonly SpeechDocument[]): Set<number> {
  const set = new Set<number>();
  for (const { text } of documents) for (const hash of shingles(text)) set.add(hash);
  return set;
}

/** Whether the text has much in common with those of the set. */
function shares({ text }: SpeechDocument, set: ReadonlySet<number>): boolean {
  let count = 0;
  let common = 0;
  for (const hash of shingles(text)) {
    count++;
    if (set.has(hash)) common++;
  }
  return common > count * 0.1;
}

function* shingles(text: string): Generator<number> {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  for (let i = 0; i + 8 <= words.length; i++) yield hashText(words.slice(i, i + 8).join(' '));
}

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 13)) >>> 0;
}
