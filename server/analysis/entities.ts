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
  const mentions = readMentions(paragraphs, found);
  const { bearers, settled } = gatherMentions(mentions);
  const named = bearers
    .filter((bearer) => bearer.mentions.length > 0)
    .sort((a, b) => firstOf(a).start - firstOf(b).start);
  const numbers = new Map(named.map((bearer, i) => [bearer, i]));
  const people = found.map((person, i): Person => {
    const fitting = (settled[i] ?? []).flatMap((bearer) => numbers.get(bearer) ?? []);
    const [only] = fitting;
    return fitting.length === 1
      ? { ...person, entity: only, candidates: [] }
      : { ...person, entity: undefined, candidates: fitting };
  });
  return { people, entities: named.map((bearer) => toEntity(bearer)) };
}

function firstOf({ mentions }: Bearer): Mention {
  return mentions[0] as Mention;
}

function toEntity(bearer: Bearer): Entity {
  const introduction = bearer.mentions.reduce((best, mention) => (isFuller(mention, best) ? mention : best));
  const gender = genderOf(bearer);
  const titled = [introduction, ...bearer.mentions].find(({ titleWords }) => titleWords.some(isRole));
  return {
    name:
      bearer.isFamily && !/s$/u.test(introduction.name) ? `${introduction.name} family` : introduction.name,
    family: bearer.isFamily,
    ...(gender && !bearer.isFamily && { gender }),
    ...(titled && { title: titled.title }),
    mentions: bearer.mentions.map(({ index }) => index),
    introduction: introduction.index,
  };
}

/** More names, or as many and not in the capitals of a headline. */
function isFuller(mention: Mention, best: Mention): boolean {
  const sizes = [mention, best].map(
    ({ parts: { core, initials, suffix } }) => core.length * 4 + initials.length + (suffix ? 1 : 0),
  );
  const [size = 0, bestSize = 0] = sizes;
  if (size !== bestSize) return bestSize < size;
  return isShouted(best.name) && !isShouted(mention.name);
}

/** `Mr.` and the like say nothing of what somebody is. */
function isRole(word: string): boolean {
  return !FORMS_OF_ADDRESS.has(word);
}

function isShouted(name: string): boolean {
  return name.length > 3 && name === name.toUpperCase() && name !== name.toLowerCase();
}
