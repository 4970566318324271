import type { Article } from '../analysis/types.ts';
import { groupBy } from '../text/group.ts';
import type { Span } from '../text/span.ts';
import { paragraphAt } from './sentences.ts';

/** A line above the text: counts of the whole article, or of one person where that person is introduced. */
export interface CodeLens {
  readonly span: Span;
  /** Canonical name of the person; undefined for the whole article. */
  readonly name?: string;
}

/** Above one paragraph no more people than these. */
const MOST_IN_A_PARAGRAPH = 3;

/** One lens for the article and one for each person who is named twice or more, at the introduction. */
export function codeLenses(article: Article): readonly CodeLens[] {
  const [first] = article.paragraphs;
  if (!first) return [];
  const people = article.entities.flatMap(({ name, mentions, introduction }) => {
    const span = article.people[introduction];
    return span && 1 < mentions.length ? [{ span, name, mentions: mentions.length }] : [];
  });
  const byParagraph = groupBy(people, ({ span }) => paragraphAt(article, span.start)?.start);
  const lenses = [...byParagraph.values()].flatMap((group) =>
    [...group].sort((a, b) => b.mentions - a.mentions).slice(0, MOST_IN_A_PARAGRAPH),
  );
  const { start, end } = first;
  return [{ span: { start, end } }, ...lenses.map(({ span, name }) => ({ span, name }))];
}

/** What a lens says, and which places it leads to; of a person who is there no more, none. */
export function resolveLens(
  article: Article,
  { name }: Pick<CodeLens, 'name'>,
): { readonly title: string; readonly places: readonly Span[] } {
  if (name === undefined) {
    const { entities, countries, dates, quotations } = article;
    const title = [
      count(entities.length, 'person', 'people'),
      count(groupBy(countries, ({ code }) => code).size, 'country', 'countries'),
      count(dates.length, 'date', 'dates'),
      count(quotations.length, 'quote', 'quotes'),
    ].join(' · ');
    return { title, places: [] };
  }
  const entity = article.entities.findIndex((one) => one.name === name);
  const person = article.entities[entity];
  const places = (person?.mentions ?? []).flatMap((index) => article.people[index] ?? []);
  const quotes = article.quotations.filter(({ speaker }) => speaker?.entity === entity).length;
  const said = quotes === 0 ? '' : `, ${count(quotes, 'quote', 'quotes')}`;
  return { title: `${name}: ${count(places.length, 'mention', 'mentions')}${said}`, places };
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
