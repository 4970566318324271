import type { TimeWord } from './words.ts';

/** A phrase of the lexicon, its words in the order of the text, with what it stands for. */
export interface Phrase<Own> {
  readonly words: readonly string[];
  readonly own: Own;
}

/** Phrases by their first word, then by the second, `''` where that is none of the lexicon's; the longest first. */
export type PhraseTable<Own> = ReadonlyMap<string, ReadonlyMap<string, readonly Phrase<Own>[]>>;

/** The phrases that the words from an index on may be: only their first two words are compared. */
export function phrasesAt<Own>(
  table: PhraseTable<Own>,
  words: readonly TimeWord[],
  first: number,
): readonly Phrase<Own>[] {
  const bySecond = table.get(words[first]?.lower ?? '');
  if (bySecond === undefined) return NONE;
  const second = words[first + 1];
  return (second && bySecond.get(second.lower)) ?? bySecond.get('') ?? NONE;
}

const NONE: readonly never[] = [];

/** Orders phrases, their words parted by single blanks, for looking them up. */
export function toPhraseTable<Own>(entries: Iterable<readonly [string, Own]>): PhraseTable<Own> {
  const phrases = [...entries].map(([phrase, own]) => ({ words: phrase.split(' '), own }));
  const table = new Map<string, Map<string, Phrase<Own>[]>>();
  for (const { words } of phrases) {
    const first = words[0] as string;
    const bySecond = table.get(first) ?? new Map<string, Phrase<Own>[]>([['', []]]);
    bySecond.set(words[1] ?? '', []);
    table.set(first, bySecond);
  }
  for (const phrase of phrases.sort((a, b) => b.words.length - a.words.length))
    for (const [second, own] of table.get(phrase.words[0] as string) ?? [])
      if (phrase.words.length === 1 || phrase.words[1] === second) own.push(phrase);
  return table;
}
