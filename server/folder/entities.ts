import { dateInWords } from '../features/dateWords.ts';
import { stateOf } from '../features/states.ts';
import type { Folder } from './folder.ts';
import { type FolderSubject, type Listed, toPersonKey } from './subjects.ts';

export type EntityKind = FolderSubject['kind'];

/** What is asked of the entities of an article or of the folder. */
export interface EntityQuery {
  readonly kind: EntityKind;
  /** The article; without it the whole folder. */
  readonly article?: string;
  readonly sort: EntitySort;
  /** What is typed to filter: words of the label, in any order. */
  readonly filter?: string;
  /** At most so many are told. */
  readonly most: number;
}

/** By number of mentions, by name (dates by time), or by the first mention; over a folder by its oldest articles first. */
export type EntitySort = 'count' | 'name' | 'first';

/** By this an entity is asked for. */
export interface EntityName {
  readonly kind: EntityKind;
  /** Name, code or value. */
  readonly name: string;
}

/** A person, country, date or speaker with the number of mentions, of a speaker that of quotations. */
export interface EntityRow extends EntityName {
  /** How the entity is shown. */
  readonly label: string;
  readonly mentions: number;
  readonly articles: number;
}

export interface Entities {
  /** How many there are, told or not. */
  readonly total: number;
  readonly entities: readonly EntityRow[];
}

/** The entities of a kind. Near linear in the number of distinct ones; for the order of first mention, of all. */
export function listEntities(folder: Folder, query: EntityQuery): Entities {
  const { kind, article, sort, filter = '', most } = query;
  const rows = (article === undefined ? listFolder(folder, kind) : listArticle(folder, kind, article)).filter(
    fitting(filter),
  );
  return { total: rows.length, entities: order(folder, rows, sort, article).slice(0, most).map(toRow) };
}

/** How an entity is shown: a country by its name, a date also in words. */
function labelOf(kind: EntityKind, name: string): string {
  switch (kind) {
    case 'country':
      return stateOf(name).name;
    case 'date': {
      const words = dateInWords({ value: name, timex: 'DATE' });
      return words === name ? name : `${name} · ${words}`;
    }
    case 'person':
    case 'speaker':
      return name;
  }
}

/** What an article mentions as a row of its own. */
export function toEntityRow({ kind, key, name, places }: Listed): EntityRow {
  return toRow({ kind, key, name, mentions: places.length / 2, articles: 1 });
}

type Counted = Omit<EntityRow, 'label'> & { readonly key: string };

function toRow({ kind, name, mentions, articles }: Counted): EntityRow {
  return { kind, name, label: labelOf(kind, name), mentions, articles };
}

function listFolder(folder: Folder, kind: EntityKind): readonly Counted[] {
  return folder.subjects(kind).map((subject) => ({ kind, ...subject }));
}

function listArticle(folder: Folder, kind: EntityKind, article: string): readonly Counted[] {
  return folder
    .subjectsOf(article)
    .filter((listed) => listed.kind === kind)
    .map(({ key, name, places }) => ({ kind, key, name, mentions: places.length / 2, articles: 1 }));
}

/** Every word typed begins a word of the label. */
function fitting(filter: string): (row: Counted) => boolean {
  const wanted = toPersonKey(filter).split(' ');
  if (wanted[0] === '') return () => true;
  return ({ kind, name }) => {
    const words = ` ${toPersonKey(kind === 'country' ? `${labelOf(kind, name)} ${name}` : labelOf(kind, name))}`;
    return wanted.every((word) => words.includes(` ${word}`));
  };
}

function order(
  folder: Folder,
  rows: readonly Counted[],
  sort: EntitySort,
  article: string | undefined,
): readonly Counted[] {
  const byName = (a: Counted, b: Counted): number => compare(sortName(a), sortName(b));
  switch (sort) {
    case 'count':
      return rows.toSorted((a, b) => b.mentions - a.mentions || byName(a, b));
    case 'name':
      return rows.toSorted(byName);
    case 'first': {
      const ranks = rankByFirst(folder, article === undefined ? inReadingOrder(folder) : [article]);
      return rows.toSorted((a, b) => (ranks.get(a.key) ?? 0) - (ranks.get(b.key) ?? 0));
    }
  }
}

/** A country is ordered by its name, everything else by its own. */
function sortName({ kind, name }: Counted): string {
  return kind === 'country' ? labelOf(kind, name) : name;
}

/** By letters, capitals and small ones alike. */
function compare(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The articles by their dates; those without one last. */
function inReadingOrder(folder: Folder): readonly string[] {
  return Array.from(folder.uris(), (uri) => ({ uri, date: folder.summaryOf(uri)?.published ?? 'unknown' }))
    .sort((a, b) => compare(a.date, b.date) || compare(a.uri, b.uri))
    .map(({ uri }) => uri);
}

function rankByFirst(folder: Folder, articles: readonly string[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const uri of articles)
    for (const { key } of folder.subjectsOf(uri).toSorted((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0)))
      if (!ranks.has(key)) ranks.set(key, ranks.size);
  return ranks;
}
