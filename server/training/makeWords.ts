// Writes lexicon/commonWords.json from open news texts:  node --import tsx server/training/makeWords.ts
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dataFolder } from './data.ts';

const data = dataFolder();
if (!data) throw new Error('There is no data folder: set NEWSMARK_DATA.');

const files = [
  ...readdirSync(path.join(data, 'text')).map((name) => `text/${name}`),
  'gold/train.jsonl',
  'train/gmb_silver.jsonl.gz',
  'train/gum_news.jsonl',
  'train/gum_interview.jsonl',
];
const counts = new Map<string, number>();
for (const file of files)
  for (const text of readTexts(path.join(data, file)))
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}'’])[a-z]{4,}(?![\p{L}\p{N}'’])/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);

const words = [...counts].flatMap(([word, count]) => (1 < count ? [word] : [])).sort();
const lexicon = path.join(import.meta.dirname, '../analysis/lexicon/commonWords.json');
writeFileSync(lexicon, `${JSON.stringify({ words: words.join(' ') }, undefined, 1)}\n`);
console.log(`${words.length} words`);

function readTexts(file: string): readonly string[] {
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => (JSON.parse(line) as { text: string }).text);
}
