import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { degradeRecord } from '../../../server/cli/evaluation/degradeRecord.ts';
import { findFallen, raiseFloors, toFloors } from '../../../server/cli/evaluation/floors.ts';
import { matchSpans } from '../../../server/cli/evaluation/match.ts';
import { scoreArticles } from '../../../server/cli/evaluation/score.ts';
import { type GoldRecord, parseGoldLine } from '../../../server/cli/input.ts';
import type { ArticleRecord, EntityRecord } from '../../../server/cli/records.ts';
import { dataFolder } from '../../../server/training/data.ts';

function gold(entities: readonly EntityRecord[], quotes: GoldRecord['quotes'] = []): GoldRecord {
  return { id: 1, text: 'x'.repeat(100), entities, quotes };
}

function person(start: number, end: number, entity?: string): EntityRecord {
  return { start, end, type: 'PERSON', ...(entity && { entity }) };
}

test('equal spans are matched before longer overlaps', () => {
  const golds = [
    { start: 0, end: 10 },
    { start: 4, end: 6 },
  ];
  const pairs = matchSpans(golds, [
    { start: 4, end: 6 },
    { start: 9, end: 30 },
  ]);
  assert.deepEqual(
    Array.from(pairs.values(), ({ gold: i, predicted: j }) => [i, j]),
    [
      [1, 0],
      [0, 1],
    ],
  );
});

test('strict and relaxed figures', () => {
  const found: ArticleRecord = {
    id: 1,
    entities: [person(0, 5), person(11, 14), person(50, 52)],
    quotes: [],
  };
  const { types, misses } = scoreArticles([gold([person(0, 5), person(10, 14), person(80, 90)])], [found]);
  assert.equal(types.PERSON?.strict.f1, 1 / 3);
  assert.equal(types.PERSON?.relaxed.recall, 2 / 3);
  assert.deepEqual(misses.map(({ fault }) => fault).sort(), ['extra', 'missed', 'span']);
});

test('entities are scored by B-cubed, whatever their names', () => {
  const spans = [0, 10, 20, 30].map((start, i) => person(start, start + 5, i < 2 ? 'A' : 'B'));
  const as = (names: readonly (string | undefined)[]): number | undefined => {
    const entities = spans.map(({ start, end }, i) => person(start, end, names[i]));
    return scoreArticles([gold(spans)], [{ id: 1, entities, quotes: [] }]).types.PERSON?.entity?.f1;
  };
  assert.equal(as(['X', 'X', 'Y', 'Y']), 1);
  assert.equal(as(['X', 'X', 'X', 'X']), 2 / 3);
  assert.equal(as([undefined, undefined, 'Y', 'Y']), (2 * 0.75) / 1.75);
});

test('a decade is ten years', () => {
  const date = (value: string): EntityRecord => ({ start: 0, end: 4, type: 'DATE', value });
  const score = scoreArticles([gold([date('P2DE')])], [{ id: 1, entities: [date('P20Y')], quotes: [] }]);
  assert.equal(score.types.DATE?.value?.f1, 1);
});

test('the scraped form of a mixed quote is its clause', () => {
  const text = 'He said they were “very late” again.';
  const quote = {
    start: 18,
    end: 29,
    kind: 'mixed',
    cue: { start: 3, end: 7 },
    clause: { start: 8, end: 35 },
  };
  const { text: scraped, quotes } = degradeRecord({ id: 1, text, entities: [], quotes: [quote] });
  const [moved] = quotes;
  assert.equal(scraped.slice(moved?.start, moved?.end), 'they were very late again');
  assert.equal(scraped.slice(moved?.cue?.start, moved?.cue?.end), 'said');
});

test('floors: what falls under is told, what rises is raised', () => {
  const found: ArticleRecord = { id: 1, entities: [person(0, 5)], quotes: [] };
  const reached = { edited: toFloors(scoreArticles([gold([person(0, 5), person(10, 14)])], [found])) };
  assert.equal(reached.edited.PERSON?.strict, 0.666);
  assert.deepEqual(findFallen({ edited: { PERSON: { strict: 0.6 } } }, reached), []);
  assert.equal(
    findFallen({ edited: { PERSON: { strict: 0.7 } }, scraped: { DATE: { value: 0.1 } } }, reached).length,
    2,
  );
  const raised = raiseFloors({ edited: { PERSON: { strict: 0.7, relaxed: 0.1 } } }, reached);
  assert.equal(raised.edited?.PERSON?.strict, 0.7);
  assert.equal(raised.edited?.PERSON?.relaxed, 0.666);
});

const folder = dataFolder();
const scorer = path.join(folder ?? '', 'eval/score.mjs');
const skip = folder === undefined || !existsSync(scorer) ? 'needs the data folder' : false;

test('the figures are those of the scorer of the data', { skip }, () => {
  const golds = readFileSync(path.join(folder ?? '', 'data/gold/dev.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, 30)
    .map(parseGoldLine)
    .flatMap((record) => [record, { ...degradeRecord(record), id: `${record.id} scraped` }]);
  const predictions = golds.map(blur);
  const ours = scoreArticles(golds, predictions);
  const theirs = scoreByData(golds, predictions);
  for (const [type, scores] of Object.entries({ ...ours.types, QUOTE: ours.quotes ?? {} }))
    for (const [way, figures] of Object.entries(scores))
      for (const [name, figure] of Object.entries(figures as Record<string, number>))
        close(figure, theirs[type]?.[way]?.[name], `${type} ${way} ${name}`);
});

function close(a: number, b: number | undefined, name: string): void {
  assert.ok(b !== undefined && Math.abs(a - b) < 1e-9, `${name}: ours ${a}, theirs ${b}`);
}

/** The gold with faults of every sort, the same in each run. */
function blur(record: GoldRecord): ArticleRecord {
  const moved = <S extends { start: number; end: number }>(span: S, i: number): S =>
    i % 5 === 0 ? { ...span, end: span.end + 2 } : i % 7 === 0 ? { ...span, start: span.start + 1 } : span;
  return {
    id: record.id,
    entities: record.entities
      .filter((_, i) => i % 9 !== 3)
      .map((entity, i) => ({
        ...moved(entity, i),
        ...(i % 11 === 0 && { value: 'P1D' }),
        ...(i % 6 === 0 && { entity: 'Somebody' }),
      }))
      .concat(
        record.entities
          .slice(0, 2)
          .map(({ start, end, type }) => ({ start: start + 300, end: end + 300, type })),
      ),
    quotes: record.quotes
      .filter((_, i) => i % 4 !== 3)
      .map((quote, i) => ({ ...moved(quote, i), start: quote.start + (i % 3) * 8 })),
  };
}

type Figures = Record<string, Record<string, Record<string, number>>>;

function scoreByData(golds: readonly GoldRecord[], predictions: readonly ArticleRecord[]): Figures {
  const temporary = mkdtempSync(path.join(tmpdir(), 'newsmark-'));
  try {
    const files = [golds, predictions].map((records, i) => {
      const file = path.join(temporary, `${i}.jsonl`);
      writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'));
      return file;
    });
    const output = execFileSync(process.execPath, [scorer, ...files, '--json'], { encoding: 'utf8' });
    return JSON.parse(output) as Figures;
  } finally {
    rmSync(temporary, { recursive: true });
  }
}
