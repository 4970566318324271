import { type Paragraph, splitParagraphs } from '../text/paragraphs.ts';
import type { Reading, ReadParagraph } from './reading.ts';

/**
 * Splits texts into paragraphs and gives each its reading. What stood in the last text too, before and behind what
 * has changed, is known again by comparing words in place: after an edit only the paragraphs around it are looked up.
 */
export function createParagraphReader(
  read: (words: string) => Reading,
): (body: string, bodyStart: number) => readonly ReadParagraph[] {
  let last: readonly ReadParagraph[] = [];
  return (body, bodyStart) => {
    const paragraphs = splitParagraphs(body);
    const found = new Array<ReadParagraph>(paragraphs.length);
    const shorter = Math.min(last.length, paragraphs.length);
    let head = 0;
    while (head < shorter && takeUp(head, head)) head++;
    let tail = 0;
    while (tail < shorter - head && takeUp(paragraphs.length - 1 - tail, last.length - 1 - tail)) tail++;
    for (let i = head; i < paragraphs.length - tail; i++) {
      const paragraph = paragraphs[i] as Paragraph;
      found[i] = place(paragraph, read(body.slice(paragraph.start, paragraph.end)));
    }
    last = found;
    return found;

    /** Takes the reading of a paragraph of the last text if the words are the same; the whole of it if the place is. */
    function takeUp(index: number, before: number): boolean {
      const paragraph = paragraphs[index] as Paragraph;
      const known = last[before] as ReadParagraph;
      const { text } = known.reading;
      if (paragraph.end - paragraph.start !== text.length || !body.startsWith(text, paragraph.start))
        return false;
      const isSame = known.start === bodyStart + paragraph.start && known.continues === paragraph.continues;
      found[index] = isSame ? known : place(paragraph, known.reading);
      return true;
    }

    function place({ start, end, continues }: Paragraph, reading: Reading): ReadParagraph {
      return { start: bodyStart + start, end: bodyStart + end, continues, reading };
    }
  };
}
