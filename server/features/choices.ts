import { COUNTRY_CODES } from '../analysis/countries/facts.ts';
import type { Article, Quotation } from '../analysis/types.ts';
import type { Act } from '../annotations/acts/act.ts';
import type { Target } from '../annotations/acts/target.ts';
import type { MarkAttributes } from '../annotations/mark.ts';
import { type Span, slice } from '../text/span.ts';
import { stateOf } from './states.ts';

/** Something that a mark may be said to be, with the act that says it. */
export interface Choice {
  readonly label: string;
  readonly description: string;
  readonly act: Act;
}

/** What a mark or suggestion may be said to be, the likeliest first; nothing for a date, whose value is written. */
export function findChoices(article: Article, target: Target): readonly Choice[] {
  switch (target.kind) {
    case 'person':
      return personChoices(article, target);
    case 'country':
      return countryChoices(article, target.attributes);
    case 'quote':
      return speakerChoices(article, target);
    default:
      return [];
  }
}

/** Those that fit the words come first, then the others by their mentions. */
function personChoices({ entities, people }: Article, target: Target): readonly Choice[] {
  const person = people.find(({ start, end }) => start === target.start && end === target.end);
  const fitting = [...(person?.entity === undefined ? [] : [person.entity]), ...(person?.candidates ?? [])];
  const others = [...entities.keys()].sort(
    (a, b) => (entities[b]?.mentions.length ?? 0) - (entities[a]?.mentions.length ?? 0),
  );
  return [...new Set([...fitting, ...others])].flatMap((index) => {
    const entity = entities[index];
    if (!entity) return [];
    const count = `${entity.mentions.length} ${entity.mentions.length === 1 ? 'mention' : 'mentions'}`;
    const description = entity.title ? `${entity.title}, ${count}` : count;
    return { label: entity.name, description, act: say(target.attributes, { entity: entity.name }) };
  });
}

/** Those of the article come first, the most mentioned before the others. */
function countryChoices({ countries }: Article, attributes: MarkAttributes): readonly Choice[] {
  const mentions = new Map<string, number>();
  for (const { code } of countries) mentions.set(code, (mentions.get(code) ?? 0) + 1);
  return COUNTRY_CODES.map((code) => ({ code, ...stateOf(code) }))
    .sort(
      (a, b) =>
        (mentions.get(b.code) ?? 0) - (mentions.get(a.code) ?? 0) ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    )
    .map(({ code, name, flag }) => ({
      label: `${flag} ${name}`.trim(),
      description: code,
      act: say({ form: 'name', ...attributes }, { code }),
    }));
}

/** The speakers that the detection weighed, then the people of the article, the nearest mention first, then nobody. */
function speakerChoices(article: Article, target: Target): readonly Choice[] {
  const { entities, people, quotations, text } = article;
  const quotation = quotations.find(({ start, end }) => start === target.start && end === target.end);
  const weighed = weighedSpeakers(quotation).map((speaker) => ({
    name: (speaker.entity === undefined ? undefined : entities[speaker.entity]?.name) ?? slice(text, speaker),
    entity: speaker.entity,
    span: speaker,
  }));
  const near = [...people]
    .sort((a, b) => distance(a, target) - distance(b, target))
    .flatMap((person) => {
      const name = person.entity === undefined ? undefined : entities[person.entity]?.name;
      return name === undefined ? [] : { name, entity: person.entity, span: person };
    });
  const seen = new Set<string>();
  const choices = [...weighed, ...near].flatMap(({ name, entity, span: { start, end } }) => {
    if (seen.has(name)) return [];
    seen.add(name);
    const { entity: _, ...others } = target.attributes;
    const attributes = entity === undefined ? others : { ...others, entity: name };
    const parts = { ...target.parts, speaker: { start, end } };
    return {
      label: name,
      description: `“${slice(text, { start, end })}”`,
      act: { kind: 'describe', attributes, parts } as const,
    };
  });
  const { entity: _, ...attributes } = target.attributes;
  const { speaker: __, ...parts } = target.parts;
  return [
    ...choices,
    { label: '—', description: 'nobody in the article', act: { kind: 'describe', attributes, parts } },
  ];
}

function weighedSpeakers(quotation: Quotation | undefined): Quotation['candidates'] {
  if (!quotation) return [];
  return [...(quotation.speaker ? [quotation.speaker] : []), ...quotation.candidates];
}

function distance(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

function say(attributes: MarkAttributes, said: MarkAttributes): Act {
  return { kind: 'describe', attributes: { ...attributes, ...said } };
}
