import type { Article, Country, Person, Quotation, TimeExpression } from '../analysis/types.ts';
import { contains, firstEndingAfter, type Span } from '../text/span.ts';

/** A place that names something. */
export type Mention = Person | Country | TimeExpression;

/** The mention at an offset, else the one that ends there; people before countries before dates. */
export function mentionAt(article: Article, offset: number): Mention | undefined {
  const layers: readonly (readonly Mention[])[] = [article.people, article.countries, article.dates];
  for (const mentions of layers) {
    const mention = mentions[firstEndingAfter(mentions, offset)];
    if (mention && contains(mention, offset)) return mention;
  }
  for (const mentions of layers) {
    const mention = mentions[firstEndingAfter(mentions, offset - 1)];
    if (mention?.end === offset) return mention;
  }
  return undefined;
}

/** The quotations around an offset, the innermost first. */
export function quotationsAt(article: Article, offset: number): readonly Quotation[] {
  return article.quotations
    .filter((quotation) => contains(quotation, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

/** Every mention of the same person, country or time in order of place; of an ambiguous person only itself. */
export function sameMentions(article: Article, mention: Mention): readonly Mention[] {
  switch (mention.kind) {
    case 'person': {
      const entity = mention.entity === undefined ? undefined : article.entities[mention.entity];
      if (!entity) return [mention];
      return entity.mentions.flatMap((index) => article.people[index] ?? []);
    }
    case 'country':
      return article.countries.filter(({ code }) => code === mention.code);
    case 'date':
      return article.dates.filter(
        ({ value, timex, mod }) => value === mention.value && timex === mention.timex && mod === mention.mod,
      );
  }
}

/** The mention that says most fully what the others name: of a person the introduction, else the first one. */
export function introduction(article: Article, mention: Mention): Mention {
  if (mention.kind === 'person' && mention.entity !== undefined) {
    const entity = article.entities[mention.entity];
    const first = entity && article.people[entity.introduction];
    if (first) return first;
  }
  return sameMentions(article, mention)[0] ?? mention;
}

/** The mentions of every kind in order of place. */
export function allMentions(article: Article): readonly Mention[] {
  return [...article.people, ...article.countries, ...article.dates].sort((a, b) => a.start - b.start);
}

/** The name that a quotation's speaker resolves to, else the speaker's own words. */
export function speakerName(article: Article, speaker: Span & { readonly entity?: number }): string {
  const entity = speaker.entity === undefined ? undefined : article.entities[speaker.entity];
  return entity?.name ?? article.text.slice(speaker.start, speaker.end);
}

/** `a`, `a or b`, `a, b or c`. */
export function inOr(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
