import { stateOf } from '../features/states.ts';
import type { Subject } from '../features/subject.ts';
import type { Span } from '../text/span.ts';
import { type Places, type Summary, toSpans } from './summary.ts';

/** A place in an article of the folder. */
export interface FolderPlace extends Span {
  readonly uri: string;
}

/** Something of an article that a search by name finds. */
export interface FolderSymbol extends FolderPlace {
  readonly kind: 'person' | 'country' | 'speaker';
  /** Canonical name, or the ISO code of a country. */
  readonly name: string;
  readonly mentions: number;
}

/** The articles of a folder by URI with their summaries, searchable by subject and by name. */
export interface Folder {
  put(uri: string, summary: Summary): void;
  remove(uri: string): void;
  summaryOf(uri: string): Summary | undefined;
  /** The URIs of all articles, in no order. */
  uris(): Iterable<string>;
  /**
   * Every mention of the subject, article by article in order of URI, in each in order of place. People of the same name
   * in two articles are candidates for the same person.
   */
  references(subject: Subject): readonly FolderPlace[];
  /** The articles that mention the subject, ordered. */
  articlesOf(subject: Subject): readonly string[];
  /** People, countries and speakers whose name fits the words typed, the best first, at most `most`. */
  search(query: string, most: number): readonly FolderSymbol[];
  /** Every distinct subject with the number of its mentions and articles, most mentioned first. */
  subjects(kind: Subject['kind']): readonly SubjectCount[];
}

export interface SubjectCount {
  /** Name of a person as written most fully, code of a country, value of a date. */
  readonly name: string;
  readonly mentions: number;
  readonly articles: number;
}

/** An empty folder. */
export function createFolder(): Folder {
  const summaries = new Map<string, Summary>();
  // Key of a subject → the articles that mention it.
  const articles = new Map<string, Set<string>>();

  const remove = (uri: string): void => {
    const summary = summaries.get(uri);
    if (!summary) return;
    summaries.delete(uri);
    for (const { key } of listSubjects(summary)) {
      const uris = articles.get(key);
      uris?.delete(uri);
      if (uris?.size === 0) articles.delete(key);
    }
  };
  const articlesOf = (subject: Subject): readonly string[] =>
    [...(articles.get(toKey(subject)) ?? [])].sort();

  return {
    put(uri, summary) {
      remove(uri);
      summaries.set(uri, summary);
      for (const { key } of listSubjects(summary)) {
        const uris = articles.get(key);
        if (uris) uris.add(uri);
        else articles.set(key, new Set([uri]));
      }
    },
    remove,
    summaryOf: (uri) => summaries.get(uri),
    uris: () => summaries.keys(),
    articlesOf,
    references: (subject) =>
      articlesOf(subject).flatMap((uri) => {
        const summary = summaries.get(uri);
        return summary ? placesOf(summary, toKey(subject)).map((span) => ({ uri, ...span })) : [];
      }),
    search: (query, most) => search(summaries, query, most),
    subjects: (kind) => countSubjects(summaries, articles, kind),
  };
}

/** The name under which the same person is looked for in every article: lower case, words only. */
export function toPersonKey(name: string): string {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ');
}

interface Listed {
  readonly kind: Subject['kind'];
  readonly key: string;
  readonly name: string;
  readonly places: Places;
}

function listSubjects({ people, countries, dates }: Summary): readonly Listed[] {
  return [
    ...people.map(({ name, places }) => list({ kind: 'person', name }, name, places)),
    ...countries.map(({ code, places }) => list({ kind: 'country', code }, code, places)),
    ...dates.map(({ value, places }) => list({ kind: 'date', value }, value, places)),
  ];
}

function list(subject: Subject, name: string, places: Places): Listed {
  return { kind: subject.kind, key: toKey(subject), name, places };
}

function toKey(subject: Subject): string {
  switch (subject.kind) {
    case 'person':
      return `person ${toPersonKey(subject.name)}`;
    case 'country':
      return `country ${subject.code}`;
    case 'date':
      return `date ${subject.value}`;
  }
}

function placesOf(summary: Summary, key: string): readonly Span[] {
  return listSubjects(summary)
    .filter((listed) => listed.key === key)
    .flatMap(({ places }) => toSpans(places))
    .sort((a, b) => a.start - b.start);
}

function countSubjects(
  summaries: ReadonlyMap<string, Summary>,
  articles: ReadonlyMap<string, ReadonlySet<string>>,
  kind: Subject['kind'],
): readonly SubjectCount[] {
  const counts = new Map<string, { name: string; mentions: number }>();
  for (const summary of summaries.values())
    for (const { kind: other, key, name, places } of listSubjects(summary)) {
      if (other !== kind) continue;
      const known = counts.get(key);
      if (!known) counts.set(key, { name, mentions: places.length / 2 });
      else {
        known.mentions += places.length / 2;
        if (known.name.length < name.length) known.name = name;
      }
    }
  return Array.from(counts, ([key, { name, mentions }]) => ({
    name,
    mentions,
    articles: articles.get(key)?.size ?? 0,
  })).sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1));
}

function search(
  summaries: ReadonlyMap<string, Summary>,
  query: string,
  most: number,
): readonly FolderSymbol[] {
  const wanted = toPersonKey(query);
  const found: { readonly rank: number; readonly symbol: FolderSymbol }[] = [];
  for (const [uri, summary] of summaries)
    for (const symbol of listSymbols(uri, summary)) {
      const rank = rankName(toPersonKey(shownName(symbol)), wanted);
      if (rank !== undefined) found.push({ rank, symbol });
    }
  found.sort(
    (a, b) =>
      a.rank - b.rank || b.symbol.mentions - a.symbol.mentions || (a.symbol.uri < b.symbol.uri ? -1 : 1),
  );
  return found.slice(0, most).map(({ symbol }) => symbol);
}

/** Countries are looked for by their name. */
function shownName({ kind, name }: FolderSymbol): string {
  return kind === 'country' ? stateOf(name).name : name;
}

function listSymbols(uri: string, { people, countries, quotations }: Summary): readonly FolderSymbol[] {
  const symbols: FolderSymbol[] = people.map(({ name, introduction, places }) => ({
    kind: 'person',
    uri,
    name,
    mentions: places.length / 2,
    start: places[2 * introduction] ?? 0,
    end: places[2 * introduction + 1] ?? 0,
  }));
  for (const { code, places } of countries)
    symbols.push({
      kind: 'country',
      uri,
      name: code,
      mentions: places.length / 2,
      start: places[0] ?? 0,
      end: places[1] ?? 0,
    });
  const spoken = new Map<string, FolderSymbol>();
  for (const { speaker, person, start, end } of quotations) {
    if (speaker === undefined || person !== undefined) continue;
    const known = spoken.get(speaker);
    const mentions = (known?.mentions ?? 0) + 1;
    spoken.set(
      speaker,
      known ? { ...known, mentions } : { kind: 'speaker', uri, name: speaker, mentions, start, end },
    );
  }
  return [...symbols, ...spoken.values()];
}

/** 0 the name itself, 1 its beginning, 2 the beginning of a word of it, 3 its letters in order; undefined: no. */
function rankName(name: string, wanted: string): number | undefined {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return undefined;
  }
  return 3;
}
