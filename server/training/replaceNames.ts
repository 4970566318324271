import { FAMILY_NAMES_FIRST } from '../analysis/lexicon/familyNames.ts';
import type { Annotated, AnnotatedEntity } from './data.ts';
import { pickFamily, pickGiven } from './eastAsianNames.ts';
import { pick, type Random } from './random.ts';
import { replaceWords, type WordPool } from './replaceWords.ts';

/** Names to put in the place of those of a text. */
export interface NamePool {
  readonly given: readonly string[];
  readonly surnames: readonly string[];
  readonly organisations: readonly string[];
  readonly places: readonly string[];
  readonly words: WordPool;
}

/** Shares of the texts in which the names of a kind are replaced. */
export interface Replaced {
  readonly peopleReplaced: number;
  readonly organisationsReplaced: number;
  readonly placesReplaced: number;
  /** Share of the hyphened pairs of countries that become pairs of people. */
  readonly pairsReplaced: number;
  /** Share of the people that get names in East Asian order. */
  readonly eastern: number;
  /** Share of the texts in which everyday words are replaced, and of the words of such a text. */
  readonly wordsReplaced: number;
  readonly wordShare: number;
}

/** What one text's names have become: the same name becomes the same other name throughout. */
interface Renaming {
  readonly random: Random;
  readonly pool: NamePool;
  readonly shares: Replaced;
  readonly others: Map<string, string>;
  /** Surnames whose bearers have names in East Asian order now. */
  readonly eastern: Map<string, boolean>;
}

/** Words that belong to names but are no names: they stay. */
const KEPT = new Set(
  'van von der den de la le du di da dos el al bin bint ibn abu ben jr sr ii iii iv and the of mac st san'.split(
    ' ',
  ),
);

/**
 * The record with names of people, organisations and places replaced at random, so that a tagger learns how names
 * stand in a text and not which they are; and everyday words by rare ones, so that it takes no word for a name because
 * it does not know it.
 */
export function replaceNames(random: Random, record: Annotated, pool: NamePool, shares: Replaced): Annotated {
  const people = random() < shares.peopleReplaced;
  const organisations = random() < shares.organisationsReplaced;
  const places = random() < shares.placesReplaced;
  const renaming: Renaming = { random, pool, shares, others: new Map(), eastern: new Map() };
  const words = random() < shares.wordsReplaced;
  const sorted = [...record.entities].sort((a, b) => a.start - b.start);
  const pairs = findPairs(record, sorted).filter(() => random() < shares.pairsReplaced);
  if (!people && !organisations && !places && !words && pairs.length === 0) return record;
  const paired = new Set(pairs.flat());
  const between = (stretch: string): string =>
    words ? replaceWords(random, stretch, pool.words, shares.wordShare, renaming.others) : stretch;
  let text = '';
  let from = 0;
  const entities: AnnotatedEntity[] = [];
  for (const entity of sorted) {
    if (entity.start < from) continue;
    text += between(record.text.slice(from, entity.start));
    const start = text.length;
    const own = record.text.slice(entity.start, entity.end);
    if (paired.has(entity)) text += pick(random, pool.surnames);
    else if (entity.type === 'PERSON' && people) text += renamePerson(renaming, own);
    else if (entity.type === 'ORG' && organisations) text += renameOrganisation(renaming, own);
    else if (entity.type === 'LOC' && places) text += renamePlace(renaming, own);
    else text += own;
    from = entity.end;
    const { form: _, ...bare } = entity;
    entities.push({
      ...(paired.has(entity) ? { ...bare, type: 'PERSON' } : entity),
      start,
      end: text.length,
    });
  }
  return { ...record, text: text + between(record.text.slice(from)), entities };
}

/** Two countries with a hyphen between them: `India-Pakistan talks` teaches `Modi-Khan talks`. */
function findPairs(
  record: Annotated,
  sorted: readonly AnnotatedEntity[],
): [AnnotatedEntity, AnnotatedEntity][] {
  const pairs: [AnnotatedEntity, AnnotatedEntity][] = [];
  for (let i = 1; i < sorted.length; i++) {
    const [a, b] = [sorted[i - 1] as AnnotatedEntity, sorted[i] as AnnotatedEntity];
    const isPair =
      a.type === 'COUNTRY' && b.type === 'COUNTRY' && /^[-–]$/u.test(record.text.slice(a.end, b.start));
    if (isPair && pairs.at(-1)?.[1] !== a) pairs.push([a, b]);
  }
  return pairs;
}

function renamePerson(renaming: Renaming, own: string): string {
  const { random, shares, eastern } = renaming;
  const words = own.split(/[ -]/u).filter((word) => word.length > 1);
  const isFamilyFirst = words.length > 1 && FAMILY_NAMES_FIRST.has((words[0] ?? '').toLowerCase());
  const surname = (isFamilyFirst ? words[0] : words.at(-1)) ?? own;
  let isEastern = eastern.get(surname);
  if (isEastern === undefined) {
    isEastern = random() < (isFamilyFirst ? 0.8 : shares.eastern);
    eastern.set(surname, isEastern);
  }
  if (isEastern) return renameEastern(renaming, own, surname);
  const parts = own.split(/([ -])/u);
  return parts
    .map((part) => {
      const lower = part.toLowerCase().replace(/\.$/u, '');
      if (part.length < 3 || /\./u.test(part) || KEPT.has(lower) || !/^\p{Lu}/u.test(part)) return part;
      return renamePart(renaming, part, part === words.at(-1));
    })
    .join('');
}

function renameEastern({ random, others }: Renaming, own: string, surname: string): string {
  if (!/^\p{Lu}/u.test(own)) return own;
  const remember = (key: string, make: () => string): string => {
    const known = others.get(key) ?? make();
    others.set(key, known);
    return known;
  };
  const family = remember(surname, () => pickFamily(random));
  if (!/[ -]/u.test(own)) return own === surname ? family : remember(own, () => pickGiven(random));
  return `${family} ${remember(`given of ${surname}`, () => pickGiven(random))}`;
}

function renamePart({ random, pool, others }: Renaming, part: string, isLast: boolean): string {
  const known = others.get(part);
  if (known) return known;
  const list = isLast ? pool.surnames : pool.given;
  // A third are blends of two names, which no list knows.
  const other = random() < 0.33 ? blend(random, pick(random, list), pick(random, list)) : pick(random, list);
  const written = part === part.toUpperCase() && part.length > 3 ? other.toUpperCase() : other;
  others.set(part, written);
  return written;
}

function blend(random: Random, a: string, b: string): string {
  const cut = 1 + Math.floor(random() * Math.max(1, a.length - 2));
  const rest = b.slice(1 + Math.floor(random() * Math.max(1, b.length - 2))).toLowerCase();
  const blended = a.slice(0, cut) + rest;
  return blended.length < 3 ? a : blended;
}

function renameOrganisation({ random, pool, others }: Renaming, own: string): string {
  const known = others.get(own);
  if (known) return known;
  // Short forms in capitals stay short.
  if (own === own.toUpperCase()) return own;
  const other = own.includes(' ')
    ? random() < 0.6
      ? pick(random, pool.organisations)
      : own.replace(/^\p{Lu}\p{Ll}+/u, () => pick(random, pool.surnames))
    : inventName(random, pool);
  others.set(own, other);
  return other;
}

function renamePlace({ random, pool, others }: Renaming, own: string): string {
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
