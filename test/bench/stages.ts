import { createReader } from '../../server/analysis/article.ts';
import { findCountries } from '../../server/analysis/countries.ts';
import { createTimesRelater } from '../../server/analysis/dates/relateTimes.ts';
import { joinEntities } from '../../server/analysis/entities.ts';
import { findUnread } from '../../server/analysis/extent.ts';
import { createParagraphReader } from '../../server/analysis/paragraphs.ts';
import { findPeople } from '../../server/analysis/people.ts';
import { createSpeechRelater } from '../../server/analysis/quotes/speech.ts';
import { type Reading, readParagraph } from '../../server/analysis/reading.ts';
import { remember } from '../../server/analysis/remember.ts';
import { createNameRelater } from '../../server/analysis/tagger/names.ts';
import { findProblems } from '../../server/features/problems/problems.ts';
import { model } from '../support/model.ts';
import { makeArticle } from './articles.ts';
import { milliseconds, printRow, processorTime, spreadOf } from './measure.ts';

/** So many letters are typed, each at another place. */
const EDITS = 30;

/** Processor time of each stage of the analysis after a letter is typed, in articles of growing length. */
export async function benchStages(): Promise<void> {
  for (const words of [1000, 20000, 200000]) {
    console.log(`Stages after an edit in ${words} words, processor time`);
    const times = timeStages(makeArticle(7, words));
    for (const [stage, [first = 0, ...later]] of times) {
      // The first edits warm the machine up.
      const { median, p99 } = spreadOf(later.slice(5));
      printRow(stage, milliseconds(median), `p99 ${milliseconds(p99)}`, `first ${milliseconds(first)}`);
    }
  }
}

function timeStages(article: string): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>();
  function time<Result>(stage: string, run: () => Result): Result {
    const start = processorTime();
    const result = run();
    const known = times.get(stage);
    if (known) known.push(processorTime() - start);
    else times.set(stage, [processorTime() - start]);
    return result;
  }
  const read = remember<Reading>((words) => readParagraph(model, words), 3_000_000);
  const readParagraphs = createParagraphReader(read);
  const relateTimes = createTimesRelater();
  const relateSpeech = createSpeechRelater();
  const relateNames = createNameRelater(model);
  const readArticle = createReader(model);
  let text = article;
  for (let edit = 0; edit < EDITS; edit++) {
    const at = Math.floor(((edit + 1) / (EDITS + 2)) * text.length);
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    time('extent', () => findUnread(text));
    const paragraphs = time('read', () => readParagraphs(text, 0));
    const names = time('names', () => relateNames(paragraphs));
    const found = time('people', () => findPeople(model, paragraphs, names));
    const { people, entities } = time('entities', () => joinEntities(paragraphs, found));
    const countries = time('countries', () => findCountries(paragraphs, names));
    const publication = { date: '2019-03-26', source: 'argument' } as const;
    time('dates', () => relateTimes(paragraphs, people, countries, publication));
    time('quotations', () => relateSpeech(paragraphs, { people, entities }));
    const whole = time('all of it', () => readArticle(text));
    time('problems', () => findProblems(whole));
  }
  return times;
}
