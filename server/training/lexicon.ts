import nlp from 'compromise';
import { hashWord } from '../analysis/tagger/hash.ts';
import { FIELDS, KNOWN_PERSON, PLACE, PREFIX, phraseKey, STATE } from '../analysis/tagger/lexicon.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitTokens } from '../text/tokens.ts';
import { readData, readTable } from './data.ts';
import { type LookLists, learnLooks } from './looks.ts';
import { createRandom } from './random.ts';

/** Classes of words, from compromise's tags; the number is the index + 1. The first that fits a word counts. */
const WORD_CLASSES: readonly (readonly string[])[] = [
  [
    'Determiner',
    'Preposition',
    'Conjunction',
    'Pronoun',
    'Modal',
    'Copula',
    'Possessive',
    'QuestionWord',
    'Negative',
  ],
  ['MaleName'],
  ['FemaleName'],
  ['LastName', 'FirstName', 'Person'],
  ['Place', 'City', 'Region', 'Country'],
  ['Organization', 'SportsTeam'],
  ['Demonym'],
  ['PastTense', 'Participle'],
  ['Gerund'],
  ['PresentTense', 'Infinitive', 'Imperative', 'Verb', 'PhrasalVerb'],
  ['Adjective', 'Comparative', 'Superlative'],
  ['Adverb', 'Expression'],
  ['Actor', 'Honorific'],
  ['Singular', 'Noun', 'Uncountable', 'Unit', 'Currency'],
  ['Plural'],
];

type Field = readonly [number, number];

/** The sections `words`, `phrases` and `looks` of the model, made of the lists of the data folder and of the texts' own capitals. */
export function buildLexicon(texts: readonly string[]): Map<string, Uint8Array> {
  const words = new Map<string, number>();
  const set = (word: string, [first, width]: Field, value: number): void => {
    const bits = words.get(word) ?? 0;
    if (((bits >>> first) & ((1 << width) - 1)) < value)
      words.set(word, (bits & ~(((1 << width) - 1) << first)) | (value << first));
  };
  const phrases = new Map<number, number>();
  const addPhrase = (phrase: string, kind: number): void => {
    const parts = splitTokens(phrase).flatMap((token) => (token.kind === 'punctuation' ? [] : [token.lower]));
    if (parts.length < 2 || 5 < parts.length) return;
    set(parts[0] as string, FIELDS.startsPhrase, 1);
    let key = 0;
    parts.forEach((part, i) => {
      key = phraseKey(key, hashWord(part));
      if (i > 0) phrases.set(key, (phrases.get(key) ?? 0) | (i === parts.length - 1 ? kind : PREFIX));
    });
  };
  addNames(set, addPhrase);
  addPlaces(set, addPhrase);
  addWordClasses(set);
  const counts = countCapitals(texts);
  addCapitals(counts, set);
  const looks = learnLooks(createRandom(1), listLooks(counts));
  return new Map([
    ['words', packWords(words)],
    ['phrases', packPhrases(phrases)],
    ['looks', new Uint8Array(looks.buffer)],
  ]);
}

function addNames(
  set: (word: string, field: Field, value: number) => void,
  addPhrase: (phrase: string, kind: number) => void,
): void {
  for (const file of ['given_female_us_census1990.tsv', 'given_male_us_census1990.tsv'])
    for (const [name, , rank] of readTable(`gazetteers/${file}`))
      set(
        (name as string).toLowerCase(),
        FIELDS.given,
        Number(rank) <= 300 ? 3 : Number(rank) <= 1200 ? 2 : 1,
      );
  for (const [name, , rank] of readTable('gazetteers/surnames_us_census1990.tsv'))
    if (Number(rank) <= 60000)
      set(
        (name as string).toLowerCase(),
        FIELDS.surname,
        Number(rank) <= 1000 ? 3 : Number(rank) <= 10000 ? 2 : 1,
      );
  const firsts = new Map<string, number>();
  const lasts = new Map<string, number>();
  for (const name of knownPeople()) {
    const parts = splitTokens(name).filter((token) => token.kind === 'word');
    if (parts.length < 2) continue;
    const first = (parts[0] as { lower: string }).lower;
    const last = (parts.at(-1) as { lower: string }).lower;
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
    lasts.set(last, (lasts.get(last) ?? 0) + 1);
    addPhrase(name, KNOWN_PERSON);
  }
  for (const word of new Set([...firsts.keys(), ...lasts.keys()])) {
    const first = firsts.get(word) ?? 0;
    const last = lasts.get(word) ?? 0;
    set(word, FIELDS.known, first > 2 * last ? 1 : last > 2 * first ? 2 : 3);
  }
}

/** Names of people as the lists give them, two to four words each. */
export function knownPeople(): string[] {
  const names = readTable('gazetteers/wikidata_persons.tsv').map(([name]) => name as string);
  for (const [full] of readTable('gazetteers/us_officials.tsv')) names.push(full as string);
  return names.filter((name) => /^\p{Lu}[\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){1,3}$/u.test(name));
}

