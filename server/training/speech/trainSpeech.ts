import type { BoundaryModel } from '../../analysis/quotes/boundaries.ts';
import { Features, type Scorer } from '../../analysis/quotes/scorer.ts';
import { packSpeech, type SpeechModel } from '../../analysis/quotes/speechModel.ts';
import type { Model } from '../../analysis/tagger/model.ts';
import { readNames } from '../../analysis/tagger/names.ts';
import { createRandom } from '../random.ts';
import { inForm, readDocuments, readParagraphs, type SpeechDocument } from './documents.ts';
import { hashText, readOpenText } from './openText.ts';
import { ExamplePool, meanOf, type RankerOptions, trainRankers } from './rankers.ts';
import { reorder } from './reorder.ts';
import {
  addCueExamples,
  addOwnerExamples,
  addPointerExamples,
  type Lesson,
  toLesson,
} from './reportExamples.ts';
import { readSilver } from './silver.ts';
import { type NetOptions, trainNet } from './trainNet.ts';
import { type LabelsOf, unmark } from './unmark.ts';

export const NET_TRAINING: NetOptions = {
  epochs: 3,
  rate: 0.003,
  rowRate: 0.08,
  wideRate: 0.015,
  dropout: 0.15,
  least: 5,
  unknown: 0.1,
  skipped: 0.5,
  seed: 3,
};

export interface ReportOptions extends RankerOptions {
  /** What a decision that only a model has made counts beside one of the annotated texts. */
  readonly silver: number;
  /** Share of the reports of annotated and of other texts that are turned round. */
  readonly turned: number;
  readonly silverTurned: number;
}

export const REPORT_TRAINING: ReportOptions = {
  epochs: 6,
  rate: 0.15,
  decay: 1e-5,
  dropout: 0.2,
  seed: 11,
  silver: 0.5,
  turned: 0.2,
  silverTurned: 0.3,
};

const GOLD = ['gold/train.jsonl', 'train/gum_news.jsonl', 'train/gum_court.jsonl'];
const MEASURING = ['gold/dev.jsonl', 'dev/gum_dev.jsonl'];

/** What is learnt from: annotated texts, and open ones as a model of edited text has read them. */
export interface Sources {
  readonly gold: readonly SpeechDocument[];
  readonly silver: readonly SpeechDocument[];
}

/** Reads the sources; the quotations of the open texts by a model trained with the annotated ones. */
export function readSources(
  names: Model,
  options: ReportOptions,
  isHeld: (id: string) => boolean,
  log: (line: string) => void,
): Sources {
  const annotated = GOLD.flatMap(readDocuments);
  const gold = annotated.filter(({ id }) => !isHeld(id));
  const open = readOpenText([...annotated, ...MEASURING.flatMap(readDocuments)]);
  const untrained = { ...trainNet([], NET_TRAINING, () => {}), memory: { known: new Map() } };
  const lessons = Array.from({ length: FOLDS }, (_, fold) =>
    gold
      .filter((document) => foldOf(document, gold) === fold)
      .flatMap((document) => toLessons(document, ['edited'], names, untrained)),
  );
  const edited = trainReports(lessons, [], options, log);
  const teacher = { boundaries: untrained, reports: { edited, scraped: edited } };
  const model = { sections: new Map([...names.sections, ['speech', packSpeech(teacher)]]) };
  const silver = open.map((document) => readSilver(model, document));
  log(`${silver.reduce((sum, { quotes }) => sum + quotes.length, 0)} quotations in open texts`);
  return { gold, silver };
}

/**
 * Trains what guesses boundaries, names as a model reads them, without the texts of one fold: from its guesses there,
 * which are as good and as bad as in a text never seen, reports are learnt.
 */
export function trainBoundaries(
  names: Model,
  { gold, silver }: Sources,
  fold: number,
  log: (line: string) => void,
): BoundaryModel {
  const random = createRandom(7);
  const labelsOf = forgetfulLabels(names);
  const texts = [...gold, ...silver]
    .filter((document) => foldOf(document, gold) !== fold)
    .flatMap((document) => unmark(reorder(document, random, TURNED), labelsOf) ?? []);
  log(`boundaries from ${texts.length} texts`);
  return { ...trainNet(texts, NET_TRAINING, log), memory: { known: new Map() } };
}

