import { isSlip } from '../../text/slip.ts';
import { areForms } from '../lexicon/nicknames.ts';
import type { Gender, Mention } from './mentions.ts';
import { familyNameOf } from './nameParts.ts';

/** A person while its mentions are being gathered. */
export interface Bearer {
  /** The fullest name so far. */
  core: readonly string[];
  readonly initials: Set<string>;
  suffix: string | undefined;
  readonly titles: Set<string>;
  readonly isFamily: boolean;
  /** Votes of titles, given names and pronouns. */
  readonly votes: { female: number; male: number };
  /** Indices of mentions in order of place. */
  readonly mentions: number[];
  /** Index of the mention by which the person came up, by a full name if there is one. */
  readonly introduced: number;
  /** The bare names that have meant this person before. */
  readonly calledBy: Set<string>;
  /** Whether the article introduces the person as somebody's wife, son and the like. */
  readonly isRelative: boolean;
}

/** The persons found so far, by the parts of their names. */
export interface Bearers {
  readonly all: Bearer[];
  readonly byPart: Map<string, Bearer[]>;
}

/** No more persons than this, the latest, come into question for one mention: keeps long texts linear. */
const MOST = 24;

/** The latest persons one of whose names is this part. */
export function bearersOf({ byPart }: Bearers, part: string): readonly Bearer[] {
  const bearers = byPart.get(part) ?? [];
  return bearers.length <= MOST ? bearers : bearers.slice(-MOST);
}

/** A person of whom this is the first mention. */
export function addBearer(
  bearers: Bearers,
  mention: Mention,
  introduced: number,
  core = mention.parts.core,
): Bearer {
  const bearer: Bearer = {
    core,
    initials: new Set(),
    suffix: mention.parts.suffix,
    titles: new Set(),
    isFamily: mention.isFamily,
    votes: { female: 0, male: 0 },
    mentions: [],
    introduced,
    calledBy: new Set(),
    isRelative: mention.isRelative,
  };
  bearers.all.push(bearer);
  for (const part of new Set(core)) indexPart(bearers, part, bearer);
  return bearer;
}

/** Makes a longer name the person's own. */
export function extendName(bearers: Bearers, bearer: Bearer, core: readonly string[]): void {
  for (const part of core) if (!bearer.core.includes(part)) indexPart(bearers, part, bearer);
  if (bearer.core.length < core.length) bearer.core = core;
}

function indexPart({ byPart }: Bearers, part: string, bearer: Bearer): void {
  const bearers = byPart.get(part);
  if (!bearers) byPart.set(part, [bearer]);
  else if (!bearers.includes(bearer, Math.max(0, bearers.length - MOST))) bearers.push(bearer);
}

/** What the mention says of its bearer, beside the name. */
export function learnFrom(bearer: Bearer, mention: Mention): void {
  bearer.suffix ??= mention.parts.suffix;
  for (const initial of mention.parts.initials) bearer.initials.add(initial);
  for (const word of mention.titleWords) bearer.titles.add(word);
  if (mention.gender) bearer.votes[mention.gender] += 4;
  if (mention.pronoun) bearer.votes[mention.pronoun]++;
}

/** The gender that the votes agree on. */
export function genderOf({ votes }: Bearer): Gender | undefined {
  if (votes.female > 2 * votes.male) return 'female';
  return votes.male > 2 * votes.female ? 'male' : undefined;
}

/** Whether a full name may be that of the person: the same, a part of it, with a nickname, or with a slip in it. */
export function fitsFullName(bearer: Bearer, { parts, gender }: Mention, core = parts.core): boolean {
  if (bearer.isFamily || bearer.core.length < 2) return false;
  if (bearer.suffix && parts.suffix && bearer.suffix !== parts.suffix) return false;
  const [shorter, longer] = core.length < bearer.core.length ? [core, bearer.core] : [bearer.core, core];
  if (shorter.every((part) => longer.includes(part))) return true;
  const own = genderOf(bearer);
  if (own && gender && own !== gender) return false;
  const last = core.at(-1) ?? '';
  const ownLast = bearer.core.at(-1) ?? '';
  const first = core[0] ?? '';
  const ownFirst = bearer.core[0] ?? '';
  if (last === ownLast) return areForms(first, ownFirst) || isSlip(first, ownFirst);
  return first === ownFirst && core.length === bearer.core.length && isSlip(last, ownLast);
}

/** What a bare name may be to a person: the name it is or has been called by, another of its names, or none. */
export function fitsBareName(
  bearer: Bearer,
  { parts, gender }: Mention,
): 'family name' | 'other name' | undefined {
  if (bearer.isFamily) return undefined;
  const [part = ''] = parts.core;
  if (parts.suffix && bearer.suffix && parts.suffix !== bearer.suffix) return undefined;
  const own = genderOf(bearer);
  if (gender && own && gender !== own) return undefined;
  const [initial] = parts.initials;
  if (
    initial &&
    bearer.core.length > 1 &&
    !bearer.core[0]?.startsWith(initial) &&
    !bearer.initials.has(initial)
  )
    return undefined;
  const isCalled =
    bearer.core.length === 1 || bearer.calledBy.has(part) || part === familyNameOf(bearer.core);
  return isCalled ? 'family name' : 'other name';
}
