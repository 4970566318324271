import { keep } from '../../server/annotations/kept.ts';
import type { Mark } from '../../server/annotations/mark.ts';
import { type EntityKind, type EntitySort, listEntities } from '../../server/folder/entities.ts';
import { createFolder, type Folder } from '../../server/folder/folder.ts';
import { listReviews } from '../../server/folder/reviews.ts';
import type { Summary } from '../../server/folder/summary.ts';
import { toPicture } from '../../server/protocol/pictures.ts';
import type { PictureKind } from '../../server/requests/pictures.ts';
import { milliseconds, printRow, processorTime, spreadOf } from './measure.ts';

const ARTICLES = 10_000;
/** Distinct people, countries and days that the articles share. */
const [PEOPLE, COUNTRIES, DAYS] = [30_000, 190, 6_000];

/** What the views and the pictures of a folder of 10,000 articles take of the processor, the folder being indexed. */
export async function benchViews(): Promise<void> {
  console.log(`The views of a folder of ${ARTICLES} articles, processor time`);
  const start = processorTime();
  const folder = createFolder();
  for (let number = 0; number < ARTICLES; number++) folder.put(uriOf(number), makeSummary(number));
  printRow('the folder is filled', milliseconds(processorTime() - start));
  const first = firstFill(folder);
  printRow('all views filled for the first time', milliseconds(first.time), `${first.size} kB told`);
  for (const sort of ['count', 'name', 'first'] as const)
    printRow(`entities by ${sort}`, ...measure(() => fillEntities(folder, sort, '')));
  printRow('entities filtered', ...measure(() => fillEntities(folder, 'count', 'na 12')));
  printRow('review progress', ...measure(() => listReviews(folder, MOST)));
  for (const kind of ['timeline', 'speakers', 'network', 'world'] as const)
    printRow(`picture: ${kind}`, ...measure(() => draw(folder, kind)));
  const marked = { kept: [keep(MARK)], text: 'x'.repeat(5000) };
  let turn = 0;
  printRow(
    'a mark is made, entities and progress again',
    ...measure(() => {
      folder.mark(uriOf(turn++), marked);
      return [fillEntities(folder, 'count', ''), listReviews(folder, MOST)];
    }),
  );
}

/** As many as the views ask for at once. */
const MOST = 500;
const KINDS: readonly EntityKind[] = ['person', 'country', 'date', 'speaker'];

function fillEntities(folder: Folder, sort: EntitySort, filter: string): unknown {
  return KINDS.map((kind) => listEntities(folder, { kind, sort, filter, most: MOST }));
}

function firstFill(folder: Folder): { readonly time: number; readonly size: number } {
  const start = processorTime();
  const told = JSON.stringify([fillEntities(folder, 'count', ''), listReviews(folder, MOST)]);
  return { time: processorTime() - start, size: Math.round(told.length / 1000) };
}

function draw(folder: Folder, kind: PictureKind): unknown {
  const articles = [...folder.uris()].flatMap((uri) => {
    const summary = folder.summaryOf(uri);
    return summary ? [[uri, summary] as const] : [];
  });
  return toPicture(kind, articles);
}

function measure(run: () => unknown): readonly string[] {
  const times: number[] = [];
  let size = 0;
  for (let index = 0; index < 5; index++) {
    const start = processorTime();
    size = JSON.stringify(run()).length;
    times.push(processorTime() - start);
  }
  return [milliseconds(spreadOf(times).median), `${Math.round(size / 1000)} kB told`];
}

function uriOf(number: number): string {
  return `file:///articles/${number % 50}/${number}.article`;
}

/** An article of 600 words as a folder keeps it: twelve people, six countries, eight dates, ten quotations. */
function makeSummary(number: number): Summary {
  const people = Array.from({ length: 12 }, (_, i) => ({
    name: nameOf(number * 7 + i * i * 31),
    introduction: 0,
    places: placesFrom(i * 300, 3),
  }));
  return {
    published: `20${String(10 + (number % 15))}-0${1 + (number % 9)}-1${number % 9}`,
    form: 'edited',
    words: 600,
    lineStarts: Array.from({ length: 12 }, (_, i) => i * 300),
    people,
    ambiguous: [],
    countries: Array.from({ length: 6 }, (_, i) => ({
      code: codeOf((number * 3 + i * 17) % COUNTRIES),
      places: placesFrom(40 + i * 500, 4),
    })),
    dates: Array.from({ length: 8 }, (_, i) => ({
      value: dayOf((number * 11 + i * 97) % DAYS),
      places: placesFrom(90 + i * 400, 1),
    })),
    quotations: Array.from({ length: 10 }, (_, i) => ({
      start: 120 + i * 290,
      end: 220 + i * 290,
      kind: i % 2 ? 'direct' : 'indirect',
      words: 17,
      speaker: people[i % 5]?.name ?? '',
      person: i % 5,
      cue: 'say',
      stance: 'neutral',
    })),
    problems: [],
  };
}

function nameOf(number: number): string {
  const which = number % PEOPLE;
  return `Name ${Math.floor(which / 150)} Surname ${which % 150}`;
}

function codeOf(number: number): string {
  return String.fromCharCode(65 + (number % 26), 65 + Math.floor(number / 26));
}

function dayOf(number: number): string {
  return new Date(Date.UTC(2005, 0, 1 + number)).toISOString().slice(0, 10);
}

function placesFrom(start: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => [start + i * 60, start + i * 60 + 12]).flat();
}

const MARK: Mark = {
  ...{ start: 0, end: 12, id: 'urn:1', kind: 'person', attributes: { entity: 'Ana Lima' }, parts: {} },
  ...{ annotator: '', created: '2021-03-10T00:00:00Z' },
  verdict: 'corrected',
};
