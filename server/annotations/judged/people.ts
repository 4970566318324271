import type { Article, Entity, Person, Quotation } from '../../analysis/types.ts';
import { slice } from '../../text/span.ts';
import { judgeQuotations, type NameEntity } from './quotations.ts';
import { judgeMentions, rememberMade, type Said, type Saying, toEvidences } from './said.ts';

type People = Pick<Article, 'people' | 'entities' | 'quotations'>;

/** The people with their mentions and what they said: who is called by one name is one person. */
export function judgePeople(article: Article, said: Said): People {
  const names = new Map<string, number>();
  const entities = [...article.entities];
  for (const [index, { name }] of entities.entries()) if (!names.has(name)) names.set(name, index);
  const nameEntity: NameEntity = (name, likely) => {
    if (likely !== undefined && entities[likely]?.name === name) return likely;
    const known = names.get(name) ?? entities.length;
    if (known === entities.length) entities.push({ name, family: false, mentions: [], introduction: -1 });
    names.set(name, known);
    return known;
  };
  const people = judgeMentions('person', article.people, said, (saying, found) =>
    toPerson(saying, found, nameEntity),
  );
  const quotations = judgeQuotations(article, said, nameEntity);
  const isAsFound = people === article.people && quotations === article.quotations;
  return isAsFound ? article : countMentions({ people, entities, quotations }, article.text);
}

const toPerson = rememberMade(
  (saying: Saying, found: Person | undefined, nameEntity: NameEntity): Person => {
    const { start, end, attributes, judgement } = saying;
    const { entity: name } = attributes;
    return {
      ...{ kind: 'person', start, end },
      entity: name === undefined ? found?.entity : nameEntity(name, found?.entity),
      candidates: name === undefined ? (found?.candidates ?? []) : [],
      ...(found?.title && { title: found.title }),
      evidence: toEvidences(saying, found),
      ...(judgement && { judgement }),
    };
  },
  ({ entity }, { attributes: { entity: name } }, nameEntity) =>
    name === undefined || nameEntity(name, entity) === entity,
);

/** The entities with the mentions that are there; those that neither have any nor speak are no more. */
function countMentions({ people, entities, quotations }: People, text: string): People {
  const mentions = entities.map((): number[] => []);
  for (const [index, { entity }] of people.entries()) if (entity !== undefined) mentions[entity]?.push(index);
  const speaking = new Set(quotations.flatMap(({ speaker }) => speaker?.entity ?? []));
  const moved: (number | undefined)[] = [];
  const left: Entity[] = [];
  for (const [index, entity] of entities.entries()) {
    const own = mentions[index] as number[];
    if (own.length === 0 && !speaking.has(index)) continue;
    moved[index] = left.length;
    left.push({ ...entity, mentions: own, introduction: findIntroduction(entity.name, own, people, text) });
  }
  if (moved.length === left.length) return { people, entities: left, quotations };
  return {
    people: people.map((person) => moveEntity(person, moved)),
    entities: left,
    quotations: quotations.map((quotation) => moveSpeakers(quotation, moved)),
  };
}

/** The first mention by the name itself, else the first; -1 where there is none. */
function findIntroduction(
  name: string,
  mentions: readonly number[],
  people: readonly Person[],
  text: string,
): number {
  const lower = name.toLowerCase();
  const isFull = (index: number): boolean => {
    const person = people[index];
    if (person === undefined || person.end - person.start !== name.length) return false;
    return slice(text, person).toLowerCase() === lower;
  };
  return mentions.find(isFull) ?? mentions[0] ?? -1;
}

function moveEntity(person: Person, moved: readonly (number | undefined)[]): Person {
  const entity = person.entity === undefined ? undefined : moved[person.entity];
  const candidates = person.candidates.flatMap((index) => moved[index] ?? []);
  return { ...person, entity, candidates };
}

function moveSpeakers(quotation: Quotation, moved: readonly (number | undefined)[]): Quotation {
  const move = <Speaker extends { readonly entity?: number }>(speaker: Speaker): Speaker => {
    const { entity, ...own } = speaker;
    const index = entity === undefined ? undefined : moved[entity];
    return { ...(own as Speaker), ...(index !== undefined && { entity: index }) };
  };
  return {
    ...quotation,
    ...(quotation.speaker && { speaker: move(quotation.speaker) }),
    candidates: quotation.candidates.map(move),
  };
}
