import type { Article, Country, Person, Quotation, TimeExpression } from '../analysis/types.ts';
import { byPlace } from '../text/span.ts';
import type { LexiconRule } from './lexicon/rules.ts';
import type { Mark, MarkAttributes } from './mark.ts';
import { createOverlapping } from './overlapping.ts';

/** What the detection, or a rule of the folder's lexicon, proposes as a mark. */
export interface Suggestion extends Pick<Mark, 'start' | 'end' | 'kind' | 'attributes' | 'parts'> {
  readonly rule?: LexiconRule;
}

/** Everything that was found in an article as suggestions, in order of place. */
export function findSuggestions(article: Article): readonly Suggestion[] {
  const { people, countries, dates, quotations } = article;
  return [
    ...people.map((person) => fromPerson(article, person)),
    ...countries.map(fromCountry),
    ...dates.map(fromDate),
    ...quotations.map((quotation) => fromQuotation(article, quotation)),
  ].sort(byPlace);
}

/**
 * The suggestions that no mark has judged yet. A mark judges those of its kind that it overlaps, for it may have
 * corrected their span, and any on just its span, for it may have corrected their kind. Of quotes, which nest, it
 * judges those that are at least half the same. Near linear.
 */
export function findUnjudged<One extends Suggestion>(
  suggestions: readonly One[],
  marks: readonly Pick<Mark, 'start' | 'end' | 'kind'>[],
): readonly One[] {
  const overlapping = createOverlapping(marks);
  return suggestions.filter(
    (suggestion) => !overlapping(suggestion).some((mark) => judges(mark, suggestion)),
  );
}

/** Whether the mark says what a person thinks of the suggestion. */
export function judges(mark: Pick<Mark, 'start' | 'end' | 'kind'>, suggestion: Suggestion): boolean {
  if (mark.start === suggestion.start && mark.end === suggestion.end) return true;
  if (mark.kind !== suggestion.kind) return false;
  const shared = Math.min(mark.end, suggestion.end) - Math.max(mark.start, suggestion.start);
  const longer = Math.max(mark.end - mark.start, suggestion.end - suggestion.start);
  return mark.kind === 'quote' ? longer <= shared * 2 : shared > 0;
}

function fromPerson({ entities }: Article, { start, end, entity }: Person): Suggestion {
  const name = entity === undefined ? undefined : entities[entity]?.name;
  return { kind: 'person', start, end, attributes: given({ entity: name }), parts: {} };
}

function fromCountry({ start, end, code, form }: Country): Suggestion {
  return { kind: 'country', start, end, attributes: { code, form }, parts: {} };
}

function fromDate({ start, end, timex, value, mod }: TimeExpression): Suggestion {
  return { kind: 'date', start, end, attributes: given({ timex, value, mod }), parts: {} };
}

function fromQuotation({ entities }: Article, { start, end, kind, speaker, cue }: Quotation): Suggestion {
  const entity = speaker?.entity === undefined ? undefined : entities[speaker.entity]?.name;
  return {
    ...{ kind: 'quote', start, end },
    attributes: given({ quotation: kind, entity, stance: cue?.stance }),
    parts: {
      ...(speaker && { speaker: { start: speaker.start, end: speaker.end } }),
      ...(cue && { cue: { start: cue.start, end: cue.end } }),
    },
  };
}

function given(attributes: Readonly<Record<string, string | undefined>>): MarkAttributes {
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
