import { foldWords } from '../../text/fold.ts';
import { FAMILY_NAMES_FIRST } from '../lexicon/familyNames.ts';
import { NAME_PARTICLES, NAME_SUFFIXES } from '../lexicon/nameParticles.ts';

/** A name taken apart; all parts folded to lower case without diacritics, so that both forms of text agree. */
export interface NameParts {
  /** Given and family names in order, without particles, initials and suffix; never empty. */
  readonly core: readonly string[];
  /** Initials in front of or between the names. */
  readonly initials: readonly string[];
  readonly suffix: string | undefined;
}

/** Takes a name apart. A name of nothing but particles or initials is its own core. */
export function splitName(name: string): NameParts {
  const words = foldWords(name);
  const last = words.at(-1) ?? '';
  const suffix = words.length > 1 && NAME_SUFFIXES.has(last) ? last : undefined;
  const own = suffix ? words.slice(0, -1) : words;
  const core = own.filter((word) => word.length > 1 && !NAME_PARTICLES.has(word));
  if (core.length === 0) return { core: [own.join('') || name.toLowerCase()], initials: [], suffix };
  return { core, initials: own.filter((word) => word.length === 1 && word !== 'o' && word !== 'd'), suffix };
}

/** The part of a full name by which its bearer is called: the first of a Chinese or Korean name, else the last. */
export function familyNameOf(core: readonly string[]): string {
  const [first = '', second = ''] = core;
  return isFamilyNameFirst(core) ? first : (core.at(-1) ?? second);
}

/** `Kim Jong-un`, `Xi Jinping`, not `Kim Clijsters`: the other parts must be syllables of those languages. */
export function isFamilyNameFirst(core: readonly string[]): boolean {
  const [first = '', ...given] = core;
  if (given.length === 0 || given.length > 2 || !FAMILY_NAMES_FIRST.has(first)) return false;
  return given.every((part) => KOREAN.test(part) || PINYIN.test(part));
}

const KOREAN =
  /^(?:(?:[bcdghjkmnprst]|ch|kw|hw|gw|y|sh|ky|hy|gy|by|my|ny|ry)?(?:a|ae|ah|eo|eu|eui|e|ee|i|o|oe|oh|oo|ou|u|uh|wa|wae|we|wi|wo|woo|ui|ya|yeo|yo|yu)(?:ng|[nmklpbt])?){1,2}$/u;
const PINYIN =
  /^(?:(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou|u|ua|uai|uan|uang|ue|ui|un|uo)){1,2}$/u;
