import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import compromise from 'compromise';
import english from 'wink-eng-lite-web-model';
import createWink from 'wink-nlp';
import { createReader } from '../../server/analysis/article.ts';
import { readModel } from '../../server/analysis/tagger/model.ts';
import { toNameTagger } from '../../server/analysis/tagger/nameTagger.ts';
import { degradeText } from '../../server/text/degrade.ts';
import { model } from '../support/model.ts';
import { makeArticle } from './articles.ts';
import { milliseconds, printRow, type Spread, spreadOf, timeRuns } from './measure.ts';

const RUNS = 40;
const WORDS = 700;

/** The whole analysis of an article of 800 tokens beside what its peers read of it, and the load of the models. */
export async function benchAnalysis(): Promise<void> {
  console.log('Analysis of an article of about 800 tokens (median, 99 of 100 under)');
  const edited = Array.from({ length: RUNS }, (_, i) => makeArticle(i, WORDS));
  await compare('edited', edited);
  await compare(
    'scraped',
    edited.map((text) => degradeText(text).text),
  );
  console.log('Model files from the disk, unpacked');
  const folder = path.join(import.meta.dirname, '../../server/analysis');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.bin'),
  );
  const loads = await timeRuns(10, () => {
    toNameTagger(readModel(...files.map((name) => readFileSync(path.join(folder, name)))));
  });
  printRow('first', milliseconds(loads[0] ?? 0));
  printRow('again', milliseconds(spreadOf(loads).median));
}

async function compare(form: string, texts: readonly string[]): Promise<void> {
  const own = await timeReader((text) => createReader(model)(text), texts);
  printRow(`${form}, Newsmark`, milliseconds(own.median), milliseconds(own.p99));
  for (const [name, read] of PEERS) {
    const peer = await timeReader(read, texts);
    printRow(`${form}, ${name}`, milliseconds(peer.median), milliseconds(peer.p99));
    printRow(`${form}, share of its time`, `${((100 * own.median) / peer.median).toFixed(1)} %`);
  }
}

const wink = createWink(english);

/** compromise tags words, wink-nlp tokens, sentences and times: neither knows who somebody is or who said what. */
const PEERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['compromise', (text) => compromise(text)],
  ['wink-nlp', (text) => wink.readDoc(text)],
];

/** All are warm, as a server is: every text is read once before the clock starts. */
async function timeReader(read: (text: string) => unknown, texts: readonly string[]): Promise<Spread> {
  for (const text of texts) read(text);
  return spreadOf(await timeRuns(texts.length, (i) => read(texts[i] ?? '')));
}
