import { corpusNames, readCorpusText } from '../support/corpus.ts';

/** Articles of about `words` words, each another one, made of the paragraphs of the corpus; the same for a number. */
export function makeArticle(number: number, words: number): string {
  let state = Math.imul(number + 1, 0x9e3779b1) >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0xc2b2ae35) >>> 0;
    return (state >>> 8) % below;
  };
  const paragraphs: string[] = [`Report ${number}`];
  for (let count = 0; count < words; ) {
    const paragraph = PARAGRAPHS[next(PARAGRAPHS.length)] as string;
    paragraphs.push(paragraph);
    count += paragraph.split(' ').length;
  }
  return `${paragraphs.join('\n\n')}\n`;
}

/** Paragraphs of the sample articles without front matter and headline; scraped ones in stretches of sixty words. */
const PARAGRAPHS: readonly string[] = corpusNames()
  .map((name) => readCorpusText(name).replace(/^---[\s\S]*?\n---\n/u, ''))
  .flatMap((text) => text.split(/\n+/u))
  .flatMap((line) => line.match(/(?:\S+ ?){1,60}/gu) ?? [])
  .map((paragraph) => paragraph.trim())
  .filter((paragraph) => 30 < paragraph.split(' ').length);
