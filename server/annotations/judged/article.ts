import type { Article, Country, CountryForm, TimeExpression, TimexMod } from '../../analysis/types.ts';
import type { Span } from '../../text/span.ts';
import type { Withheld } from '../lexicon/apply.ts';
import { toTimexType } from '../timex.ts';
import { judgePeople } from './people.ts';
import { judgeMentions, rememberMade, type Said, type Saying, toEvidence, toEvidences } from './said.ts';

/**
 * The article as people have judged it: what is open or confirmed, with the values that they gave, without what they
 * have rejected or a rule holds back. Kinds that an article does not have are passed over. Linear, but for sorting.
 */
export function judgeArticle(article: Article, said: Said, withheld: readonly Withheld[]): Article {
  return {
    ...article,
    ...judgePeople(article, said),
    countries: judgeMentions('country', article.countries, said, (saying, found) =>
      toCountry(saying, found, undefined),
    ),
    dates: judgeDates(article, said),
    withheld: withheld.map(({ start, end, kind, rule }) => ({
      ...{ start, end, kind },
      evidence: [toEvidence(rule)],
    })),
  };
}

const FORMS: ReadonlySet<string> = new Set<CountryForm>(['name', 'demonym', 'metonym', 'short']);

/** Without a code it is no country that could be told from another. */
const toCountry = rememberMade((saying: Saying, found: Country | undefined): Country | undefined => {
  const { start, end, attributes, judgement } = saying;
  const { code, form = 'name' } = attributes;
  if (code === undefined) return undefined;
  return {
    ...{ kind: 'country', start, end, code },
    form: FORMS.has(form) ? (form as CountryForm) : 'name',
    evidence: toEvidences(saying, found),
    ...(judgement && { judgement }),
  };
});

function judgeDates({ dates }: Article, said: Said): readonly TimeExpression[] {
  const judged = judgeMentions('date', dates, said, (saying, found) => toDate(saying, found, undefined));
  if (judged === dates) return dates;
  // The ends of ranges are told by their place in the list.
  const places = new Map<Span, number>(judged.map((date, index) => [date, index]));
  return judged.map((date) => {
    if (date.rangeEnd === undefined) return date;
    const { rangeEnd: _, ...own } = date;
    const end = places.get(dates[date.rangeEnd] as TimeExpression);
    return end === undefined ? own : { ...own, rangeEnd: end };
  });
}

/** A date whose value nobody knows is none that could be put in an order. */
const toDate = rememberMade(
  (saying: Saying, found: TimeExpression | undefined): TimeExpression | undefined => {
    const { start, end, attributes, judgement } = saying;
    const { value, mod } = attributes;
    if (value === undefined) return undefined;
    const same = found?.value === value ? found : undefined;
    return {
      ...{ kind: 'date', start, end, value },
      timex: toTimexType(value, attributes.timex),
      ...(mod !== undefined && { mod: mod as TimexMod }),
      ...(same?.quant !== undefined && { quant: same.quant }),
      ...(same?.freq !== undefined && { freq: same.freq }),
      derivation: same?.derivation ?? { kind: 'stated' },
      evidence: toEvidences(saying, found),
      ...(judgement && { judgement }),
    };
  },
);
