import { remember } from '../../analysis/remember.ts';
import type { Article, Entity, Person } from '../../analysis/types.ts';
import { isSlip } from '../../text/slip.ts';
import { groupBy } from '../group.ts';
import type { Problem, Rule } from './problem.ts';

/** `two-spellings`: two names that differ by a letter, an accent or a hyphen, at the first place of the rarer. */
export const findSpellings: Rule = (article) => {
  const spellings = article.entities.map((entity) => spellingsOf(article, entity));
  const ofPeople = spellings.filter((_, i) => article.entities[i]?.family === false).flat();
  return [...spellings.flatMap(variants), ...misspellings(ofPeople)];
};

/** One way to write a name, the first place where it is written so, and how often it is. */
interface Spelling {
  readonly words: string;
  readonly first: Person;
  count: number;
}

/** The few ways one name is written. A mention is compared in place: a long article has many thousands. */
function spellingsOf({ text, people }: Article, { mentions }: Entity): readonly Spelling[] {
  const spellings: Spelling[] = [];
  let last: Spelling | undefined;
  for (const index of mentions) {
    const person = people[index] as Person;
    if (!last || !isWritten(text, person, last.words)) {
      last = undefined;
      for (const spelling of spellings) if (isWritten(text, person, spelling.words)) last = spelling;
      if (!last) {
        last = { words: text.slice(person.start, person.end), first: person, count: 0 };
        spellings.push(last);
      }
    }
    last.count++;
  }
  return spellings;
}

function isWritten(text: string, { start, end }: Person, words: string): boolean {
  return end - start === words.length && text.startsWith(words, start);
}

/** One person's name written with and without hyphen, accent, capital or dot. */
function variants(spellings: readonly Spelling[]): readonly Problem[] {
  if (spellings.length < 2) return [];
  const alike = [...groupBy(spellings, ({ words }) => fold(words)).values()];
  return alike.flatMap((forms) => {
    const [usual, rare] = [...forms].sort((a, b) => b.count - a.count);
    if (!usual || !rare || rare.words.toUpperCase() === usual.words.toUpperCase()) return [];
    return [toProblem(rare, usual)];
  });
}

function fold(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ.\s-]+/gu, '')
    .toLowerCase();
}

/** Names, of two people or of one, that differ by a letter, where all other parts of them are alike. */
function misspellings(spellings: readonly Spelling[]): readonly Problem[] {
  const byWords = new Map<string, Spelling>();
  for (const spelling of spellings) if (!byWords.has(spelling.words)) byWords.set(spelling.words, spelling);
  pairsOf.turn();
  const problems = new Map<string, Problem>();
  for (const [a, b] of pairsOf([...byWords.keys()].join('\n'))) {
    const [one, two] = [byWords.get(a) as Spelling, byWords.get(b) as Spelling];
    const [rare, usual] = two.count <= one.count ? [two, one] : [one, two];
    if (!problems.has(rare.words)) problems.set(rare.words, toProblem(rare, usual));
  }
  return [...problems.values()];
}

/** The pairs of names, one a line, that differ by a letter. Near linear; most edits leave the names as they are. */
const pairsOf = remember((names: string): readonly (readonly [string, string])[] => {
  const pairs: [string, string][] = [];
  const seen = new Map<string, string[]>();
  for (const name of names.split('\n')) {
    const keys = keysOf(name);
    const other = keys
      .flatMap((key) => seen.get(key) ?? [])
      .find((candidate) => differByALetter(candidate, name));
    if (other !== undefined) pairs.push([other, name]);
    for (const key of keys) {
      const known = seen.get(key);
      if (known) known.push(name);
      else seen.set(key, [name]);
    }
  }
  return pairs;
}, 1_000_000);

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

function toProblem(rare: Spelling, usual: Spelling): Problem {
  const { start, end } = rare.first;
  const { first } = usual;
  return {
    code: 'two-spellings',
    message: `“${rare.words}” and “${usual.words}” may be two spellings of one name.`,
    start,
    end,
    related: [{ start: first.start, end: first.end, message: `“${usual.words}” stands here` }],
  };
}
