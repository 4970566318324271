import { addBoundaryFeatures, COMMA_TASK, SENTENCE_TASK } from '../../analysis/quotes/boundaries.ts';
import { GAP, splitWords } from '../../analysis/quotes/words.ts';
import { readParagraphs, type SpeechDocument } from './documents.ts';
import type { ExamplePool } from './rankers.ts';

/** Every gap between two words of an edited text shows whether a sentence began there, or a comma or the like stood. */
export function addBoundaryExamples(pool: ExamplePool, document: SpeechDocument): void {
  // A scraped text has no paragraphs: words run on from one into the next.
  const text = document.text.replace(/\s*\n\s*/gu, '\n');
  const paragraphs = readParagraphs({ ...document, text, quotes: [] }, 'edited').map((paragraph) =>
    splitWords(paragraph, []),
  );
  const scraped = paragraphs.map(({ lower }) => lower.join(' ')).join(' ');
  const all = splitWords({ text: scraped, form: 'scraped', tokens: [], sentences: [] }, []);
  const gaps = paragraphs.flatMap((words) => [...words.gaps.subarray(0, words.length)]);
  if (gaps.length !== all.length) return;
  for (let i = 1; i < all.length; i++) {
    const kind = (gaps[i] as number) & 15;
    const sentence = kind >= GAP.sentence;
    pool.add([(features) => addBoundaryFeatures(features, SENTENCE_TASK, all, i)], () => sentence);
    if (!sentence)
      pool.add([(features) => addBoundaryFeatures(features, COMMA_TASK, all, i)], () => kind > GAP.joined);
  }
}
