import type { Token } from '../../text/tokens.ts';
import lexicon from '../lexicon/commonWords.json';
import { FAMILY_NAMES_FIRST } from '../lexicon/familyNames.ts';
import { BEFORE_A_FIRM } from '../lexicon/firmClues.ts';
import givenNames from '../lexicon/givenNames.json';
import { KOREAN_SYLLABLES } from '../lexicon/koreanSyllables.ts';
import { HONORIFICS, ROLES } from '../lexicon/titles.ts';
import type { Reading, ReadParagraph } from '../reading.ts';
import type { Name } from './secondPass.ts';

/** The names of a paragraph, before and after they are settled. */
export interface Settled {
  readonly names: readonly Name[];
  settled: readonly Name[];
  /** The names that were counted last, and of the people among them the words; undefined where nothing can be mended. */
  counted: readonly Name[];
  people: readonly (PersonWords | undefined)[];
  /** Whether the last name goes on in the next paragraph. */
  isCut: boolean;
  /** The turn in which the paragraph was last part of the article. */
  turn: number;
}

/** Settles the names of an article; `entries` stand in the order of `paragraphs`. */
export type SettleNames = (paragraphs: readonly ReadParagraph[], entries: readonly Settled[]) => void;

/**
 * Sets the ends of people's names right by what the rest of the article says: the syllable that a Korean name has lost,
 * the common word that has stuck to a name (`kim may`, `kim summit`), two people run together (`trump kim`); a single
 * letter names nobody. Looks at the names alone, and again only at those of which the article says something new.
 */
export function createSettler(): SettleNames {
  const known = createCounts();
  let last: readonly Settled[] = [];
  let turn = 0;
  return (paragraphs, entries) => {
    turn++;
    known.changed.clear();
    const fresh = new Set<Settled>();
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i] as Settled;
      entry.turn = turn;
      const isCut = entries[i + 1]?.names[0]?.goesOn ?? false;
      if (entry.counted === entry.names && entry.isCut === isCut) continue;
      count(known, entry.people, -1);
      const people = findPeople((paragraphs[i] as ReadParagraph).reading, entry.names, isCut);
      Object.assign(entry, { counted: entry.names, people, isCut });
      count(known, people, 1);
      fresh.add(entry);
    }
    for (const entry of last) if (entry.turn !== turn) count(known, entry.people, -1);
    last = entries;
    for (const entry of entries)
      if (fresh.has(entry) || (known.changed.size > 0 && hasChanged(entry, known)))
        entry.settled = settleAll(entry, known);
  };
}

/** Words of everyday prose, and the verbs that the list leaves out as months and names. */
const COMMON_WORDS: ReadonlySet<string> = new Set([...lexicon.words.split(' '), 'may', 'will', 'can']);

/** Given names that may be common words too: `mark`, `grace`. */
const GIVEN_NAMES: ReadonlySet<string> = new Set([
  ...givenNames.female.split(' '),
  ...givenNames.male.split(' '),
]);

/** The words of a person's name, punctuation left out, in its place. */
interface PersonWords {
  readonly words: readonly { readonly lower: string; readonly index: number }[];
  readonly joined: string;
  readonly reading: Reading;
  /** First token of the next name in the paragraph. */
  readonly nextName: number;
  /** Whether the words in front of it say that it is a firm's. */
  readonly isFirm: boolean;
  /** Whether an honorific or a role stands in front of it. */
  readonly isTitled: boolean;
  /** Whether the next name is a person's too and stands right beside it in scraped text. */
  readonly isBesideNext: boolean;
}

/** How often the article has a name as a whole, and a word as the last of a longer name. */
interface KnownPeople {
  readonly whole: Map<string, number>;
  readonly lastOfLonger: Map<string, number>;
  /** How often a name stands where only the names of firms do. */
  readonly firms: Map<string, number>;
  /** What has been added to any count since it was last cleared: of names, and of last words by `asLast`. */
  readonly changed: Map<string, number>;
}

function createCounts(): KnownPeople {
  return { whole: new Map(), lastOfLonger: new Map(), firms: new Map(), changed: new Map() };
}

