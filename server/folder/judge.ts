import { hasPlace, type Kept } from '../annotations/kept.ts';
import { applyRules } from '../annotations/lexicon/apply.ts';
import type { LexiconRule } from '../annotations/lexicon/rules.ts';
import type { Mark, MarkKind } from '../annotations/mark.ts';
import { countProgress, type Progress } from '../annotations/progress.ts';
import { findUnjudged, type Suggestion } from '../annotations/suggestions.ts';
import { type Span, slice } from '../text/span.ts';
import { splitTokens } from '../text/tokens.ts';
import { toPersonKey } from './subjects.ts';
import {
  type CountrySummary,
  countWords,
  type DateSummary,
  type PersonSummary,
  type Places,
  type QuotationSummary,
  type Summary,
  toSpans,
} from './summary.ts';

/** The marks of an article with the text they are in. */
export interface MarkedText {
  readonly kept: readonly Kept[];
  readonly text: string;
  /** What the rules of the folder's lexicon make of what was found; missing where there are none. */
  readonly byRules?: FolderRules;
}

/** What rules have taken away from what was found, and what they have added. */
export interface FolderRules {
  readonly withheld: readonly Suggestion[];
  readonly added: readonly Suggestion[];
}

/** An article under its marks, and how far it is judged. */
export interface Judged {
  readonly summary: Summary;
  readonly progress: Progress;
}

/**
 * The summary as a person has corrected it: what was rejected is gone, what was added or corrected is as the mark says,
 * what nobody has judged stays as it was found, or as the rules of the folder's lexicon say. Near linear.
 */
export function judge(summary: Summary, marked: MarkedText | undefined): Judged {
  if (!marked || (marked.kept.length === 0 && !marked.byRules))
    return { summary, progress: countProgress(countFound(summary), []) };
  const { kept, text, byRules = NO_RULES } = marked;
  const withheld = new Set(byRules.withheld.map(toPlaceKey));
  const found = listFound(summary).filter((one) => !withheld.has(toPlaceKey(one)));
  const unjudged = findUnjudged(
    [...found, ...byRules.added],
    kept.map(({ mark }) => mark),
  );
  const open = new Set(unjudged.filter(({ rule }) => !rule).map(toPlaceKey));
  const marks: readonly Said[] = [
    ...kept.filter(hasPlace).flatMap(({ mark }) => (mark.verdict === 'rejected' ? [] : mark)),
    ...unjudged.filter(({ rule }) => rule),
  ];
  const people = correctPeople(summary, open, ofKind(marks, 'person'), text);
  return {
    summary: {
      ...summary,
      people,
      ambiguous: keepOpen('person', summary.ambiguous, open),
      countries: correctCountries(summary, open, ofKind(marks, 'country')),
      dates: correctDates(summary, open, ofKind(marks, 'date')),
      quotations: correctQuotations(summary, people, open, ofKind(marks, 'quote'), text),
    },
    progress: countProgress(unjudged.length, kept),
  };
}

/** What rules make of what is kept of an article; undefined where that is nothing. Of the words of values nothing is known. */
export function applyToSummary(
  rules: readonly LexiconRule[],
  summary: Summary,
  text: string,
): FolderRules | undefined {
  if (rules.length === 0) return undefined;
  const paragraphs = [{ start: 0, reading: { tokens: splitTokens(text) } }];
  const applied = applyRules(rules, listFound(summary), { text, form: summary.form, paragraphs });
  const added = applied.suggestions.filter(({ rule }) => rule);
  const named = added.map((one) =>
    one.kind === 'person' ? { ...one, attributes: { entity: slice(text, one), ...one.attributes } } : one,
  );
  return added.length + applied.withheld.length === 0
    ? undefined
    : { withheld: applied.withheld, added: named };
}

const NO_RULES: FolderRules = { withheld: [], added: [] };

/** What a person or a rule says of a place. */
type Said = Pick<Mark, 'start' | 'end' | 'kind' | 'attributes' | 'parts'>;

function listFound({ people, ambiguous, countries, dates, quotations }: Summary): readonly Suggestion[] {
  const toFound = (kind: MarkKind, spans: readonly Span[]): readonly Suggestion[] =>
    spans.map(({ start, end }) => ({ kind, start, end, attributes: {}, parts: {} }));
  return [
    ...toFound('person', people.flatMap(({ places }) => toSpans(places)).concat(toSpans(ambiguous))),
    ...toFound(
      'country',
      countries.flatMap(({ places }) => toSpans(places)),
    ),
    ...toFound(
      'date',
      dates.flatMap(({ places }) => toSpans(places)),
    ),
    ...toFound('quote', quotations),
  ];
}

function countFound({ people, ambiguous, countries, dates, quotations }: Summary): number {
  const units = [...people, ...countries, ...dates].reduce((sum, { places }) => sum + places.length, 0);
  return (units + ambiguous.length) / 2 + quotations.length;
}

/** A found place by its kind and span; within a kind no two are alike but for quotations, which then are judged alike. */
function toPlaceKey({ kind, start, end }: Span & { readonly kind: MarkKind }): string {
  return `${kind} ${start} ${end}`;
}

