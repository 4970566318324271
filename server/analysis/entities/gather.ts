import {
  addBearer,
  type Bearer,
  type Bearers,
  bearersOf,
  extendName,
  fitsBareName,
  fitsFullName,
  learnFrom,
} from './bearers.ts';
import type { Mention } from './mentions.ts';

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
    only.lastSentence = mention.sentence;
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
  { parts: { core }, end, isFamily }: Mention,
  next: Mention | undefined,
): readonly string[] | undefined {
  if (isFamily) return undefined;
  if (core.length > 1) return core;
  const isPair =
    next !== undefined && next.parts.core.length > 1 && 0 < next.start - end && next.start - end <= 5;
  return isPair && next.before === 'and' && !next.parts.core.includes(core[0] ?? '')
    ? [...core, next.parts.core.at(-1) ?? '']
    : undefined;
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
  return [lettered ?? addBearer(bearers, mention)];
}

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
 * name has meant before; then the one named last. Two who were named last in one sentence are a tie.
 */
function choose(fitting: readonly Bearer[], mention: Mention): Settled {
  const before = fitting.filter(({ introduced }) => introduced < mention.start);
  if (before.length === 0) {
    const [first, ...rest] = fitting;
    return [rest.reduce((a, b) => (b.introduced < a.introduced ? b : a), first as Bearer)];
  }
  if (before.length === 1) return before;
  const titled = before.filter(({ titles }) => mention.titleWords.some((word) => titles.has(word)));
  if (titled.length === 1) return titled;
  const remaining = titled.length > 0 ? titled : before;
  const called = remaining.filter(({ isCalled }) => isCalled);
  const [nearest, second] = (called.length > 0 ? called : remaining).toSorted(
    (a, b) => b.lastSentence - a.lastSentence,
  );
  if (called.length === 0 && nearest && second && nearest.lastSentence === second.lastSentence)
    return remaining.toSorted((a, b) => b.lastSentence - a.lastSentence);
  return nearest ? [nearest] : [];
}