function findPeople(
  reading: Reading,
  names: readonly Name[],
  isCut: boolean,
): readonly (PersonWords | undefined)[] {
  return names.map((name, index) => {
    const goesOn = isCut && index === names.length - 1;
    // A name that goes on behind a cut of its line is left as it is.
    if (name.label !== 'PERSON' || name.goesOn || goesOn) return undefined;
    const words: { lower: string; index: number }[] = [];
    for (let i = name.first; i < name.last; i++) {
      const token = reading.tokens[i] as Token;
      if (token.kind !== 'punctuation') words.push({ lower: token.lower, index: i });
    }
    const joined = words.map(({ lower }) => lower).join(' ');
    const next = names[index + 1];
    const isBesideNext = reading.form === 'scraped' && next?.label === 'PERSON' && next.first === name.last;
    const nextName = next?.first ?? reading.tokens.length;
    const [before = '', beyond = ''] = wordsBefore(reading, name.first);
    const isFirm = BEFORE_A_FIRM.has(`${beyond} ${before}`);
    const isTitled = HONORIFICS.has(before) || ROLES.has(before);
    return { words, joined, reading, nextName, isFirm, isTitled, isBesideNext };
  });
}

function count(known: KnownPeople, people: readonly (PersonWords | undefined)[], sign: number): void {
  const add = (counts: Map<string, number>, key: string): void => {
    const sum = (counts.get(key) ?? 0) + sign;
    if (sum === 0) counts.delete(key);
    else counts.set(key, sum);
  };
  for (const person of people) {
    if (!person) continue;
    add(known.whole, person.joined);
    add(known.changed, person.joined);
    if (person.isFirm) {
      add(known.firms, person.joined);
      add(known.changed, asFirm(person.joined));
    }
    const last = person.words.at(-1)?.lower ?? '';
    if (person.words.length < 2) continue;
    add(known.lastOfLonger, last);
    add(known.changed, asLast(last));
  }
}

/** Whether the article says something new of a name that may be mended, or of its parts. */
function hasChanged({ people }: Settled, { changed }: KnownPeople): boolean {
  return people.some((person, i) => {
    if (!person) return false;
    const { words, joined, isBesideNext } = person;
    if (changed.has(asFirm(joined))) return true;
    if (words.length < 2 && !isBesideNext && !people[i - 1]?.isBesideNext) return false;
    if (changed.has(joined) || changed.has(allButLast(words)) || changed.has(allButFirst(words))) return true;
    return words.some(({ lower }) => changed.has(lower) || changed.has(asLast(lower)));
  });
}

/** The key of a word as the last of longer names among what has changed; no name ends in a space. */
function asLast(word: string): string {
  return `${word} `;
}

/** The key of a name as a firm's among what has changed. */
function asFirm(joined: string): string {
  return `${joined}  `;
}

function settleAll({ names, people }: Settled, known: KnownPeople): readonly Name[] {
  const settled: Name[] = [];
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as Name;
    const person = people[index];
    const next = people[index + 1];
    if (!person) settled.push(name);
    else if (known.firms.has(person.joined) && !person.isTitled) settled.push({ ...name, label: 'ORG' });
    else if (person.isBesideNext && next && areOne(person, next, known)) {
      const { last, end, likelihood } = names[++index] as Name;
      settled.push({ ...name, last, end, likelihood: Math.min(name.likelihood, likelihood) });
    } else if (person.words.length > 1) settled.push(...settle(name, person, known));
    // A name of one word has nothing to mend; `Q:` and `A:` of an interview are nobody.
    else if (person.joined.length > 1) settled.push(name);
  }
  return settled;
}

/**
 * Whether two names side by side in scraped text are one, of which the article has neither elsewhere: a name without
 * its surname is hardly followed by a surname of somebody else.
 */
function areOne(a: PersonWords, b: PersonWords, { whole, lastOfLonger }: KnownPeople): boolean {
  if (b.words.length !== 1 || a.words.length > 2 || a.joined.length < 2) return false;
  const isOnce = ({ joined }: PersonWords): boolean => whole.get(joined) === 1 && !lastOfLonger.has(joined);
  return isOnce(a) && isOnce(b) && a.words.every(({ lower }) => lower !== b.joined);
}

function settle(name: Name, person: PersonWords, known: KnownPeople): readonly Name[] {
  const isScraped = person.reading.form === 'scraped';
  const lost = findLostSyllable(person, isScraped);
  if (lost !== undefined) return [cut(name, person, name.first, lost + 1)];
  const stuck = isScraped ? findStuckWord(person, known) : undefined;
  if (stuck !== undefined) return [cut(name, person, name.first, stuck)];
  const head = isScraped ? findStuckHead(person, known) : undefined;
  if (head !== undefined) return [cut(name, person, head, name.last)];
  const second = findSecondPerson(person, known, isScraped);
  if (second === undefined) return [name];
  return [cut(name, person, name.first, name.first + 1), cut(name, person, second, name.last)];
}

