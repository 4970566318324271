import type { Article, Person } from '../../analysis/types.ts';
import { type Fix, type Fixer, replace } from './fix.ts';

/** The full name of one of the people that a name may mean. */
export const saySomebody: Fixer = ({ people, entities }, { start, end }) => {
  const person = people.find((candidate) => candidate.start === start);
  return (person?.candidates ?? []).flatMap((index): Fix[] => {
    const name = entities[index]?.name;
    if (name === undefined) return [];
    return [{ title: `Write “${name}”`, replacements: [replace(start, end, name)], safe: false }];
  });
};

/** A full name that other articles know for the surname, at its first mention. */
export const introduceName: Fixer = ({ text }, { start, end }, fullNames) =>
  fullNames(text.slice(start, end)).map((name) => ({
    title: `Introduce as “${name}”`,
    replacements: [replace(start, end, name)],
    safe: false,
  }));

/** One spelling in place of the other, either way. */
export const chooseSpelling: Fixer = (article, { start, end, related }) => {
  const source = related?.[0];
  if (!source) return [];
  const rare = article.text.slice(start, end);
  const usual = article.text.slice(source.start, source.end);
  return [unify(article, rare, usual), unify(article, usual, rare)];
};

/** Puts one spelling for the other in every mention; where the spelling is a part of the name, that part. */
function unify({ text, people }: Article, from: string, to: string): Fix {
  const [before, after] = differing(from, to);
  const replacements = people.flatMap(({ start, end }: Person) => {
    const at = findWord(text.slice(start, end), before);
    return at === -1 ? [] : [replace(start + at, start + at + before.length, after)];
  });
  return { title: `Write “${to}” everywhere`, replacements, safe: false };
}

/** The one word in which two names of as many words differ, else the names. */
function differing(from: string, to: string): readonly [string, string] {
  const [left, right] = [from.split(' '), to.split(' ')];
  const length = Math.min(left.length, right.length);
  const [a, b] = [left.slice(-length), right.slice(-length)];
  const apart = a.flatMap((word, i) => (word === b[i] ? [] : [i]));
  const [i] = apart;
  if (apart.length !== 1 || i === undefined) return [from, to];
  return [a[i] as string, b[i] as string];
}

function findWord(words: string, word: string): number {
  for (let at = words.indexOf(word); at !== -1; at = words.indexOf(word, at + 1)) {
    const beside = words.charAt(at - 1) + words.charAt(at + word.length);
    if (!/[\p{L}\p{M}\p{N}]/u.test(beside)) return at;
  }
  return -1;
}
