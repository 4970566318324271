import type { Progress } from '../annotations/progress.ts';
import type { Span } from '../text/span.ts';
import { judge, type MarkedText } from './judge.ts';
import { type FolderSymbol, search } from './search.ts';
import { type FolderSubject, type Listed, listSubjects, toKey } from './subjects.ts';
import { type Summary, toSpans } from './summary.ts';

/** A place in an article of the folder. */
export interface FolderPlace extends Span {
  readonly uri: string;
}

/**
 * The articles of a folder by URI with their summaries, searchable by subject and by name. What a person has marked
 * counts as marked: what was rejected is not mentioned, what was added is.
 */
export interface Folder {
  /** Takes an article in as it was read, with the marks that it is known to have. */
  put(uri: string, summary: Summary, marked?: MarkedText): void;
  /** Takes in the marks of an article that is known. */
  mark(uri: string, marked: MarkedText | undefined): void;
  remove(uri: string): void;
  summaryOf(uri: string): Summary | undefined;
  /** The summary as it was put in, before any mark. */
  readOf(uri: string): Summary | undefined;
  markedOf(uri: string): MarkedText | undefined;
  progressOf(uri: string): Progress | undefined;
  /** The URIs of all articles, in no order. */
  uris(): Iterable<string>;
  /**
   * Every mention of the subject, article by article in order of URI, in each in order of place. People of the same name
   * in two articles are candidates for the same person.
   */
  references(subject: FolderSubject): readonly FolderPlace[];
  /** The mentions of the subject in one article, in order of place. */
  placesIn(uri: string, subject: FolderSubject): readonly FolderPlace[];
  /** The articles that mention the subject, ordered. */
  articlesOf(subject: FolderSubject): readonly string[];
  /** What an article mentions, in the order of its summary. */
  subjectsOf(uri: string): readonly Listed[];
  /** People, countries and speakers whose name fits the words typed, the best first, at most `most`. */
  search(query: string, most: number): readonly FolderSymbol[];
  /** Every distinct subject with the number of its mentions and articles, most mentioned first. */
  subjects(kind: FolderSubject['kind']): readonly SubjectCount[];
}

export interface SubjectCount {
  /** Name of a person or a speaker as written most fully, code of a country, value of a date. */
  readonly name: string;
  readonly key: string;
  readonly mentions: number;
  readonly articles: number;
}

interface Entry {
  /** As it was read. */
  readonly read: Summary;
  readonly marked: MarkedText | undefined;
  /** As it is under its marks. */
  readonly summary: Summary;
  readonly progress: Progress;
  readonly listed: readonly Listed[];
}

interface Counted {
  readonly kind: FolderSubject['kind'];
  name: string;
  mentions: number;
  readonly uris: Set<string>;
}

/** An empty folder. */
export function createFolder(): Folder {
  const entries = new Map<string, Entry>();
  // Key of a subject → what is known of it over all articles.
  const counted = new Map<string, Counted>();

  function take(uri: string): void {
    const entry = entries.get(uri);
    entries.delete(uri);
    for (const { key, places } of entry?.listed ?? []) {
      const subject = counted.get(key);
      if (!subject) continue;
      subject.mentions -= places.length / 2;
      subject.uris.delete(uri);
      if (subject.uris.size === 0) counted.delete(key);
    }
  }

  function put(uri: string, read: Summary, marked?: MarkedText): void {
    take(uri);
    const { summary, progress } = judge(read, marked);
    const listed = listSubjects(summary);
    entries.set(uri, { read, marked, summary, progress, listed });
    for (const { kind, key, name, places } of listed) {
      const subject = counted.get(key) ?? { kind, name, mentions: 0, uris: new Set() };
      counted.set(key, subject);
      subject.mentions += places.length / 2;
      subject.uris.add(uri);
      if (subject.name.length < name.length) subject.name = name;
    }
  }

  const articlesOf = (subject: FolderSubject): readonly string[] =>
    [...(counted.get(toKey(subject))?.uris ?? [])].sort();

  const placesIn = (uri: string, subject: FolderSubject): readonly FolderPlace[] => {
    const key = toKey(subject);
    return (entries.get(uri)?.listed ?? [])
      .filter((listed) => listed.key === key)
      .flatMap(({ places }) => toSpans(places))
      .sort((a, b) => a.start - b.start)
      .map((span) => ({ uri, ...span }));
  };

  return {
    put,
    mark(uri, marked) {
      const entry = entries.get(uri);
      const isSame = entry?.marked?.kept === marked?.kept && entry?.marked?.byRules === marked?.byRules;
      if (entry && !isSame) put(uri, entry.read, marked);
    },
    remove: take,
    summaryOf: (uri) => entries.get(uri)?.summary,
    readOf: (uri) => entries.get(uri)?.read,
    markedOf: (uri) => entries.get(uri)?.marked,
    progressOf: (uri) => entries.get(uri)?.progress,
    uris: () => entries.keys(),
    articlesOf,
    placesIn,
    references: (subject) => articlesOf(subject).flatMap((uri) => placesIn(uri, subject)),
    subjectsOf: (uri) => entries.get(uri)?.listed ?? [],
    search: (query, most) =>
      search(
        Array.from(entries, ([uri, { summary }]) => [uri, summary] as const),
        query,
        most,
      ),
    subjects: (kind) =>
      Array.from(counted)
        .filter(([, subject]) => subject.kind === kind)
        .map(([key, { name, mentions, uris }]) => ({ name, key, mentions, articles: uris.size }))
        .sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1)),
  };
}
