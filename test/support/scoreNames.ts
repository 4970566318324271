// Scores people and countries on the sets that measure:  npx tsx test/support/scoreNames.ts [names.bin …] [--quotes]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createReader } from '../../server/analysis/article.ts';
import { type Model, readModel } from '../../server/analysis/tagger/model.ts';
import { degradeRecord } from '../../server/cli/evaluation/degradeRecord.ts';
import { type Score, scoreArticles } from '../../server/cli/evaluation/score.ts';
import { type GoldRecord, parseGoldLine } from '../../server/cli/input.ts';
import { toRecord } from '../../server/cli/records.ts';
import { readData } from '../../server/training/data.ts';
import { goldRecords } from './corpus.ts';
import { model as shipped } from './model.ts';

const NAMED = { types: ['PERSON', 'COUNTRY'], forms: ['name', 'short', 'metonym'] };
const gold = (name: string): readonly GoldRecord[] =>
  readData(name)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseGoldLine);
const sets = [
  { name: 'gold/dev', records: gold('gold/dev.jsonl'), options: {} },
  { name: 'uner_pud', records: gold('dev/uner_pud_news.jsonl'), options: NAMED },
  { name: 'crossner', records: gold('dev/crossner_politics_dev.jsonl'), options: NAMED },
  { name: 'gum_dev', records: gold('dev/gum_dev.jsonl'), options: NAMED },
  { name: 'corpus', records: goldRecords(), options: {} },
];
const files = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const models: [string, Model][] = files.map((file) => [
  path.basename(file),
  { sections: new Map([...shipped.sections, ...readModel(readFileSync(file)).sections]) },
]);
for (const [name, model] of models.length > 0 ? models : ([['shipped', shipped]] as [string, Model][])) {
  let sum = 0;
  const cells: string[] = [];
  for (const { name: set, records, options } of sets) {
    const scores = [records, records.map(degradeRecord)].map((golds): Score => {
      const read = createReader(model);
      const found = golds.map(({ id, text, published }) => toRecord(id, read(text, { published })));
      return scoreArticles(golds, found, options);
    });
    const both = (figure: (score: Score) => number | undefined): string =>
      scores.map((score) => (100 * (figure(score) ?? 0)).toFixed(1)).join('/');
    for (const score of scores) sum += 100 * (score.types.PERSON?.strict.f1 ?? 0);
    cells.push(`${set} ${both(({ types }) => types.PERSON?.strict.f1)}`);
    if (set === 'gold/dev' || set === 'corpus') {
      cells.push(`C ${both(({ types }) => types.COUNTRY?.strict.f1)}`);
      cells.push(`E ${both(({ types }) => types.PERSON?.entity?.f1)}`);
    }
    if (process.argv.includes('--quotes') && scores[0]?.quotes)
      cells.push(
        `Q ${both(({ quotes }) => quotes?.close.f1)} speaker ${both(({ quotes }) => quotes?.speaker.accuracy)}`,
      );
  }
  console.log(`${name}: mean ${(sum / 10).toFixed(2)} | ${cells.join(' | ')}`);
}
