import type { Token } from '../../text/tokens.ts';
import lexicon from '../lexicon/commonWords.json';
import { FAMILY_NAMES_FIRST } from '../lexicon/familyNames.ts';
import { KOREAN_SYLLABLES } from '../lexicon/koreanSyllables.ts';
import type { Reading, ReadParagraph } from '../reading.ts';
import { rememberEach } from '../remember.ts';
import type { Name } from './names.ts';

/**
 * Sets the ends of people's names right by what the rest of the article says: the syllable that a Korean name has lost,
 * the common word that has stuck to a name (`kim may`, `kim summit`), two people run together (`trump kim`); a single letter names nobody. Looks at
 * the names alone, so that its time grows with their number.
 */
export function settleNames(paragraphs: readonly ReadParagraph[], names: readonly Name[]): readonly Name[] {
  const people = names.map((name, index) => toPersonWords(paragraphs, name, names[index + 1]));
  const known = countPeople(people);
  const settled: Name[] = [];
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as Name;
    const person = people[index];
    // `Q:` and `A:` of an interview are nobody.
    if (person && person.joined.length < 2) continue;
    // A name of one word has nothing to mend.
    if (person && person.words.length > 1) settled.push(...settle(name, person, known));
    else settled.push(name);
  }
  return settled;
}

/** Words of everyday prose, and the verbs that the list leaves out as months and names. */
const COMMON_WORDS: ReadonlySet<string> = new Set([...lexicon.words.split(' '), 'may', 'will', 'can']);

/** The words of a person's name, punctuation left out. */
interface NameWords {
  readonly words: readonly { readonly lower: string; readonly index: number }[];
  readonly joined: string;
}

/** A person's name with its words in its place. */
interface PersonWords extends NameWords {
  readonly paragraph: ReadParagraph;
  /** First token of the next name in the paragraph. */
  readonly nextName: number;
}

/** How often the article has a name as a whole, and a word as the last of a longer name. */
interface KnownPeople {
  readonly whole: ReadonlyMap<string, number>;
  readonly lastOfLonger: ReadonlyMap<string, number>;
}

function toPersonWords(
  paragraphs: readonly ReadParagraph[],
  name: Name,
  next: Name | undefined,
): PersonWords | undefined {
  const paragraph = paragraphs[name.paragraph];
  if (name.label !== 'PERSON' || !paragraph) return undefined;
  const { tokens } = paragraph.reading;
  // A name that goes on behind a cut of its line is left as it is.
  if (paragraph.start + (tokens[name.last - 1]?.end ?? 0) !== name.end) return undefined;
  const { words, joined } = findWords(paragraph.reading, name);
  return {
    paragraph,
    words,
    joined,
    nextName: next?.paragraph === name.paragraph ? next.first : tokens.length,
  };
}

/** The words of the names of a paragraph by their tokens, as long as the paragraph is read so. */
const knownWords = rememberEach((_: Reading) => new Map<number, NameWords>());

function findWords(reading: Reading, { first, last }: Name): NameWords {
  const known = knownWords(reading);
  const key = first * (reading.tokens.length + 1) + last;
  const found = known.get(key) ?? readWords(reading, first, last);
  known.set(key, found);
  return found;
}

function readWords({ tokens }: Reading, first: number, last: number): NameWords {
  const words: { lower: string; index: number }[] = [];
  for (let index = first; index < last; index++) {
    const token = tokens[index] as Token;
    if (token.kind !== 'punctuation') words.push({ lower: token.lower, index });
  }
  return { words, joined: words.map(({ lower }) => lower).join(' ') };
}

function countPeople(people: readonly (PersonWords | undefined)[]): KnownPeople {
  const whole = new Map<string, number>();
  const lastOfLonger = new Map<string, number>();
  for (const person of people) {
    if (!person) continue;
    whole.set(person.joined, (whole.get(person.joined) ?? 0) + 1);
    const last = person.words.at(-1)?.lower ?? '';
    if (1 < person.words.length) lastOfLonger.set(last, (lastOfLonger.get(last) ?? 0) + 1);
  }
  return { whole, lastOfLonger };
}

function settle(name: Name, person: PersonWords, known: KnownPeople): readonly Name[] {
  const isScraped = person.paragraph.reading.form === 'scraped';
  const lost = findLostSyllable(person, isScraped);
  if (lost !== undefined) return [cut(name, person, name.first, lost + 1)];
  const stuck = isScraped ? findStuckWord(person, known) : undefined;
  if (stuck !== undefined) return [cut(name, person, name.first, stuck)];
  const second = findSecondPerson(person, known, isScraped);
  if (second === undefined) return [name];
  return [cut(name, person, name.first, name.first + 1), cut(name, person, second, name.last)];
}

/** Index of the token that completes `Moon Jae` or `tsai ing`: a syllable behind a hyphen, in scraped text a Korean one. */
function findLostSyllable(
  { paragraph, words, nextName }: PersonWords,
  isScraped: boolean,
): number | undefined {
  const [family, given] = words;
  if (!family || !given || words.length !== 2 || !FAMILY_NAMES_FIRST.has(family.lower)) return undefined;
  const { tokens } = paragraph.reading;
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
  const rest = words
    .slice(0, -1)
    .map(({ lower }) => lower)
    .join(' ');
  const isKnown = (whole.get(rest) ?? 0) > 0 && lastOfLonger.get(last.lower) === 1 && !whole.has(last.lower);
  return isKnown ? last.index : undefined;
}

/** Index of the second of two surnames that each stand alone elsewhere: two people in a row, in prose with a hyphen between. */
function findSecondPerson(
  { words, joined, paragraph }: PersonWords,
  { whole, lastOfLonger }: KnownPeople,
  isScraped: boolean,
): number | undefined {
  const [first, second] = words;
  if (!first || !second || words.length !== 2) return undefined;
  if (!isScraped && paragraph.reading.tokens[first.index + 1]?.text !== '-') return undefined;
  const here = whole.get(joined) ?? 1;
  const isSurname = (word: string, own: number): boolean =>
    1 < (whole.get(word) ?? 0) || (whole.has(word) && own < (lastOfLonger.get(word) ?? 0));
  // Whoever is called so by both words more often than by each alone is one person.
  const alone = Math.min(whole.get(first.lower) ?? 0, whole.get(second.lower) ?? 0);
  return here <= alone && isSurname(first.lower, 0) && isSurname(second.lower, here)
    ? second.index
    : undefined;
}

function cut(name: Name, { paragraph }: PersonWords, first: number, last: number): Name {
  const { tokens } = paragraph.reading;
  return {
    ...name,
    start: paragraph.start + (tokens[first] as Token).start,
    end: paragraph.start + (tokens[last - 1] as Token).end,
    first,
    last,
  };
}
