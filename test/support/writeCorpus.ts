// Writes corpus/*.article anew from corpus/gold: npx tsx test/support/writeCorpus.ts [NAME…]
// The articles named are written in the scraped form; without names each keeps the form it has.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CORPUS, corpusNames, readCorpusText, readGold, scrape } from './corpus.ts';

const named = process.argv.slice(2);
for (const name of corpusNames()) {
  const gold = readGold(name);
  const scraped =
    named.length > 0 ? named.includes(name) : existsSync(file(name)) && isScraped(readCorpusText(name));
  writeFileSync(file(name), scraped ? `${scrape(gold).text}\n` : gold.text);
}

function file(name: string): string {
  return path.join(CORPUS, `${name}.article`);
}

function isScraped(text: string): boolean {
  return !/\p{Lu}/u.test(text);
}
