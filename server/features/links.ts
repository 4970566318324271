import type { Reading } from '../analysis/reading.ts';
import type { Article } from '../analysis/types.ts';
import { type Span, slice } from '../text/span.ts';
import { inParagraphs } from './problems/inParagraphs.ts';

/** A stretch of text that is an address. */
export interface DocumentLink {
  readonly span: Span;
  readonly target: string;
}

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]+|\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}\b/giu;

/** The web and mail addresses of an article, those of its front matter too; the punctuation behind is not theirs. */
export function documentLinks(article: Article): readonly DocumentLink[] {
  const head = article.frontMatter?.fields.flatMap(({ value, valueSpan }) =>
    addressesIn(value).map(({ start, end }) => ({
      start: valueSpan.start + start,
      end: valueSpan.start + end,
    })),
  );
  return [...(head ?? []), ...inParagraphs(article, addressesOf)].map((span) => ({
    span,
    target: toTarget(slice(article.text, span)),
  }));
}

function addressesOf({ text }: Reading): readonly Span[] {
  return addressesIn(text);
}

function addressesIn(text: string): readonly Span[] {
  return Array.from(text.matchAll(ADDRESS), ({ index, 0: address }) => {
    const bare = address.replace(/[.,;:!?'’)\]]+$/u, '');
    const closes = bare.includes('(') && address.startsWith(`${bare})`);
    return { start: index, end: index + bare.length + (closes ? 1 : 0) };
  });
}

function toTarget(address: string): string {
  if (/^https?:/iu.test(address)) return address;
  return address.includes('@') && !/^www\./iu.test(address) ? `mailto:${address}` : `https://${address}`;
}