/** Index of the token that completes `Moon Jae` or `tsai ing`: a syllable behind a hyphen, in scraped text a Korean one. */
function findLostSyllable({ reading, words, nextName }: PersonWords, isScraped: boolean): number | undefined {
  const [family, given] = words;
  if (!family || !given || words.length !== 2 || !FAMILY_NAMES_FIRST.has(family.lower)) return undefined;
  const { tokens } = reading;
  const at = given.index + 1;
  if (!isScraped) {
    const [before, hyphen, lost] = [tokens[given.index], tokens[at], tokens[at + 1]];
    const isJoined = hyphen?.text === '-' && before?.end === hyphen.start && hyphen.end === lost?.start;
    return isJoined && at + 1 < nextName && /^\p{Ll}+$/u.test(lost.text) ? at + 1 : undefined;
  }
  const lost = tokens[at];
  if (!lost || nextName <= at || !KOREAN_SYLLABLES.has(given.lower) || !KOREAN_SYLLABLES.has(lost.lower))
    return undefined;
  // "Moon Jae in will …" has lost a syllable; "Kim Jong in Hanoi" and "in the" may not have.
  const isPreposition =
    lost.lower === 'in' && (nextName === at + 1 || OPENS_PLACE.test(tokens[at + 1]?.lower ?? ''));
  return isPreposition ? undefined : at;
}

const OPENS_PLACE = /^(?:the|an?|his|her|its|their|this|that|an?other|[\p{N}]+)?$/u;

/** Index of the last token of a name if it is a common word that no other name has, and the name goes without it elsewhere. */
function findStuckWord({ words }: PersonWords, { whole, lastOfLonger }: KnownPeople): number | undefined {
  const last = words.at(-1);
  if (!last || words.length < 2 || !COMMON_WORDS.has(last.lower)) return undefined;
  const isKnown =
    (whole.get(allButLast(words)) ?? 0) > 0 && lastOfLonger.get(last.lower) === 1 && !whole.has(last.lower);
  return isKnown ? last.index : undefined;
}

/** Index of the token after a common word that has stuck to the head of a name (`grandchildren kim`) which goes without it elsewhere, or ends another name there. */
function findStuckHead(
  { words, joined }: PersonWords,
  { whole, lastOfLonger }: KnownPeople,
): number | undefined {
  const [head, second] = words;
  if (!head || !second || !COMMON_WORDS.has(head.lower) || GIVEN_NAMES.has(head.lower)) return undefined;
  const rest = allButFirst(words);
  const isKnown = whole.has(rest) || (lastOfLonger.get(rest) ?? 0) > 1;
  return isKnown && whole.get(joined) === 1 ? second.index : undefined;
}

/** Index of the second of two surnames that each stand alone elsewhere: two people in a row, in prose with a hyphen between. */
function findSecondPerson(
  { words, joined, reading }: PersonWords,
  { whole, lastOfLonger }: KnownPeople,
  isScraped: boolean,
): number | undefined {
  const [first, second] = words;
  if (!first || !second || words.length !== 2) return undefined;
  if (!isScraped && reading.tokens[first.index + 1]?.text !== '-') return undefined;
  const here = whole.get(joined) ?? 1;
  const isSurname = (word: string, own: number): boolean =>
    1 < (whole.get(word) ?? 0) || (whole.has(word) && own < (lastOfLonger.get(word) ?? 0));
  // Whoever is called so by both words more often than by each alone is one person.
  const alone = Math.min(whole.get(first.lower) ?? 0, whole.get(second.lower) ?? 0);
  return here <= alone && isSurname(first.lower, 0) && isSurname(second.lower, here)
    ? second.index
    : undefined;
}

/** The two words in front of a token, the nearer first, without the dots of abbreviations. */
function wordsBefore({ tokens }: Reading, first: number): readonly string[] {
  const words = tokens.slice(Math.max(0, first - 3), first).filter(({ text }) => text !== '.');
  return words
    .slice(-2)
    .map(({ lower }) => lower.replace(/\.$/u, ''))
    .reverse();
}

function allButFirst(words: PersonWords['words']): string {
  return words
    .slice(1)
    .map(({ lower }) => lower)
    .join(' ');
}

function allButLast(words: PersonWords['words']): string {
  return words
    .slice(0, -1)
    .map(({ lower }) => lower)
    .join(' ');
}

function cut(name: Name, { reading: { tokens } }: PersonWords, first: number, last: number): Name {
  const { start } = tokens[first] as Token;
  const { end } = tokens[last - 1] as Token;
  return { ...name, start, end, first, last };
}
