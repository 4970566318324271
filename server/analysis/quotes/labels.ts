import { BODY_NOUNS, PEOPLE_NOUNS } from '../lexicon/speakers.ts';
import type { ReadParagraph } from '../reading.ts';
import { type Mention, readMention } from './speakers.ts';
import type { Words } from './words.ts';

/** The words before a colon at the beginning of a paragraph that may name who says the rest: `Q:`, `MS OBI:`, `Minister:`. */
export interface Label {
  readonly mention: Mention;
  /** Lower case. */
  readonly words: string;
  /** Whether it is set as in a transcript: a letter, or capitals alone. */
  readonly transcript: boolean;
  /** Whether it names one whose words are no quotation: who asks, and in an interview by letters who answers. */
  readonly plain: boolean;
  /** Whether its last word means a person or a body. */
  readonly speaks: boolean;
  /** Where what is said begins. */
  readonly content: number;
}

const LABEL = /^(?:(?:Mr|Mrs|Ms|Dr)\. )?[\p{L}][\p{L} '’-]{0,39}:\s+(?=\S)/u;
const PLAIN = new Set('q a question answer reporter interviewer moderator host journalist press'.split(' '));
const NOUNS = new Set(`${PEOPLE_NOUNS} ${BODY_NOUNS} officials police`.split(' '));
const MOST_WORDS = 5;

/** The label of a paragraph, if it has one. */
export function readLabel(text: string, words: Words): Label | undefined {
  const match = LABEL.exec(text);
  if (!match) return undefined;
  const end = match[0].indexOf(':');
  const label = text.slice(0, end);
  const lower = label.toLowerCase();
  const all = lower.split(/[\s-]+/u);
  if (all.length > MOST_WORDS) return undefined;
  const last = words.spans.findIndex(({ start }) => start >= end);
  return {
    mention: readMention(words, { first: 0, last: last === -1 ? words.length : last }),
    words: lower,
    transcript: label === label.toUpperCase(),
    plain: all.some((word) => PLAIN.has(word)),
    speaks: NOUNS.has(all.at(-1) as string),
    content: match[0].length,
  };
}

/** The labels of a transcript: there is none unless several turns change between two at least. */
export function findTurns(paragraphs: readonly ReadParagraph[]): ReadonlySet<Label> {
  const labels: Label[] = [];
  for (const { reading } of paragraphs) {
    const { label } = reading.speech;
    if (label?.transcript) labels.push(label);
  }
  const different = new Set(labels.map(({ words }) => words));
  return new Set(labels.length >= 3 && different.size >= 2 ? labels : []);
}
