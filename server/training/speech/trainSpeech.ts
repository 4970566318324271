import { Features, type Scorer } from '../../analysis/quotes/scorer.ts';
import { packSpeech } from '../../analysis/quotes/speechModel.ts';
import { readData } from '../data.ts';
import { addBoundaryExamples } from './boundaryExamples.ts';
import { inForm, readDocuments, readParagraphs, type SpeechDocument } from './documents.ts';
import { ExamplePool, type RankerOptions, trainRankers } from './rankers.ts';
import {
  addCueExamples,
  addOwnerExamples,
  addPointerExamples,
  type Lesson,
  toLesson,
} from './reportExamples.ts';

export const SPEECH_TRAINING: RankerOptions = { epochs: 6, rate: 0.15, decay: 1e-5, dropout: 0.1, seed: 11 };

const GOLD = ['gold/train.jsonl', 'train/gum_news.jsonl', 'train/gum_court.jsonl'];
const PLAIN = ['text/wikinews_2019_2020.jsonl', 'text/voa_passages.jsonl', 'text/geovirus_wikinews.jsonl'];

/** Trains what reads speech; gives its section of the model file. `isHeld` leaves gold documents out. */
export function trainSpeech(
  options: RankerOptions,
  isHeld: (id: string) => boolean,
  log: (line: string) => void,
): Uint8Array {
  const gold = GOLD.flatMap(readDocuments).filter(({ id }) => !isHeld(id));
  const plain = readPlain(isHeld);
  // The rankers learn from guesses of boundaries that were not learnt from the same text: each half from the other.
  const halves = [0, 1].map((half) => trainBoundaries(options, gold, plain, half));
  const boundaries = trainBoundaries(options, gold, plain, undefined);
  log(`boundaries from ${gold.length} gold and ${plain.length} plain documents`);
  const lessons = [0, 1].map((half) => toLessons(gold.filter(isHalf(half)), halves[half] as Scorer));
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
  log(`reports from ${lessons.flat().length} paragraphs, ${pool.examples.length} decisions`);
  const reports = trainRankers(pool, options);
  return packSpeech({ boundaries, reports });
}

function toLessons(documents: readonly SpeechDocument[], boundaries: Scorer): Lesson[] {
  const features = new Features();
  return documents.flatMap((document) =>
    (['edited', 'scraped'] as const).flatMap((form) =>
      readParagraphs(inForm(document, form), form).map((paragraph) =>
        toLesson(boundaries, paragraph, features),
      ),
    ),
  );
}

function trainBoundaries(
  options: RankerOptions,
  gold: readonly SpeechDocument[],
  plain: readonly SpeechDocument[],
  half: number | undefined,
): Scorer {
  const pool = new ExamplePool();
  const taken = gold.filter((document) => half === undefined || !isHalf(half)(document));
  const known = shinglesOf(half === undefined ? gold : gold.filter(isHalf(half)));
  const added = shinglesOf(taken);
  for (const document of taken) addBoundaryExamples(pool, document);
  for (const document of plain)
    if (!shares(document, known) && !shares(document, added)) addBoundaryExamples(pool, document);
  return trainRankers(pool, { ...options, epochs: 4, dropout: 0 });
}

/** Open text but what measuring uses. */
function readPlain(isHeld: (id: string) => boolean): SpeechDocument[] {
  const measuring = ['gold/dev.jsonl', 'dev/gum_dev.jsonl'].flatMap(readDocuments);
  const held = shinglesOf([
    ...measuring,
    ...readDocuments('gold/train.jsonl').filter(({ id }) => isHeld(id)),
  ]);
  return PLAIN.flatMap(readPlainFile).filter((document) => !shares(document, held));
}

function readPlainFile(name: string): SpeechDocument[] {
  return readData(name)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ ...(JSON.parse(line) as { id: string; text: string }), quotes: [] }));
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
