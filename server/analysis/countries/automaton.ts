import type { Word } from './words.ts';

/** A tree of words; a path from its root that ends at a value is a name. */
export interface Automaton<Value> {
  readonly next: Map<string, Automaton<Value>>;
  value?: Value;
}

/** An automaton without names. */
export function createAutomaton<Value>(): Automaton<Value> {
  return { next: new Map() };
}

/** Adds a name by its words; a name that is there already keeps its first value. */
export function addName<Value>(root: Automaton<Value>, words: readonly string[], value: Value): void {
  let node = root;
  for (const word of words) {
    let next = node.next.get(word);
    if (!next) {
      next = createAutomaton();
      node.next.set(word, next);
    }
    node = next;
  }
  node.value ??= value;
}

export interface Match<Value> {
  /** Indices of words, half-open. */
  readonly first: number;
  readonly last: number;
  readonly value: Value;
}

/** The longest names from left to right, not overlapping. Linear in the number of words: names are short. */
export function findNames<Value>(
  root: Automaton<Value>,
  words: readonly Word[],
  accepts: (first: number, last: number, value: Value) => boolean,
): readonly Match<Value>[] {
  const matches: Match<Value>[] = [];
  for (let first = 0; first < words.length; ) {
    const match = findLongest(root, words, first, accepts);
    if (match) matches.push(match);
    first = match ? match.last : first + 1;
  }
  return matches;
}

function findLongest<Value>(
  root: Automaton<Value>,
  words: readonly Word[],
  first: number,
  accepts: (first: number, last: number, value: Value) => boolean,
): Match<Value> | undefined {
  let node: Automaton<Value> | undefined = root;
  let longest: Match<Value> | undefined;
  for (let i = first; i < words.length; i++) {
    const word = words[i] as Word;
    if (i > first && !joins(words[i - 1] as Word, word)) break;
    node = node.next.get(word.key);
    if (!node) break;
    if (node.value !== undefined && accepts(first, i + 1, node.value))
      longest = { first, last: i + 1, value: node.value };
  }
  return longest;
}

/** A name runs over spaces, hyphens and apostrophes, over a comma of a list, and over the dot of an abbreviation. */
function joins(before: Word, word: Word): boolean {
  if (word.gap === '') return true;
  if (word.gap === '.') return before.key.length === 1 ? true : /^(?:st|dr|no|mt)$/u.test(before.key);
  return /^(?:['’ʼ&,]|[-‐‑–])$/u.test(word.gap);
}
