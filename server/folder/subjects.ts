import type { Subject } from '../features/subject.ts';
import type { Places, Summary } from './summary.ts';

/** What can be looked for over the articles of a folder: what is mentioned, and who speaks. */
export type FolderSubject = Subject | { readonly kind: 'speaker'; readonly name: string };

/** A subject with its places in one article: of a speaker the quotations. */
export interface Listed {
  readonly kind: FolderSubject['kind'];
  readonly key: string;
  /** Name of a person or a speaker as the article writes it most fully, code of a country, value of a date. */
  readonly name: string;
  readonly places: Places;
}

/** Everything that a folder can be searched for, in one article. Who is quoted as *he* or *it* alone is no subject. */
export function listSubjects({ people, countries, dates, quotations }: Summary): readonly Listed[] {
  return [
    ...people.map(({ name, places }) => list({ kind: 'person', name }, name, places)),
    ...countries.map(({ code, places }) => list({ kind: 'country', code }, code, places)),
    ...dates.map(({ value, places }) => list({ kind: 'date', value }, value, places)),
    ...listSpeakers(quotations),
  ];
}

/** Under this key a subject is the same in every article. */
export function toKey(subject: FolderSubject): string {
  switch (subject.kind) {
    case 'person':
      return `person ${toPersonKey(subject.name)}`;
    case 'country':
      return `country ${subject.code}`;
    case 'date':
      return `date ${subject.value}`;
    case 'speaker':
      return `speaker ${toPersonKey(subject.name)}`;
  }
}

/** The subject of a kind and a name, code or value. */
export function toSubject(kind: FolderSubject['kind'], name: string): FolderSubject {
  switch (kind) {
    case 'country':
      return { kind, code: name };
    case 'date':
      return { kind, value: name };
    case 'person':
    case 'speaker':
      return { kind, name };
  }
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

/** Whether the words that name a speaker say nothing without the words before them. */
export function isPronoun(words: string): boolean {
  return /^(?:he|she|they|it|i|we|you|who|that|this|these|those|one)$/iu.test(words);
}

function listSpeakers(quotations: Summary['quotations']): readonly Listed[] {
  const speakers = new Map<string, { readonly name: string; readonly places: number[] }>();
  for (const { speaker, person, start, end } of quotations) {
    if (speaker === undefined || (person === undefined && isPronoun(speaker))) continue;
    const key = toKey({ kind: 'speaker', name: speaker });
    const known = speakers.get(key);
    if (known) known.places.push(start, end);
    else speakers.set(key, { name: speaker, places: [start, end] });
  }
  return Array.from(speakers, ([key, { name, places }]) => ({ kind: 'speaker', key, name, places }));
}

function list(subject: Subject, name: string, places: Places): Listed {
  return { kind: subject.kind, key: toKey(subject), name, places };
}
