import { foldWords } from '../../text/fold.ts';
import { shift, slice } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import givenNames from '../lexicon/givenNames.json';
import { FAMILY_NOUNS, GENDERED_ROLES, KIN } from '../lexicon/nameParticles.ts';
import { HONORIFICS } from '../lexicon/titles.ts';
import type { FoundPerson } from '../people.ts';
import type { ReadParagraph } from '../reading.ts';
import { type NameParts, splitName } from './nameParts.ts';

export type Gender = 'female' | 'male';

/** A mention of a person with what its own words and those around it say. */
export interface Mention {
  /** Index into the people of the article. */
  readonly index: number;
  readonly name: string;
  readonly parts: NameParts;
  /** Title in front, as it stands and as folded words, `prime minister`; empty without one. */
  readonly title: string;
  readonly titleWords: readonly string[];
  readonly isFamily: boolean;
  /** The token in front, in lower case; empty at the head of a paragraph. */
  readonly before: string;
  /** What title and given name say, not pronouns. */
  readonly gender: Gender | undefined;
  /** The pronoun that comes next, where it comes before another person. */
  readonly pronoun: Gender | undefined;
  /** Whether a word of kinship stands in front. */
  readonly isRelative: boolean;
  readonly start: number;
  readonly end: number;
}

const FEMALE = new Set(givenNames.female.split(' '));
const MALE = new Set(givenNames.male.split(' '));
const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
]);

/** So many tokens on a pronoun may still mean the person before it. */
const PRONOUN_REACH = 25;

/** Reads the mentions in order of place. Linear: each looks at a fixed number of tokens around it. */
export function readMentions(
  paragraphs: readonly ReadParagraph[],
  found: readonly FoundPerson[],
): readonly Mention[] {
  const mentions: Mention[] = [];
  let next = 0;
  for (const { start, end, reading } of paragraphs) {
    let token = 0;
    for (; next < found.length && (found[next] as FoundPerson).start < end; next++) {
      const { title: titleSpan, ...span } = shift(found[next] as FoundPerson, -start);
      const { tokens, text } = reading;
      while (token < tokens.length && (tokens[token] as Token).end <= span.start) token++;
      const first = token;
      const before = tokens[first - 1]?.lower ?? '';
      while (token < tokens.length && (tokens[token] as Token).start < span.end) token++;
      const name = slice(text, span);
      const parts = splitName(name);
      const title = titleSpan ? slice(text, shift(titleSpan, -start)) : '';
      const titleWords = foldWords(title);
      const limit = (found[next + 1]?.start ?? Number.POSITIVE_INFINITY) - start;
      mentions.push({
        index: next,
        name,
        parts,
        title,
        titleWords,
        before,
        isFamily: isFamily(parts, before, tokens[token]?.lower),
        gender: readTitle(titleWords) ?? readGivenName(parts),
        pronoun: readPronoun(tokens, token, limit),
        isRelative: tokens.slice(Math.max(0, first - 3), first).some(({ lower }) => KIN.has(lower)),
        start: start + span.start,
        end: start + span.end,
      });
    }
  }
  return mentions;
}

/** `the Kims`, `the Vanderbilt family`. */
function isFamily({ core }: NameParts, before: string, after: string | undefined): boolean {
  if (core.length !== 1) return false;
  if (after !== undefined && FAMILY_NOUNS.has(after)) return true;
  return before === 'the' && /[^s]s$/u.test(core[0] ?? '');
}

function readTitle(title: readonly string[]): Gender | undefined {
  for (const word of title) {
    const gender = HONORIFICS.get(word) ?? GENDERED_ROLES.get(word);
    if (gender) return gender;
  }
  return undefined;
}

/** Only of a name in full: a bare `Jordan` or `Kelly` is a family name as well. */
function readGivenName({ core }: NameParts): Gender | undefined {
  return core.length < 2 ? undefined : genderOfGivenName(core[0] ?? '');
}

/** What a given name (folded) says of its bearer; undefined for one that is not listed or borne by both sexes. */
export function genderOfGivenName(given: string): Gender | undefined {
  return FEMALE.has(given) ? 'female' : MALE.has(given) ? 'male' : undefined;
}

function readPronoun(tokens: readonly Token[], first: number, limit: number): Gender | undefined {
  for (let i = first; i < Math.min(tokens.length, first + PRONOUN_REACH); i++) {
    const token = tokens[i];
    if (!token || limit <= token.start) return undefined;
    const gender = PRONOUNS.get(token.lower);
    if (gender) return gender;
  }
  return undefined;
}
