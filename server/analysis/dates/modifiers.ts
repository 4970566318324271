import {
  ABOUT_MODIFIERS,
  AMOUNT_MODIFIERS,
  DEGREE_MODIFIERS,
  type ModifierRows,
  PHASE_MODIFIERS,
  REFERENCE_MODIFIERS,
} from '../lexicon/timeModifiers.ts';
import type { TimexMod } from '../types.ts';
import { isClose, type TimeWord } from './words.ts';

/** A phrase before an expression, its words in the order of the text. */
export interface Modifier {
  readonly words: readonly string[];
  readonly mod: TimexMod | undefined;
}

/** Modifiers by their last word, the longest first. */
export type Modifiers = ReadonlyMap<string, readonly Modifier[]>;

export const AMOUNT: Modifiers = group(AMOUNT_MODIFIERS);
export const ABOUT: Modifiers = group(ABOUT_MODIFIERS);
export const PHASE: Modifiers = group(PHASE_MODIFIERS);
export const DEGREE: Modifiers = group(DEGREE_MODIFIERS);
export const OF_REFERENCE: Modifiers = group(REFERENCE_MODIFIERS);

/** The longest modifier that ends right before a word and does not begin before `floor`. */
export function findModifier(
  words: readonly TimeWord[],
  first: number,
  floor: number,
  modifiers: Modifiers,
): Modifier | undefined {
  const word = words[first];
  const last = words[first - 1];
  if (!word || !last || !(isClose(word.gap) || isShortened(word.gap))) return undefined;
  const own = modifiers.get(last.lower);
  if (own === undefined) return undefined;
  for (const modifier of own) {
    const start = first - modifier.words.length;
    if (start >= floor && stands(words, start, modifier.words)) return modifier;
  }
  return undefined;
}

function stands(words: readonly TimeWord[], start: number, own: readonly string[]): boolean {
  for (let i = 0; i < own.length; i++) {
    const there = words[start + i];
    if (there?.lower !== own[i] || (0 < i && !isClose(there?.gap ?? ''))) return false;
  }
  return true;
}

/** The apostrophe of a shortened decade: the late '70s. */
function isShortened(gap: string): boolean {
  return gap === " '" || gap === ' ‘' || gap === ' ’';
}

function group(rows: ModifierRows): Modifiers {
  const groups = new Map<string, Modifier[]>();
  for (const [mod, phrases] of rows)
    for (const phrase of phrases.split('|')) {
      const words = phrase.split(' ');
      const last = words.at(-1) as string;
      const own = groups.get(last) ?? [];
      own.push({ words, mod });
      groups.set(last, own);
    }
  for (const own of groups.values()) own.sort((a, b) => b.words.length - a.words.length);
  return groups;
}
