import type { Annotated, AnnotatedEntity } from './data.ts';
import { pick, type Random } from './random.ts';

/** Names to put in the place of those of a text. */
export interface NamePool {
  readonly given: readonly string[];
  readonly surnames: readonly string[];
  readonly organisations: readonly string[];
  readonly places: readonly string[];
}

/** Words that belong to names but are no names: they stay. */
const KEPT = new Set(
  'van von der den de la le du di da dos el al bin bint ibn abu ben jr sr ii iii iv and the of mac st san'.split(
    ' ',
  ),
);

/**
 * The record with names of people and organisations replaced at random, so that a tagger learns how names stand in a
 * text and not which they are. The same name becomes the same other name throughout.
 */
export function replaceNames(
  random: Random,
  record: Annotated,
  pool: NamePool,
  shareOfPeople: number,
  shareOfOrganisations: number,
  shareOfPlaces: number,
): Annotated {
  const people = random() < shareOfPeople;
  const organisations = random() < shareOfOrganisations;
  const places = random() < shareOfPlaces;
  if (!people && !organisations && !places) return record;
  const others = new Map<string, string>();
  const rename = (entity: AnnotatedEntity): string => {
    const own = record.text.slice(entity.start, entity.end);
    if (entity.type === 'PERSON' && people) return renamePerson(random, own, pool, others);
    if (entity.type === 'ORG' && organisations) return renameOrganisation(random, own, pool, others);
    if (entity.type === 'LOC' && places) return renamePlace(random, own, pool, others);
    return own;
  };
  let text = '';
  let from = 0;
  const entities: AnnotatedEntity[] = [];
  for (const entity of [...record.entities].sort((a, b) => a.start - b.start)) {
    if (entity.start < from) continue;
    text += record.text.slice(from, entity.start);
    const start = text.length;
    text += rename(entity);
    from = entity.end;
    entities.push({ ...entity, start, end: text.length });
  }
  return { ...record, text: text + record.text.slice(from), entities };
}

function renamePerson(random: Random, own: string, pool: NamePool, others: Map<string, string>): string {
  const parts = own.split(/([ -])/u);
  const words = parts.filter((part) => part.length > 1);
  return parts
    .map((part) => {
      const lower = part.toLowerCase().replace(/\.$/u, '');
      if (part.length < 3 || /\./u.test(part) || KEPT.has(lower) || !/^\p{Lu}/u.test(part)) return part;
      const known = others.get(part);
      if (known) return known;
      const isLast = part === words.at(-1);
      const list = isLast ? pool.surnames : pool.given;
      // A third are blends of two names, which no list knows.
      const other =
        random() < 0.33 ? blend(random, pick(random, list), pick(random, list)) : pick(random, list);
      const written = part === part.toUpperCase() && part.length > 3 ? other.toUpperCase() : other;
      others.set(part, written);
      return written;
    })
    .join('');
}

function blend(random: Random, a: string, b: string): string {
  const cut = 1 + Math.floor(random() * Math.max(1, a.length - 2));
  const rest = b.slice(1 + Math.floor(random() * Math.max(1, b.length - 2))).toLowerCase();
  const blended = a.slice(0, cut) + rest;
  return blended.length < 3 ? a : blended;
}

function renameOrganisation(
  random: Random,
  own: string,
  pool: NamePool,
  others: Map<string, string>,
): string {
  const known = others.get(own);
  if (known) return known;
  if (own === own.toUpperCase()) return own;
  const other = own.includes(' ')
    ? random() < 0.6
      ? pick(random, pool.organisations)
      : own.replace(/^\p{Lu}\p{Ll}+/u, () => pick(random, pool.surnames))
    : inventName(random, pool);
  others.set(own, other);
  return other;
}

function renamePlace(random: Random, own: string, pool: NamePool, others: Map<string, string>): string {
  const known = others.get(own);
  if (known) return known;
  if (!/^\p{Lu}\p{Ll}+$/u.test(own)) return own;
  const other = random() < 0.75 ? pick(random, pool.places) : inventName(random, pool);
  others.set(own, other);
  return other;
}

/** A name that no list knows, of one word. */
function inventName(random: Random, pool: NamePool): string {
  const from = (): string =>
    pick(random, random() < 0.5 ? pool.places : pool.surnames).split(' ')[0] as string;
  return blend(random, from(), from());
}
