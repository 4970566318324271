import type {
  Article,
  Entity,
  Person,
  Publication,
  Quotation,
  StrayMark,
  TimeExpression,
} from '../../server/analysis/types.ts';
import { type GoldMark, parseMarked } from './notation.ts';
import { readArticle } from './reader.ts';

export interface ArticleOptions {
  readonly published?: string;
  readonly fileName?: string;
  readonly strayMarks?: readonly StrayMark['role'][];
}

/**
 * The article that a marked text describes, as if the detectors had found just its marks: for tests of what is made of
 * them. People with one value are one entity, `[[person=?: …]]` fits every entity that has its words in its name.
 * With `strayMarks` the cursors are quotation marks without a partner.
 */
export function articleOf(
  marked: string,
  { strayMarks = [], ...known }: ArticleOptions = {},
): Article & { readonly cursors: readonly number[] } {
  const { text, marks, cursors } = parseMarked(marked);
  const { form, paragraphs, frontMatter, publication = toPublication(known) } = readArticle(text, known);
  const of = (kind: GoldMark['kind']): readonly GoldMark[] => marks.filter((mark) => mark.kind === kind);
  const { people, entities } = joinPeople(text, of('person'));
  return {
    text,
    form,
    paragraphs,
    frontMatter,
    publication,
    people,
    entities,
    countries: of('country').map(({ start, end, value = '', words }) => ({
      kind: 'country',
      start,
      end,
      code: value,
      form: (words[0] ?? 'name') as Article['countries'][0]['form'],
      evidence: [{ reason: 'name of a country' }],
    })),
    dates: of('date').map(toDate),
    quotations: of('quote').map((quote) => toQuotation(quote, marks, entities)),
    strayMarks: strayMarks.map((role, i) => ({
      role,
      start: cursors[i] as number,
      end: (cursors[i] as number) + 1,
    })),
    cursors,
  };
}

function toPublication({ published }: ArticleOptions): Publication | undefined {
  return published === undefined ? undefined : { date: published, source: 'argument' };
}

function joinPeople(
  text: string,
  marks: readonly GoldMark[],
): { readonly people: readonly Person[]; readonly entities: readonly Entity[] } {
  const names = [...new Set(marks.flatMap(({ value }) => (value === '?' ? [] : [value ?? ''])))];
  const wordsOf = ({ start, end }: GoldMark): string => text.slice(start, end);
  const people = marks.map((mark): Person => {
    const sure = mark.value !== '?';
    return {
      kind: 'person',
      start: mark.start,
      end: mark.end,
      entity: sure ? names.indexOf(mark.value ?? '') : undefined,
      candidates: sure ? [] : names.flatMap((name, i) => (name.includes(wordsOf(mark)) ? [i] : [])),
      evidence: [{ reason: 'given name in the lists' }],
    };
  });
  const entities = names.map((name, entity): Entity => {
    const mentions = people.flatMap((person, i) => (person.entity === entity ? [i] : []));
    const introduction = mentions.find((i) => wordsOf(marks[i] as GoldMark) === name) ?? mentions[0] ?? -1;
    return { name, family: name.startsWith('the '), mentions, introduction };
  });
  return { people, entities };
}

function toDate({ start, end, value = '', words }: GoldMark): TimeExpression {
  const open = /^XXXX|_REF$/u.test(value);
  return {
    kind: 'date',
    start,
    end,
    value,
    timex: (words[0] ?? 'DATE') as TimeExpression['timex'],
    ...(words[1] && { mod: words[1] as NonNullable<TimeExpression['mod']> }),
    derivation: open ? { kind: 'open', missing: 'publication date' } : { kind: 'stated' },
    evidence: [{ reason: 'calendar words' }],
  };
}

function toQuotation(quote: GoldMark, marks: readonly GoldMark[], entities: readonly Entity[]): Quotation {
  const beside = (kind: GoldMark['kind']): GoldMark | undefined =>
    marks.find((mark) => mark.kind === kind && mark.numbers.some((number) => quote.numbers.includes(number)));
  const [speaker, cue] = [beside('speaker'), beside('cue')];
  const entity = entities.findIndex(({ name }) => name === speaker?.value);
  return {
    kind: (quote.words[0] ?? 'direct') as Quotation['kind'],
    start: quote.start,
    end: quote.end,
    group: quote.numbers[0] ?? quote.start,
    candidates: [],
    ...(speaker && {
      speaker: {
        type: entity === -1 ? 'unnamed' : 'person',
        start: speaker.start,
        end: speaker.end,
        ...(entity !== -1 && { entity }),
      },
    }),
    ...(cue && { cue: { start: cue.start, end: cue.end, lemma: 'say', stance: 'neutral' } }),
  };
}
