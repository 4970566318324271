import type { Span } from '../../../text/span.ts';

/** Where words stand in a text one after the other, with nothing but white space between them; or which does not. */
export function alignWords(
  text: string,
  words: readonly string[],
): readonly Span[] | { readonly wrong: number } {
  const spans: Span[] = [];
  let at = 0;
  for (const [i, word] of words.entries()) {
    while (at < text.length && /\s/u.test(text.charAt(at))) at++;
    if (!text.startsWith(word, at)) return { wrong: i };
    spans.push({ start: at, end: at + word.length });
    at += word.length;
  }
  return /\S/u.test(text.slice(at)) ? { wrong: words.length } : spans;
}
