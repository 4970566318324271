import { field } from '../analysis/frontMatter.ts';
import type { Article } from '../analysis/types.ts';
import type { Span } from '../text/span.ts';

/** A stretch to replace, and with what. */
export interface Replacement {
  readonly span: Span;
  readonly words: string;
}

/** Writes a publication date (`YYYY-MM-DD`) into the front matter, which is made at the head where there is none. */
export function setPublicationDate({ text, frontMatter }: Article, date: string): Replacement {
  const published = field(frontMatter, 'published');
  if (published) {
    const space = text[published.valueSpan.start - 1] === ':' ? ' ' : '';
    return { span: published.valueSpan, words: `${space}${date}` };
  }
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `published: ${date}${newline}`;
  if (frontMatter) {
    const start = text.indexOf('\n', frontMatter.span.start) + 1;
    return { span: { start, end: start }, words: line };
  }
  const start = text.startsWith('\ufeff') ? 1 : 0;
  return { span: { start, end: start }, words: `---${newline}${line}---${newline}${newline}` };
}
