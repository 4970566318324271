import { foldWords } from '../../text/fold.ts';
import type { Token } from '../../text/tokens.ts';
import givenNames from '../lexicon/givenNames.json';
import { FAMILY_NOUNS, GENDERED_ROLES, KIN } from '../lexicon/nameParticles.ts';
import { HONORIFICS } from '../lexicon/titles.ts';
import type { FoundPerson } from '../people.ts';
import type { Reading, ReadParagraph } from '../reading.ts';
import { type NameParts, splitName } from './nameParts.ts';

export type Gender = 'female' | 'male';

/**
 * A mention of a person with what its own words and those around it say: all of it from its paragraph alone. The same
 * object as long as the paragraph and the people found in it are the same.
 */
export interface Mention {
  readonly name: string;
  readonly parts: NameParts;
  /** Title in front, as it stands and as folded words, `prime minister`; empty without one. */
  readonly title: string;
  readonly titleWords: readonly string[];
  readonly isFamily: boolean;
  /** The token in front, in lower case; empty at the head of a paragraph. */
  readonly before: string;
  /** Code units from the end of the mention before it in the paragraph, up to `FAR`. */
  readonly gap: number;
  /** What title and given name say, not pronouns. */
  readonly gender: Gender | undefined;
  /** The pronoun that comes next, where it comes before another person. */
  readonly pronoun: Gender | undefined;
  /** Whether a word of kinship stands in front. */
  readonly isRelative: boolean;
  /** All of the above in one string: equal for mentions that are equal. */
  readonly key: string;
}

/** A mention so many code units away is far. */
export const FAR = 8;

const FEMALE = new Set(givenNames.female.split(' '));
const MALE = new Set(givenNames.male.split(' '));
const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
]);

/** So many tokens on a pronoun may still mean the person before it. */
const PRONOUN_REACH = 25;

/** Reads the mentions in order of place: each paragraph once for the same people in it. Linear. */
export function readMentions(
  paragraphs: readonly ReadParagraph[],
  found: readonly FoundPerson[],
): readonly Mention[] {
  const mentions: Mention[] = [];
  let first = 0;
  for (const { start, end, reading } of paragraphs) {
    let last = first;
    while (last < found.length && (found[last] as FoundPerson).start < end) last++;
    if (first < last) mentions.push(...readParagraph(reading, start, found, first, last));
    first = last;
  }
  return mentions;
}

/** What was read of a paragraph for the people that were found in it, their spans counted from its start. */
interface Known {
  readonly spans: readonly number[];
  readonly mentions: readonly Mention[];
}

const known = new WeakMap<Reading, Known>();

function readParagraph(
  reading: Reading,
  start: number,
  found: readonly FoundPerson[],
  first: number,
  last: number,
): readonly Mention[] {
  const old = known.get(reading);
  if (old && areSame(old.spans, start, found, first, last)) return old.mentions;
  const spans: number[] = [];
  for (let i = first; i < last; i++) {
    const person = found[i] as FoundPerson;
    spans.push(person.start - start, person.end - start, (person.title?.start ?? person.start) - start);
    spans.push((person.title?.end ?? person.start) - start);
  }
  const mentions = readSpans(reading, spans);
  known.set(reading, { spans, mentions });
  return mentions;
}

function areSame(
  spans: readonly number[],
  start: number,
  found: readonly FoundPerson[],
  first: number,
  last: number,
): boolean {
  if (spans.length !== 4 * (last - first)) return false;
  for (let i = first, k = 0; i < last; i++, k += 4) {
    const person = found[i] as FoundPerson;
    const { title } = person;
    if (person.start - start !== spans[k] || person.end - start !== spans[k + 1]) return false;
    if ((title?.start ?? person.start) - start !== spans[k + 2]) return false;
    if ((title?.end ?? person.start) - start !== spans[k + 3]) return false;
  }
  return true;
}

/** Each mention is given by four offsets: of its name and of its title, which is empty where there is none. */
function readSpans({ text, tokens }: Reading, spans: readonly number[]): readonly Mention[] {
  const mentions: Mention[] = [];
  let token = 0;
  for (let k = 0; k < spans.length; k += 4) {
    const [start = 0, end = 0, titleStart = 0, titleEnd = 0] = spans.slice(k, k + 4);
    while (token < tokens.length && (tokens[token] as Token).end <= start) token++;
    const first = token;
    const before = tokens[first - 1]?.lower ?? '';
    while (token < tokens.length && (tokens[token] as Token).start < end) token++;
    const name = text.slice(start, end);
    const parts = splitName(name);
    const title = text.slice(titleStart, titleEnd);
    const titleWords = foldWords(title);
    const own = {
      before,
      gap: k === 0 ? FAR : Math.min(FAR, start - (spans[k - 3] ?? 0)),
      isFamily: isFamily(parts, before, tokens[token]?.lower),
      gender: readTitle(isApart(tokens, first) ? NONE : titleWords) ?? readGivenName(parts),
      pronoun: readPronoun(tokens, token, spans[k + 4] ?? Number.POSITIVE_INFINITY),
      isRelative: tokens.slice(Math.max(0, first - 3), first).some(({ lower }) => KIN.has(lower)),
    };
    const { gap, gender, pronoun } = own;
    const key = `${name}\n${title}\n${before}\n${gap} ${own.isFamily} ${gender} ${pronoun} ${own.isRelative}`;
    mentions.push({ ...own, name, parts, title, titleWords, key });
  }
  return mentions;
}

/** In scraped text a clause may end before a name: `buried a daughter | ilunga said`. */
function isApart(tokens: readonly Token[], first: number): boolean {
  return KIN.has(tokens[first - 1]?.lower ?? '') && /^an?$/u.test(tokens[first - 2]?.lower ?? '');
}

const NONE: readonly string[] = [];

/** `the Kims`, `the Vanderbilt family`. */
function isFamily({ core }: NameParts, before: string, after: string | undefined): boolean {
  if (core.length !== 1) return false;
  if (after !== undefined && FAMILY_NOUNS.has(after)) return true;
  return before === 'the' && /[^s]s$/u.test(core[0] ?? '');
}

function readTitle(title: readonly string[]): Gender | undefined {
  for (const word of title) {
    const gender = HONORIFICS.get(word) ?? GENDERED_ROLES.get(word);
    if (gender) return gender;
  }
  return undefined;
}

/** Only of a name in full: a bare `Jordan` or `Kelly` is a family name as well. */
function readGivenName({ core }: NameParts): Gender | undefined {
  return core.length < 2 ? undefined : genderOfGivenName(core[0] ?? '');
}

/** What a given name (folded) says of its bearer; undefined for one that is not listed or borne by both sexes. */
export function genderOfGivenName(given: string): Gender | undefined {
  return FEMALE.has(given) ? 'female' : MALE.has(given) ? 'male' : undefined;
}

function readPronoun(tokens: readonly Token[], first: number, limit: number): Gender | undefined {
  for (let i = first; i < Math.min(tokens.length, first + PRONOUN_REACH); i++) {
    const token = tokens[i];
    if (!token || limit <= token.start) return undefined;
    const gender = PRONOUNS.get(token.lower);
    if (gender) return gender;
  }
  return undefined;
}
