import { type Split, splitChanged } from '../text/changes.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import type { Reading, ReadParagraph } from './reading.ts';

/**
 * Splits texts into paragraphs and gives each its reading. What stood in the last text too, before and behind what
 * has changed, is known again by comparing the texts: after an edit only the paragraphs around it are looked up.
 */
export function createParagraphReader(
  read: (words: string) => Reading,
): (body: string, bodyStart: number) => readonly ReadParagraph[] {
  let last: Split & { readonly paragraphs: readonly ReadParagraph[] } = { text: '', base: 0, paragraphs: [] };
  return (body, bodyStart) => {
    const { head, tail, between } = splitChanged(last, body);
    const found = new Array<ReadParagraph>(head + between.length + tail);
    const moved = bodyStart - last.base;
    for (let i = 0; i < head; i++) found[i] = move(last.paragraphs[i] as ReadParagraph, moved);
    for (let i = 0; i < between.length; i++) {
      const { start, end, continues } = between[i] as Paragraph;
      const reading = read(body.slice(start, end));
      found[head + i] = { start: bodyStart + start, end: bodyStart + end, continues, reading };
    }
    const distance = moved + body.length - last.text.length;
    for (let i = 1; i <= tail; i++)
      found[found.length - i] = move(last.paragraphs[last.paragraphs.length - i] as ReadParagraph, distance);
    last = { text: body, base: bodyStart, paragraphs: found };
    return found;
  };
}

/** A paragraph in its new place; the very object where that is the old one. */
function move(paragraph: ReadParagraph, distance: number): ReadParagraph {
  if (distance === 0) return paragraph;
  const { start, end, continues, reading } = paragraph;
  return { start: start + distance, end: end + distance, continues, reading };
}