function keepOpen(kind: MarkKind, places: Places, open: ReadonlySet<string>): Places {
  return toSpans(places)
    .filter((span) => open.has(toPlaceKey({ kind, ...span })))
    .flatMap(({ start, end }) => [start, end]);
}

function ofKind(marks: readonly Said[], kind: MarkKind): readonly Said[] {
  return marks.filter((mark) => mark.kind === kind);
}

function correctPeople(
  { people }: Summary,
  open: ReadonlySet<string>,
  marks: readonly Said[],
  text: string,
): readonly PersonSummary[] {
  const nameOf = (mark: Said): string => mark.attributes.entity ?? slice(text, mark);
  const known = new Map(people.map((person) => [toPersonKey(person.name), person]));
  const corrected = correct('person', people, open, marks, ({ name }) => toPersonKey(name), nameOf);
  return corrected.map(({ key, name, places }) => {
    const { introduction = 0, ...person } = known.get(toPersonKey(key)) ?? { name };
    const introduced = known.get(toPersonKey(key))?.places[2 * introduction];
    const at = places.findIndex((start, index) => index % 2 === 0 && start === introduced);
    return { ...person, introduction: Math.max(0, at / 2), places };
  });
}

function correctCountries(
  { countries }: Summary,
  open: ReadonlySet<string>,
  marks: readonly Said[],
): readonly CountrySummary[] {
  const named = marks.filter(({ attributes }) => attributes.code !== undefined);
  return correct(
    'country',
    countries,
    open,
    named,
    ({ code }) => code,
    ({ attributes }) => attributes.code ?? '',
  ).map(({ key: code, places }) => ({ code, places }));
}

function correctDates(
  { dates }: Summary,
  open: ReadonlySet<string>,
  marks: readonly Said[],
): readonly DateSummary[] {
  const valued = marks.filter(({ attributes }) => attributes.value !== undefined);
  return correct(
    'date',
    dates,
    open,
    valued,
    ({ value }) => value,
    ({ attributes }) => attributes.value ?? '',
  ).map(({ key: value, places }) => ({ value, places }));
}

/** Groups what is left open of the items and the marks by their key, in order of the first place. */
function correct<Item extends { readonly places: Places }>(
  kind: MarkKind,
  items: readonly Item[],
  open: ReadonlySet<string>,
  marks: readonly Said[],
  keyOf: (item: Item) => string,
  nameOf: (mark: Said) => string,
): readonly { readonly key: string; readonly name: string; readonly places: Places }[] {
  const groups = new Map<string, { readonly name: string; readonly spans: Span[] }>();
  const toGroupKey = (name: string): string => (kind === 'person' ? toPersonKey(name) : name);
  const add = (key: string, name: string, spans: readonly Span[]): void => {
    if (spans.length === 0) return;
    const group = groups.get(key) ?? { name, spans: [] };
    groups.set(key, group);
    group.spans.push(...spans);
  };
  for (const item of items) add(keyOf(item), keyOf(item), toSpans(keepOpen(kind, item.places, open)));
  for (const mark of marks) add(toGroupKey(nameOf(mark)), nameOf(mark), [mark]);
  return Array.from(groups, ([key, { name, spans }]) => ({
    key,
    name,
    places: spans.sort((a, b) => a.start - b.start).flatMap(({ start, end }) => [start, end]),
  })).sort((a, b) => (a.places[0] as number) - (b.places[0] as number));
}

function correctQuotations(
  { quotations, people: foundPeople }: Summary,
  people: readonly PersonSummary[],
  open: ReadonlySet<string>,
  marks: readonly Said[],
  text: string,
): readonly QuotationSummary[] {
  const persons = new Map(people.map(({ name }, index) => [toPersonKey(name), index]));
  const toPerson = (name: string | undefined): { person?: number } => {
    const person = name === undefined ? undefined : persons.get(toPersonKey(name));
    return person === undefined ? {} : { person };
  };
  const found = new Map(quotations.map((quotation) => [`${quotation.start} ${quotation.end}`, quotation]));
  const left = quotations
    .filter(({ start, end }) => open.has(toPlaceKey({ kind: 'quote', start, end })))
    .map(({ person, ...quotation }) => ({
      ...quotation,
      ...(person !== undefined && toPerson(foundPeople[person]?.name)),
    }));
  const marked = marks.map(({ start, end, attributes, parts }): QuotationSummary => {
    const was = found.get(`${start} ${end}`);
    const speaker = attributes.entity ?? (parts.speaker && slice(text, parts.speaker));
    const stance = attributes.stance ?? was?.stance;
    const cue = was?.cue ?? (parts.cue && slice(text, parts.cue).toLowerCase());
    return {
      ...{
        start,
        end,
        kind: toQuotationKind(attributes.quotation),
        words: countWords(text.slice(start, end)),
      },
      ...(speaker !== undefined && { speaker }),
      ...toPerson(attributes.entity),
      ...(cue !== undefined && { cue }),
      ...(stance !== undefined && { stance }),
    };
  });
  return [...left, ...marked].sort((a, b) => a.start - b.start);
}

function toQuotationKind(kind: string | undefined): QuotationSummary['kind'] {
  return kind === 'mixed' || kind === 'indirect' ? kind : 'direct';
}
