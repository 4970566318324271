import { GAP, splitWords, type Words } from '../../analysis/quotes/words.ts';
import type { PlainParagraph } from '../../analysis/reading.ts';
import { splitTokens } from '../../text/tokens.ts';
import { readParagraphs, type SpeechDocument } from './documents.ts';

/** A text as it would be scraped, with what stood before each word: 0 nothing, 1 a comma or the like, 2 a sentence's end. */
export interface Unmarked {
  readonly words: Words;
  readonly kinds: Uint8Array;
}

/** The labels of names of a paragraph's tokens. */
export type LabelsOf = (paragraph: PlainParagraph) => Uint8Array;

/** Takes the marks of an edited text away and keeps them as what is to be learnt; undefined for odd texts. */
export function unmark(document: SpeechDocument, labelsOf: LabelsOf): Unmarked | undefined {
  const paragraphs = readParagraphs({ ...document, quotes: [] }, 'edited').map((paragraph) =>
    splitWords(paragraph, []),
  );
  const text = paragraphs.map(({ lower }) => lower.join(' ')).join(' ');
  const scraped = { text, form: 'scraped' as const, tokens: splitTokens(text), sentences: [] };
  const words = splitWords(scraped, [], labelsOf(scraped));
  const gaps = paragraphs.flatMap((own) => [...own.gaps.subarray(0, own.length)]);
  if (gaps.length !== words.length) return undefined;
  const kinds = Uint8Array.from(gaps, (gap) => {
    const kind = gap & 15;
    return kind >= GAP.sentence ? 2 : kind > GAP.joined ? 1 : 0;
  });
  return { words, kinds };
}
