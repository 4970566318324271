import { isSlip } from '../../text/slip.ts';
import {
  addBearer,
  type Bearer,
  type Bearers,
  bearersOf,
  extendName,
  fitsBareName,
  fitsFullName,
  genderOf,
  learnFrom,
} from './bearers.ts';
import { genderOfGivenName, type Mention } from './mentions.ts';

/** The person of each mention, or the persons that fit it equally, best first. */
export type Settled = readonly Bearer[];

/**
 * Joins mentions of one person. Full names first, so that a bare name finds its person wherever that one is introduced;
 * then bare names in order of place.
 */
export function gatherMentions(mentions: readonly Mention[]): {
  bearers: readonly Bearer[];
  settled: readonly Settled[];
} {
  const bearers: Bearers = { all: [], byPart: new Map() };
  const full = new Map<Mention, Bearer>();
  for (const [i, mention] of mentions.entries()) {
    const core = fullCoreOf(mention, mentions[i + 1]);
    if (!core) continue;
    const bearer = findFullBearer(bearers, mention, core) ?? addBearer(bearers, mention, core);
    extendName(bearers, bearer, core);
    learnFrom(bearer, mention);
    full.set(mention, bearer);
  }
  const initials = indexInitials(bearers.all);
  const settled = mentions.map((mention) => {
    const bearer = full.get(mention);
    const fitting = bearer ? [bearer] : settle(bearers, mention, initials);
    const [only] = fitting;
    if (!only || fitting.length > 1) return fitting;
    only.mentions.push(mention);
    if (!bearer) {
      only.isCalled = true;
      learnFrom(only, mention);
    }
    return fitting;
  });
  return { bearers: bearers.all, settled };
}

/** Two names or more; `Bill` of `Bill and Hillary Clinton` has the family name of the next. */
function fullCoreOf(
  { parts, end, isFamily }: Mention,
  next: Mention | undefined,
): readonly string[] | undefined {
  const { core } = parts;
  if (isFamily) return undefined;
  if (core.length > 1) return core;
  const [given = ''] = core;
  const isPair = next?.before === 'and' && next.parts.core.length > 1 && next.start - end <= ' and '.length;
  return isPair && genderOfGivenName(given) ? [given, next.parts.core.at(-1) ?? ''] : undefined;
}

function findFullBearer(bearers: Bearers, mention: Mention, core: readonly string[]): Bearer | undefined {
  for (const part of [core.at(-1) ?? '', core[0] ?? '']) {
    const fitting = bearersOf(bearers, part).findLast((bearer) => fitsFullName(bearer, mention, core));
    if (fitting) return fitting;
  }
  return undefined;
}

function settle(bearers: Bearers, mention: Mention, initials: ReadonlyMap<string, Bearer>): Settled {
  if (mention.isFamily) return [findFamily(bearers, mention)];
  const [part = ''] = mention.parts.core;
  const named = bearersOf(bearers, part).map((bearer) => ({ bearer, as: fitsBareName(bearer, mention) }));
  const called = named.filter(({ as }) => as === 'family name').map(({ bearer }) => bearer);
  const others = named.filter(({ as }) => as === 'other name').map(({ bearer }) => bearer);
  const fitting = called.length > 0 ? called : others;
  if (fitting.length > 0) return choose(fitting, mention);
  const lettered = part.length >= 3 ? initials.get(part) : undefined;
  return [lettered ?? findMisspelt(bearers, mention) ?? addBearer(bearers, mention)];
}

/** A longer bare name that is one letter away from the family name of somebody named in full. */
function findMisspelt({ all }: Bearers, { parts, start }: Mention): Bearer | undefined {
  const [part = ''] = parts.core;
  if (part.length < 6) return undefined;
  return all
    .slice(0, MOST_COMPARED)
    .find(({ core, introduced }) => core.length > 1 && introduced < start && isSlip(part, core.at(-1) ?? ''));
}

/** Only the first persons of an article are compared with every bare name that is nobody's: keeps long texts linear. */
const MOST_COMPARED = 40;

/** `WHO` is no person, but `JFK` is John Fitzgerald Kennedy where the article has named him. */
function indexInitials(all: readonly Bearer[]): ReadonlyMap<string, Bearer> {
  const initials = new Map<string, Bearer>();
  for (const bearer of all) {
    const [first = '', ...rest] = bearer.core;
    const letters = [first, ...bearer.initials, ...rest].map((part) => part[0] ?? '').join('');
    if (!initials.has(letters)) initials.set(letters, bearer);
  }
  return initials;
}

function findFamily(bearers: Bearers, mention: Mention): Bearer {
  const [surname = ''] = mention.parts.core;
  const singular = surname.replace(/s$/u, '');
  const known = [surname, singular]
    .flatMap((part) => bearersOf(bearers, part))
    .find(({ isFamily }) => isFamily);
  if (known) return known;
  return addBearer(bearers, mention, surname === singular ? [surname] : [singular, surname]);
}

/**
 * Of several who fit: those named before the mention; then the one with the mention's title; then the one whom the bare
 * name has meant before; then one who is not somebody's wife or son in this article; then the one named first. Two who
 * were named together are a tie.
 */
function choose(fitting: readonly Bearer[], mention: Mention): Settled {
  const before = fitting.filter(({ introduced }) => introduced < mention.start);
  const known = (before.length > 0 ? before : fitting).toSorted((a, b) => a.introduced - b.introduced);
  const [only, ...rest] = [
    ({ titles }: Bearer) => mention.titleWords.some((word) => titles.has(word)),
    (bearer: Bearer) => mention.pronoun !== undefined && genderOf(bearer) === mention.pronoun,
    ({ isCalled }: Bearer) => isCalled,
    ({ isRelative }: Bearer) => !isRelative,
    (bearer: Bearer) => isNear(bearer, mention),
  ].reduce(keepThose, known);
  const [second] = rest;
  const isTie = before.length > 1 && only && second && !only.isCalled && areNamedTogether(only, second);
  return only ? (isTie ? [only, ...rest] : [only]) : [];
}

/** Those of which something is true; all where it is true of none. */
function keepThose(bearers: readonly Bearer[], isSo: (bearer: Bearer) => boolean): readonly Bearer[] {
  const kept = bearers.length > 1 ? bearers.filter(isSo) : bearers;
  return kept.length > 0 ? kept : bearers;
}

/** Whether the person was named in the last lines. */
function isNear({ mentions }: Bearer, { start }: Mention): boolean {
  const last = mentions.at(-1);
  return last !== undefined && start - last.end < NEAR;
}

const NEAR = 200;

/** `Pat Moreno and Lou Moreno`. */
function areNamedTogether(a: Bearer, b: Bearer): boolean {
  return Math.abs(b.introduced - a.introduced) <= TOGETHER;
}

/** So many code units lie at most between the beginnings of two names that stand together. */
const TOGETHER = 32;
