import type { Article } from '../../analysis/types.ts';
import { type Span, slice } from '../../text/span.ts';
import type { MarkAttributes, MarkKind } from '../mark.ts';
import { findSuggestions } from '../suggestions.ts';

/**
 * What can be said of words that a person marks as a kind: what is found in the words alone, read as an article of their
 * own. A person whose name ends one longer name of the article is the person of that name.
 */
export function describe(article: Article, kind: MarkKind, span: Span, alone: Article): MarkAttributes {
  const words = slice(article.text, span);
  switch (kind) {
    case 'person':
      return { entity: nameOf(article, words) };
    case 'quote':
      return { quotation: /^["“„«‘']/u.test(words) ? 'direct' : 'indirect' };
    default:
      return findSuggestions(alone).find((suggestion) => suggestion.kind === kind)?.attributes ?? {};
  }
}

function nameOf({ entities }: Article, words: string): string {
  const own = words.toLowerCase();
  const names = entities.map(({ name }) => name);
  const same = names.find((name) => name.toLowerCase() === own);
  const longer = names.filter((name) => name.toLowerCase().endsWith(` ${own}`));
  return same ?? (longer.length === 1 ? longer[0] : undefined) ?? words;
}
