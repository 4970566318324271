import * as chrono from 'chrono-node';
import { relateTimes } from '../../server/analysis/dates/relateTimes.ts';
import { readTimes } from '../../server/analysis/dates/times.ts';
import { splitPlain } from '../../server/analysis/reading.ts';
import { splitParagraphs } from '../../server/text/paragraphs.ts';
import { makeArticle } from './articles.ts';
import { milliseconds, printRow, spreadOf, timeRuns } from './measure.ts';

const RUNS = 40;
const WORDS = 700;
/** Rounds over all articles that are timed. */
const ROUNDS = 5;
/** Rounds before the clock starts. */
const WARM = 20;

/** Finding and reading the dates of an article of 800 tokens, after its tokens, beside chrono-node on the same text. */
export async function benchDates(): Promise<void> {
  console.log('Dates of an article of about 800 tokens (median, 99 of 100 under)');
  const texts = Array.from({ length: RUNS }, (_, i) => makeArticle(i, WORDS));
  const articles = texts.map((text) =>
    splitParagraphs(text).map((paragraph) => ({
      ...paragraph,
      plain: splitPlain(text.slice(paragraph.start, paragraph.end)),
    })),
  );
  const publication = { date: '2019-03-26', source: 'argument' } as const;
  const reference = new Date('2019-03-26T12:00:00Z');
  const readOwn = (i: number) => {
    const paragraphs = (articles[i % RUNS] ?? []).map(({ start, end, continues, plain }) => ({
      start,
      end,
      continues,
      reading: { times: readTimes(plain) },
    }));
    return relateTimes(paragraphs, [], [], publication);
  };
  const readPeer = (i: number) => chrono.parse(texts[i % RUNS] ?? '', reference);
  // Both are warm, as a server is after some minutes.
  for (const read of [readOwn, readPeer]) await timeRuns(WARM * RUNS, read);
  const own = spreadOf(await timeRuns(ROUNDS * RUNS, readOwn));
  const peer = spreadOf(await timeRuns(ROUNDS * RUNS, readPeer));
  printRow('Newsmark', milliseconds(own.median), milliseconds(own.p99));
  printRow('chrono-node', milliseconds(peer.median), milliseconds(peer.p99));
  printRow("share of chrono-node's time", `${((100 * own.median) / peer.median).toFixed(0)} %`);
}
