import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import compromise from 'compromise';
import { createReader } from '../../server/analysis/article.ts';
import { readModel } from '../../server/analysis/tagger/model.ts';
import { toNameTagger } from '../../server/analysis/tagger/nameTagger.ts';
import { degradeText } from '../../server/text/degrade.ts';
import { model } from '../support/model.ts';
import { makeArticle } from './articles.ts';
import { milliseconds, printRow, spreadOf, timeRuns } from './measure.ts';

const RUNS = 40;
const WORDS = 700;

/** The whole analysis of an article of 800 tokens beside compromise's own reading of it, and the load of the models. */
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
  // Both are warm: the first article is read before the clock starts.
  createReader(model)(texts[0] ?? '');
  compromise(texts[0] ?? '');
  const own = spreadOf(await timeRuns(texts.length, (i) => createReader(model)(texts[i] ?? '')));
  const peer = spreadOf(await timeRuns(texts.length, (i) => compromise(texts[i] ?? '')));
  printRow(`${form}, Newsmark`, milliseconds(own.median), milliseconds(own.p99));
  printRow(`${form}, compromise`, milliseconds(peer.median), milliseconds(peer.p99));
  printRow(`${form}, share of compromise's time`, `${((100 * own.median) / peer.median).toFixed(1)} %`);
}
