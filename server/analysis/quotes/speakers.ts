import type { Span } from '../../text/span.ts';
import { BODY_NOUNS, DOCUMENT_NOUNS } from '../lexicon/speakers.ts';
import { NAME_KINDS } from '../tagger/nameLabels.ts';
import type { Entity, Person, Speaker } from '../types.ts';
import type { Range } from './cues.ts';
import { findSubject } from './subjects.ts';
import { toSpan, type Words } from './words.ts';

/** The words that name a speaker, as far as they tell who it is; offsets of the paragraph. */
export interface Mention extends Span {
  /** Where they name no person of the article. */
  readonly type: Exclude<Speaker['type'], 'person'>;
  /** Whom a pronoun can stand for. */
  readonly pronoun: 'female' | 'male' | 'either' | undefined;
  /** Whom it stands for as far as its paragraph tells: the offset of a name. */
  readonly subject: number | undefined;
  /** A person named before this offset is not the one who speaks: `Obi's spokesman`. */
  readonly head: number;
  /** A person named from this offset on is not the one who speaks: `a spokesman for Obi`. */
  readonly tail: number;
}

/** Reads the words that name a speaker. */
export function readMention(words: Words, range: Range): Mention {
  const span = toSpan(words, range);
  const lower = words.lower.slice(range.first, range.last);
  const clitic = lower.lastIndexOf('s');
  const preposition = lower.findIndex((word, i) => i > 0 && PREPOSITIONS.has(word));
  const pronoun = lower.length === 1 ? PRONOUNS.get(lower[0] as string) : undefined;
  const startOf = (index: number): number => words.spans[range.first + index]?.start ?? span.end;
  return {
    ...span,
    type: typeOf(words, range, preposition === -1 ? lower : lower.slice(0, preposition)),
    pronoun,
    subject: pronoun === 'male' || pronoun === 'female' ? findSubject(words, range.first) : undefined,
    head: 0 < clitic && clitic < lower.length - 1 ? startOf(clitic) : span.start,
    tail: preposition === -1 ? span.end : startOf(preposition),
  };
}

/**
 * The speaker that the words name in a paragraph that starts at the offset. `first` is the index of the first person
 * that ends after it; `latest` spoke last before.
 */
export function toSpeaker(
  mention: Mention,
  offset: number,
  first: number,
  people: readonly Person[],
  entities: readonly Entity[],
  latest: Speaker | undefined,
): Speaker {
  const start = offset + mention.start;
  const end = offset + mention.end;
  let index = first;
  while (index < people.length && (people[index] as Person).end <= start) index++;
  if (mention.pronoun) {
    const subject = mention.subject === undefined ? undefined : offset + mention.subject;
    const entity = findAntecedent(mention.pronoun, start, subject, index - 1, people, entities, latest);
    return entity === undefined ? { start, end, type: 'person' } : { start, end, type: 'person', entity };
  }
  for (; index < people.length; index++) {
    const person = people[index] as Person;
    if (person.start >= offset + mention.tail) break;
    if (person.start < offset + mention.head) continue;
    const { entity } = person;
    return entity === undefined ? { start, end, type: 'person' } : { start, end, type: 'person', entity };
  }
  return { start, end, type: mention.type };
}

const PRONOUNS: ReadonlyMap<string, Mention['pronoun']> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['i', 'either'],
]);

/** How many mentions before a pronoun come into question. */
const REACH = 8;

/** The person that a pronoun stands for: who spoke last, is the subject or was named last, of those whose gender fits. */
function findAntecedent(
  pronoun: 'female' | 'male' | 'either',
  start: number,
  subject: number | undefined,
  before: number,
  people: readonly Person[],
  entities: readonly Entity[],
  latest: Speaker | undefined,
): number | undefined {
  const fits = (entity: number): boolean => {
    const gender = entities[entity]?.gender;
    return pronoun === 'either' || gender === undefined || gender === pronoun;
  };
  const near = people[before];
  const known = latest && latest.end <= start ? latest.entity : undefined;
  if (known !== undefined && fits(known) && (!near || near.end <= (latest?.end ?? 0))) return known;
  for (let i = before; subject !== undefined && i >= 0 && subject < (people[i] as Person).end; i--) {
    const { start: from, entity } = people[i] as Person;
    if (from <= subject && entity !== undefined && fits(entity)) return entity;
  }
  for (let i = before; i >= 0 && i > before - REACH; i--) {
    const entity = people[i]?.entity;
    if (entity !== undefined && fits(entity)) return entity;
  }
  return undefined;
}

function typeOf({ names }: Words, { last }: Range, phrase: readonly string[]): Mention['type'] {
  const head = singular(phrase.at(-1) ?? '');
  if (DOCUMENTS.has(head)) return 'document';
  if (BODIES.has(head)) return 'organisation';
  const label = names[last - 1] as number;
  const kind = label === 0 ? undefined : NAME_KINDS[(label - 1) >> 1];
  return kind === 'ORG' || kind === 'COUNTRY' || kind === 'METONYM' ? 'organisation' : 'unnamed';
}

const PREPOSITIONS = new Set('of from for in on by at to with about who that which'.split(' '));
const DOCUMENTS = new Set(DOCUMENT_NOUNS.split(' '));
const BODIES = new Set(BODY_NOUNS.split(' '));

function singular(noun: string): string {
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return noun.endsWith('s') && !noun.endsWith('ss') ? noun.slice(0, -1) : noun;
}
