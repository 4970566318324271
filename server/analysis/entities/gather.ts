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
 * then bare names in order of place. Depends on the mentions alone, not on where their paragraphs stand.
 */
export function gatherMentions(mentions: readonly Mention[]): {
  readonly bearers: readonly Bearer[];
  readonly settled: readonly Settled[];
} {
  const bearers: Bearers = { all: [], byPart: new Map() };
  const full = mentions.map((mention, i): Settled | undefined => {
    const core = fullCoreOf(mention, mentions[i + 1]);
    if (!core) return undefined;
    const bearer = findFullBearer(bearers, mention, core) ?? addBearer(bearers, mention, i, core);
    extendName(bearers, bearer, core);
    learnFrom(bearer, mention);
    return [bearer];
  });
  const initials = indexInitials(bearers.all);
  const settled = mentions.map((mention, i) => {
    const fitting = full[i] ?? settle(bearers, mentions, i, initials);
    const [only] = fitting;
    if (!only || fitting.length > 1) return fitting;
    only.mentions.push(i);
    if (!full[i]) {
      only.calledBy.add(mention.parts.core[0] ?? '');
      learnFrom(only, mention);
    }
    return fitting;
  });
  return { bearers: bearers.all, settled };
}

/** Two names or more; `Bill` of `Bill and Hillary Clinton` has the family name of the next. */
function fullCoreOf({ parts, isFamily }: Mention, next: Mention | undefined): readonly string[] | undefined {
  const { core } = parts;
  if (isFamily) return undefined;
  if (core.length > 1) return core;
  const [given = ''] = core;
  const isPair = next?.before === 'and' && next.parts.core.length > 1 && next.gap <= ' and '.length;
  return isPair && genderOfGivenName(given) ? [given, next.parts.core.at(-1) ?? ''] : undefined;
}

function findFullBearer(bearers: Bearers, mention: Mention, core: readonly string[]): Bearer | undefined {
  for (const part of [core.at(-1) ?? '', core[0] ?? '']) {
    const fitting = bearersOf(bearers, part).findLast((bearer) => fitsFullName(bearer, mention, core));
    if (fitting) return fitting;
  }
  return undefined;
}

function settle(
  bearers: Bearers,
  mentions: readonly Mention[],
  index: number,
  initials: ReadonlyMap<string, Bearer>,
): Settled {
  const mention = mentions[index] as Mention;
  if (mention.isFamily) return [findFamily(bearers, mention, index)];
  const [part = ''] = mention.parts.core;
  const named = bearersOf(bearers, part).map((bearer) => ({ bearer, as: fitsBareName(bearer, mention) }));
  const called = named.filter(({ as }) => as === 'family name').map(({ bearer }) => bearer);
  const others = named.filter(({ as }) => as === 'other name').map(({ bearer }) => bearer);
  const fitting = called.length > 0 ? called : others;
  if (fitting.length > 0) return choose(fitting, mentions, index);
  const lettered = part.length >= 3 ? initials.get(part) : undefined;
  return [lettered ?? findMisspelt(bearers, mention, index) ?? addBearer(bearers, mention, index)];
}

/** A longer bare name that is one letter away from the family name of somebody named in full. */
function findMisspelt({ all }: Bearers, { parts }: Mention, index: number): Bearer | undefined {
  const [part = ''] = parts.core;
  if (part.length < 6) return undefined;
  return all
    .slice(0, MOST_COMPARED)
    .find(({ core, introduced }) => core.length > 1 && introduced < index && isSlip(part, core.at(-1) ?? ''));
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

function findFamily(bearers: Bearers, mention: Mention, index: number): Bearer {
  const [surname = ''] = mention.parts.core;
  const singular = surname.replace(/s$/u, '');
  const known = [surname, singular]
    .flatMap((part) => bearersOf(bearers, part))
    .find(({ isFamily }) => isFamily);
  if (known) return known;
  return addBearer(bearers, mention, index, surname === singular ? [surname] : [singular, surname]);
}

/**
 * Of several who fit: those named before the mention; then the one with the mention's title; then the one whom the bare
 * name has meant before; then one who is not somebody's wife or son in this article; then the one named first. Two who
 * were named together are a tie.
 */
function choose(fitting: readonly Bearer[], mentions: readonly Mention[], index: number): Settled {
  if (fitting.length === 1) return fitting;
  const mention = mentions[index] as Mention;
  const before = fitting.filter(({ introduced }) => introduced < index);
  const known = (before.length > 0 ? before : fitting).toSorted((a, b) => a.introduced - b.introduced);
  const [only, ...rest] = [
    ({ titles }: Bearer) => mention.titleWords.some((word) => titles.has(word)),
    (bearer: Bearer) => mention.pronoun !== undefined && genderOf(bearer) === mention.pronoun,
    ({ calledBy }: Bearer) => calledBy.size > 0,
    ({ isRelative }: Bearer) => !isRelative,
    (bearer: Bearer) => index - (bearer.mentions.at(-1) ?? Number.NEGATIVE_INFINITY) <= NEAR,
  ].reduce(keepThose, known);
  const [second] = rest;
  const isTie =
    before.length > 1 &&
    only &&
    second &&
    only.calledBy.size === 0 &&
    areNamedTogether(only, second, mentions);
  return only ? (isTie ? [only, ...rest] : [only]) : [];
}

/** Those of which something is true; all where it is true of none. */
function keepThose(bearers: readonly Bearer[], isSo: (bearer: Bearer) => boolean): readonly Bearer[] {
  const kept = bearers.length > 1 ? bearers.filter(isSo) : bearers;
  return kept.length > 0 ? kept : bearers;
}

/** A person named among the last few is near. */
const NEAR = 2;

/** `Pat Moreno and Lou Moreno`. */
function areNamedTogether(a: Bearer, b: Bearer, mentions: readonly Mention[]): boolean {
  const second = Math.max(a.introduced, b.introduced);
  return Math.abs(a.introduced - b.introduced) === 1 && (mentions[second]?.gap ?? 0) <= TOGETHER;
}

/** So many code units lie at most between two names that stand together. */
const TOGETHER = 6;
