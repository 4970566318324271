import type { Article } from '../analysis/types.ts';
import { groupBy } from '../text/group.ts';
import type { Span } from '../text/span.ts';

/** A stretch of several lines that can be folded to its first. */
export interface Fold extends Span {
  readonly kind: 'front matter' | 'quotation' | 'section';
}

/** Front matter, quotations over several paragraphs, and sections from their heading to the next. */
export function folds(article: Article): readonly Fold[] {
  const { text, frontMatter } = article;
  const found: Fold[] = frontMatter
    ? [
        {
          kind: 'front matter',
          start: 0,
          end: text.trimEnd().length < frontMatter.span.end ? text.length : frontMatter.span.end - 1,
        },
      ]
    : [];
  for (const saying of groupBy(article.quotations, ({ group }) => group).values()) {
    const [start, end] = [saying[0]?.start ?? 0, saying.at(-1)?.end ?? 0];
    if (/[\r\n]/u.test(text.slice(start, end))) found.push({ kind: 'quotation', start, end });
  }
  return [...found, ...sections(article)].sort((a, b) => a.start - b.start);
}

function sections({ text, paragraphs }: Article): readonly Fold[] {
  const headings = paragraphs.filter(
    ({ start, end, reading }, i) => 0 < i && reading.form === 'edited' && isHeading(text.slice(start, end)),
  );
  return headings.flatMap(({ start, end }, i): Fold[] => {
    const next = headings[i + 1]?.start ?? text.length;
    const last = text.slice(0, next).trimEnd().length;
    return end < last ? [{ kind: 'section', start, end: last }] : [];
  });
}

/** A short line that is no sentence: `Background`, `WHAT COMES NEXT`, `9:42 a.m.`, `## Reactions`. */
function isHeading(line: string): boolean {
  if (60 < line.length || /["“”«»]/u.test(line)) return false;
  if (/^#{1,6} \S/u.test(line)) return true;
  return (
    /^[\p{Lu}\p{N}]/u.test(line) &&
    !/[.!?:;,…)]$/u.test(line.replace(/\b[ap]\.m\.$/u, 'am')) &&
    line.split(' ').length < 9
  );
}