/** How many models of boundaries are trained, each without a fold. */
export const FOLDS = 2;
/** Every so many open texts are in one fold; the others are in none. */
const OPEN_FOLDS = 4;
/** Share of the reports that are turned round in what boundaries are learnt from. */
const TURNED = 0.25;

function foldOf(document: SpeechDocument, gold: readonly SpeechDocument[]): number {
  return hashText(document.id) % (gold.includes(document) ? FOLDS : OPEN_FOLDS);
}

/**
 * Trains the model that ships, with models of boundaries trained without each fold; the first of them ships too. Edited
 * text is learnt from both forms of the annotated texts, scraped text from that form of them and of what a model has read.
 */
export function trainSpeech(
  names: Model,
  { gold, silver }: Sources,
  folds: readonly BoundaryModel[],
  options: ReportOptions,
  log: (line: string) => void,
): SpeechModel {
  const random = createRandom(9);
  const ownOf = (documents: readonly SpeechDocument[], fold: number): SpeechDocument[] =>
    documents.filter((document) => foldOf(document, gold) === fold);
  const annotated = folds.map((guesses, fold) =>
    ownOf(gold, fold).flatMap((document) =>
      [document, reorder(document, random, options.turned)].flatMap((own) =>
        toLessons(own, ['edited', 'scraped'], names, guesses),
      ),
    ),
  );
  const edited = trainReports(annotated, [], options, log);
  const unmarked = annotated.map((lessons) => lessons.filter(({ words }) => words.scraped));
  const read = folds.flatMap((guesses, fold) =>
    ownOf(silver, fold).flatMap((document) =>
      toLessons(reorder(document, random, options.silverTurned), ['scraped'], names, guesses),
    ),
  );
  const [boundaries] = folds as [BoundaryModel];
  return { boundaries, reports: { edited, scraped: trainReports(unmarked, read, options, log) } };
}

/** Trains who reports what, from folds of annotated texts and from what a model has read. */
function trainReports(
  annotated: readonly (readonly Lesson[])[],
  read: readonly Lesson[],
  options: ReportOptions,
  log: (line: string) => void,
): Scorer {
  // How sure a cue is, owners learn from a model that has not seen it: each fold from another.
  const sure = annotated.map((own) => {
    const pool = new ExamplePool();
    for (const lesson of own) addCueExamples(pool, lesson);
    return trainRankers(pool, options);
  });
  const pool = new ExamplePool();
  const features = new Features();
  annotated.forEach((own, fold) => {
    for (const lesson of own) {
      addCueExamples(pool, lesson);
      if (!lesson.words.scraped)
        addOwnerExamples(pool, lesson, sure[(fold + 1) % sure.length] as Scorer, features);
      addPointerExamples(pool, lesson);
    }
  });
  for (const lesson of read) {
    addCueExamples(pool, lesson, options.silver);
    addPointerExamples(pool, lesson, options.silver);
  }
  log(`${pool.examples.length} decisions`);
  const seeds = [options.seed, options.seed + 1];
  return meanOf(seeds.map((seed) => trainRankers(pool, { ...options, seed })));
}

function toLessons(
  document: SpeechDocument,
  forms: readonly ('edited' | 'scraped')[],
  names: Model,
  boundaries: BoundaryModel,
): Lesson[] {
  const features = new Features();
  const labelsOf = forgetfulLabels(names, hashText(document.id));
  return forms.flatMap((form) =>
    readParagraphs(inForm(document, form), form).map((paragraph) =>
      toLesson(boundaries, paragraph, labelsOf(paragraph), features),
    ),
  );
}

/** Share of the names that are forgotten: the names of these texts were learnt from, those of new ones are read worse. */
const FORGOTTEN = 0.08;

function forgetfulLabels(names: Model, seed = 5): LabelsOf {
  const random = createRandom(seed);
  return (paragraph) => {
    let forgets = false;
    return readNames(names, paragraph).labels.map((label) => {
      if (label % 2 === 1) forgets = random() < FORGOTTEN;
      return forgets ? 0 : label;
    });
  };
}
