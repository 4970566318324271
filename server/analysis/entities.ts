import { type Bearer, genderOf } from './entities/bearers.ts';
import { gatherMentions } from './entities/gather.ts';
import { type Mention, readMentions } from './entities/mentions.ts';
import { FORMS_OF_ADDRESS } from './lexicon/nameParticles.ts';
import type { FoundPerson } from './people.ts';
import type { ReadParagraph } from './reading.ts';
import type { Entity, Person } from './types.ts';

/** Joins the mentions that name one person; a mention that fits several people equally stays with none. */
export function joinEntities(
  paragraphs: readonly ReadParagraph[],
  found: readonly FoundPerson[],
): { readonly people: readonly Person[]; readonly entities: readonly Entity[] } {
  const { fitting, entities } = recallGrouping(readMentions(paragraphs, found));
  const people = found.map(({ kind, start, end, title, evidence }, i): Person => {
    const own = fitting[i] ?? NONE;
    const entity = own.length === 1 ? own[0] : undefined;
    const candidates = own.length === 1 ? NONE : own;
    return title
      ? { kind, start, end, entity, candidates, title, evidence }
      : { kind, start, end, entity, candidates, evidence };
  });
  return { people, entities };
}

const NONE: readonly number[] = [];

interface Grouping {
  readonly mentions: readonly Mention[];
  /** For each mention its entity, or the entities that fit it equally. */
  readonly fitting: readonly (readonly number[])[];
  readonly entities: readonly Entity[];
}

/** The last grouping of an article, under its first mention: most edits leave all mentions as they were. */
const groupings = new WeakMap<Mention, Grouping>();

function recallGrouping(mentions: readonly Mention[]): Grouping {
  const [first] = mentions;
  if (!first) return { mentions, fitting: [], entities: [] };
  const known = groupings.get(first);
  if (known && areSame(known.mentions, mentions)) return known;
  const grouping = groupMentions(mentions);
  groupings.set(first, grouping);
  return grouping;
}

function areSame(a: readonly Mention[], b: readonly Mention[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i] && a[i]?.key !== b[i]?.key) return false;
  return true;
}

function groupMentions(mentions: readonly Mention[]): Grouping {
  const { bearers, settled } = gatherMentions(mentions);
  const named = bearers
    .filter((bearer) => bearer.mentions.length > 0)
    .sort((a, b) => (a.mentions[0] as number) - (b.mentions[0] as number));
  const numbers = new Map(named.map((bearer, i) => [bearer, i]));
  const fitting = settled.map((own) => own.flatMap((bearer) => numbers.get(bearer) ?? []));
  return { mentions, fitting, entities: named.map((bearer) => toEntity(bearer, mentions)) };
}

function toEntity(bearer: Bearer, mentions: readonly Mention[]): Entity {
  const own = (index: number): Mention => mentions[index] as Mention;
  const introduction = bearer.mentions.reduce((best, index) =>
    isFuller(own(index), own(best)) ? index : best,
  );
  const { name } = own(introduction);
  const gender = genderOf(bearer);
  const titled = [introduction, ...bearer.mentions].find((index) => own(index).titleWords.some(isRole));
  return {
    name: bearer.isFamily && !/s$/u.test(name) ? `${name} family` : name,
    family: bearer.isFamily,
    ...(gender && !bearer.isFamily && { gender }),
    ...(titled !== undefined && { title: own(titled).title }),
    mentions: bearer.mentions,
    introduction,
  };
}

/** More names, or as many and not in the capitals of a headline. */
function isFuller(mention: Mention, best: Mention): boolean {
  const [size, bestSize] = [sizeOf(mention), sizeOf(best)];
  if (size !== bestSize) return bestSize < size;
  return isShouted(best.name) && !isShouted(mention.name);
}

function sizeOf({ parts: { core, initials, suffix } }: Mention): number {
  return core.length * 4 + initials.length + (suffix ? 1 : 0);
}

/** `Mr.` and the like say nothing of what somebody is. */
function isRole(word: string): boolean {
  return !FORMS_OF_ADDRESS.has(word);
}

function isShouted(name: string): boolean {
  return name.length > 3 && name === name.toUpperCase() && name !== name.toLowerCase();
}