function addPlaces(
  set: (word: string, field: Field, value: number) => void,
  addPhrase: (phrase: string, kind: number) => void,
): void {
  for (const [, kind, form] of readTable('gazetteers/countries_by_hand.tsv')) {
    if (kind === 'territory') continue;
    set((form as string).toLowerCase(), kind === 'demonym' ? FIELDS.demonym : FIELDS.country, 1);
    addPhrase(form as string, STATE);
  }
  for (const [name, country, region] of readTable('gazetteers/world_cities.tsv')) {
    void country;
    for (const place of [name, region]) {
      set((place ?? '').toLowerCase(), FIELDS.city, 1);
      addPhrase(place ?? '', PLACE);
    }
  }
}

function addWordClasses(set: (word: string, field: Field, value: number) => void): void {
  const lexicon = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one.lexicon;
  for (const [word, tag] of Object.entries(lexicon)) {
    if (word.includes(' ')) continue;
    const tags = [tag].flat();
    const index = WORD_CLASSES.findIndex((group) => group.some((name) => tags.includes(name)));
    if (index >= 0) set(word, FIELDS.wordClass, index + 1);
    if (tags.some((name) => name === 'Month' || name === 'WeekDay')) set(word, FIELDS.calendar, 1);
  }
  for (const file of ['journalismai_quote_verbs.txt', 'gendergaptracker_quote_verbs.txt'])
    for (const word of readData(`verbs/${file}`).split('\n')) {
      const verb = word.trim().toLowerCase();
      if (/^[a-z]+$/u.test(verb)) set(verb, FIELDS.speech, 1);
    }
}

/** How often a word is in lower case and has a capital where it need not: not at the start of a sentence, nor in a headline. */
function countCapitals(texts: readonly string[]): ReadonlyMap<string, readonly [number, number]> {
  const counts = new Map<string, [number, number]>();
  for (const text of texts)
    for (const line of text.split('\n')) {
      const tokens = splitTokens(line);
      const capitals = tokens.filter((token) => /^\p{Lu}/u.test(token.text)).length;
      if (capitals * 2 > tokens.length) continue;
      for (const { first, last } of splitSentences(tokens))
        for (let i = first + 1; i < last; i++) {
          const token = tokens[i] as (typeof tokens)[number];
          if (token.kind !== 'word' || /^["“‘'([]/u.test((tokens[i - 1] as typeof token).text)) continue;
          const count = counts.get(token.lower) ?? [0, 0];
          count[/^\p{Lu}/u.test(token.text) ? 1 : 0]++;
          counts.set(token.lower, count);
        }
    }
  return counts;
}

function addCapitals(
  counts: ReadonlyMap<string, readonly [number, number]>,
  set: (word: string, field: Field, value: number) => void,
): void {
  for (const [word, [lower, upper]] of counts) {
    const all = lower + upper;
    if (all < 4) continue;
    const share = upper / all;
    set(word, FIELDS.capitals, share === 0 ? 1 : share < 0.1 ? 2 : share < 0.6 ? 3 : share < 0.97 ? 4 : 5);
  }
}

/** Words of one kind each, to learn from what letters they are made. */
function listLooks(counts: ReadonlyMap<string, readonly [number, number]>): LookLists {
  const lists = {
    common: new Set<string>(),
    given: new Set<string>(),
    surname: new Set<string>(),
    place: new Set<string>(),
  };
  const add = (list: Set<string>, word: string | undefined): void => {
    const lower = (word ?? '').toLowerCase();
    if (/^[\p{L}\p{M}'’]{2,}$/u.test(lower)) list.add(lower.replace(/’/gu, "'"));
  };
  for (const [word, [lower, upper]] of counts) if (upper * 20 <= lower) add(lists.common, word);
  for (const file of ['given_female_us_census1990.tsv', 'given_male_us_census1990.tsv'])
    for (const [name] of readTable(`gazetteers/${file}`)) add(lists.given, name);
  for (const [name, , rank] of readTable('gazetteers/surnames_us_census1990.tsv'))
    if (Number(rank) <= 40000) add(lists.surname, name);
  for (const name of knownPeople()) {
    const parts = name.split(/[ -]/u);
    add(lists.given, parts[0]);
    add(lists.surname, parts.at(-1));
  }
  for (const [name] of readTable('gazetteers/world_cities.tsv')) add(lists.place, name);
  return lists;
}

function packWords(words: ReadonlyMap<string, number>): Uint8Array {
  const byHash = new Map<number, number>();
  for (const [word, bits] of words) if (word !== '' && bits !== 0) byHash.set(hashWord(word) >>> 0, bits);
  const sorted = [...byHash].sort(([a], [b]) => a - b);
  const out = new Uint32Array(sorted.length * 2);
  sorted.forEach(([hash, bits], i) => {
    out[i] = hash;
    out[sorted.length + i] = bits;
  });
  return new Uint8Array(out.buffer);
}

function packPhrases(phrases: ReadonlyMap<number, number>): Uint8Array {
  const sorted = [...phrases].sort(([a], [b]) => a - b);
  const out = new Uint8Array(sorted.length * 5);
  const keys = new Uint32Array(out.buffer, 0, sorted.length);
  sorted.forEach(([key, kinds], i) => {
    keys[i] = key;
    out[sorted.length * 4 + i] = kinds;
  });
  return out;
}
