import { splitParagraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { splitTokens, type Token } from '../text/tokens.ts';
import type { Annotated } from './data.ts';
import type { Random } from './random.ts';

/** The record in passages of one to five sentences: what is read is not always a whole article. */
export function cutPassages(random: Random, record: Annotated): Annotated[] {
  const passages: Annotated[] = [];
  for (const paragraph of splitParagraphs(record.text)) {
    const tokens = splitTokens(record.text.slice(paragraph.start, paragraph.end));
    const sentences = splitSentences(tokens);
    for (let i = 0; i < sentences.length; ) {
      const next = Math.min(sentences.length, i + 1 + Math.floor(random() * 5));
      const first = tokens[sentences[i]?.first ?? 0] as Token;
      const last = tokens[(sentences[next - 1]?.last ?? 1) - 1] as Token;
      passages.push(cut(record, paragraph.start + first.start, paragraph.start + last.end));
      i = next;
    }
  }
  return passages;
}

function cut(record: Annotated, start: number, end: number): Annotated {
  const entities = record.entities
    .filter((entity) => start <= entity.start && entity.end <= end)
    .map((entity) => ({ ...entity, start: entity.start - start, end: entity.end - start }));
  return { ...record, text: record.text.slice(start, end), entities };
}
