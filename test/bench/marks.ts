import type { Article } from '../../server/analysis/types.ts';
import { findSuggestions } from '../../server/annotations/suggestions.ts';
import { createMarking } from '../../server/marking/marking.ts';
import { nextSuggestion } from '../../server/marking/view.ts';
import { readArticle } from '../support/reader.ts';
import { makeArticle } from './articles.ts';
import { milliseconds, printRow, processorTime, spreadOf } from './measure.ts';

const URI = 'file:///bench/long.article';
const MARKS = 5000;
const ACTS = 300;

/** Processor time of accept-and-next in an article of 200,000 words that has 5,000 marks; the side file is written between. */
export async function benchMarks(): Promise<void> {
  const text = makeArticle(1, 200_000);
  const article = readArticle(text);
  const marking = openMarking(text);
  const first = findSuggestions(article).slice(0, MARKS);
  await marking.act(URI, article, { kind: 'accept' }, first);
  await marking.write(URI);
  // As an editor does after each act.
  await marking.view(URI, article);
  const times: number[] = [];
  const shown: number[] = [];
  let from = first.at(-1) ?? { start: 0, end: 0 };
  for (let i = 0; i < ACTS; i++) {
    const began = processorTime();
    await marking.act(URI, article, { kind: 'accept' }, [from]);
    const next = nextSuggestion(await marking.view(URI, article), from, 1);
    times.push(processorTime() - began);
    const judging = processorTime();
    marking.judged(URI, article);
    shown.push(processorTime() - judging);
    if (next) from = next;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await marking.write(URI);
  print(`accept and next, ${MARKS} marks, ${countWords(article)} words`, times);
  print('the article as it is judged then', shown);
}

function print(what: string, times: readonly number[]): void {
  const { median, p99 } = spreadOf(times);
  printRow(what, milliseconds(median), milliseconds(p99));
}

function openMarking(text: string) {
  let file = '';
  let ids = 0;
  return createMarking({
    files: {
      read: async () => file,
      change: async (_, change) => {
        file = change(file) ?? file;
        return file;
      },
      list: async () => [],
    },
    textOf: () => text,
    annotatorOf: async () => '',
    rulesOf: async () => [],
    reader: async () => readArticle,
    storage: () => undefined,
    now: () => '2024-01-01T00:00:00Z',
    createId: () => `urn:bench:${ids++}`,
    failed: (_, error) => {
      throw error;
    },
    changed: () => {},
  });
}

function countWords({ text }: Article): number {
  return text.split(/\s+/u).length;
}
