import type { Article, Entity, Person } from '../../analysis/types.ts';
import { groupBy } from '../../text/group.ts';
import { isSlip } from '../../text/slip.ts';
import type { Problem, Rule } from './problem.ts';

/** `two-spellings`: two names that differ by a letter, an accent or a hyphen, at the first place of the rarer. */
export const findSpellings: Rule = ({ text, people, entities }) => {
  const pairs = known.get(entities) ?? findPairs({ text, people, entities });
  known.set(entities, pairs);
  return pairs.flatMap(([rare, usual]) => toProblem(people, rare, usual));
};

/** The entities of an article are one list from edit to edit while its names are: so long their spellings are, too. */
const known = new WeakMap<readonly Entity[], readonly Pair[]>();

/** A rarer spelling and the usual one. */
type Pair = readonly [Spelling, Spelling];

/** One way to write a name, the first of the people who is written so, and how often it is. */
interface Spelling {
  readonly words: string;
  readonly first: number;
  count: number;
}

type Named = Pick<Article, 'text' | 'people' | 'entities'>;

function findPairs(named: Named): readonly Pair[] {
  const spellings = named.entities.map((entity) => spellingsOf(named, entity));
  const ofPeople = spellings.filter((_, i) => named.entities[i]?.family === false).flat();
  return [...spellings.flatMap(variants), ...misspellings(ofPeople)];
}

/** The few ways one name is written. A mention is compared in place: a long article has many thousands. */
function spellingsOf({ text, people }: Named, { mentions }: Entity): readonly Spelling[] {
  const spellings: Spelling[] = [];
  for (const index of mentions) {
    const person = people[index] as Person;
    const spelling = spellings.find(({ words }) => isWritten(text, person, words));
    if (spelling) spelling.count++;
    else spellings.push({ words: text.slice(person.start, person.end), first: index, count: 1 });
  }
  return spellings;
}

function isWritten(text: string, { start, end }: Person, words: string): boolean {
  return end - start === words.length && text.startsWith(words, start);
}

/** One person's name written with and without hyphen, accent, capital or dot. */
function variants(spellings: readonly Spelling[]): readonly Pair[] {
  if (spellings.length < 2) return [];
  const alike = [...groupBy(spellings, ({ words }) => fold(words)).values()];
  return alike.flatMap((forms) => {
    const [usual, rare] = [...forms].sort((a, b) => b.count - a.count);
    if (!usual || !rare || rare.words.toUpperCase() === usual.words.toUpperCase()) return [];
    return [[rare, usual]];
  });
}

function fold(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ.\s-]+/gu, '')
    .toLowerCase();
}

/** Names, of two people or of one, that differ by a letter, where all other parts of them are alike. Near linear. */
function misspellings(spellings: readonly Spelling[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  const seen = new Map<string, Spelling[]>();
  for (const spelling of spellings) {
    const keys = keysOf(spelling.words);
    const other = keys
      .flatMap((key) => seen.get(key) ?? [])
      .find((candidate) => differByALetter(candidate.words, spelling.words));
    if (other) {
      const [rare, usual] = spelling.count <= other.count ? [spelling, other] : [other, spelling];
      if (!pairs.has(rare.words)) pairs.set(rare.words, [rare, usual]);
    }
    for (const key of keys) {
      const own = seen.get(key);
      if (own) own.push(spelling);
      else seen.set(key, [spelling]);
    }
  }
  return [...pairs.values()];
}

/** Every form of the longer parts of a name with one letter left out: names one letter apart share such a form. */
function keysOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[\s-]+/u)
    .filter(({ length }) => 4 < length && length < 30)
    .flatMap((part) => [part, ...Array.from(part, (_, i) => part.slice(0, i) + part.slice(i + 1))]);
}

/** Whether two names have the same parts but for one, which differs in the middle by a letter. */
function differByALetter(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase().split(/[\s-]+/u), b.toLowerCase().split(/[\s-]+/u)];
  // "Klinger" for "Bruce Klingner": the last name alone may stand for the whole.
  if (left.length !== right.length && Math.min(left.length, right.length) !== 1) return false;
  const length = Math.min(left.length, right.length);
  const [one, two] = [left.slice(-length), right.slice(-length)];
  const apart = one.flatMap((part, i) => (part === two[i] ? [] : [i]));
  const [i] = apart;
  return apart.length === 1 && i !== undefined && isSlip(one[i] as string, two[i] as string);
}

function toProblem(people: readonly Person[], rare: Spelling, usual: Spelling): readonly Problem[] {
  const [place, source] = [people[rare.first], people[usual.first]];
  if (!place || !source) return [];
  return [
    {
      code: 'two-spellings',
      message: `“${rare.words}” and “${usual.words}” may be two spellings of one name.`,
      start: place.start,
      end: place.end,
      related: [{ start: source.start, end: source.end, message: `“${usual.words}” stands here` }],
    },
  ];
}
