import { readDocuments, type SpeechDocument } from './documents.ts';

const PLAIN = [
  'text/wikinews_2019_2020.jsonl',
  'text/voa_passages.jsonl',
  'text/geovirus_wikinews.jsonl',
  'train/gum_interview.jsonl',
  'train/gum_academic.jsonl',
  'train/wikigold.jsonl',
  'train/re3d_open.jsonl',
];
const SENTENCES = 'train/gmb_silver.jsonl';
/** Sentences of a source of single ones that are joined to one text. */
const JOINED = 20;

/** Open text without annotations of speech, none of which is much like one of the documents. */
export function readOpenText(documents: readonly SpeechDocument[]): SpeechDocument[] {
  const known = new Set<number>();
  for (const { text } of documents) for (const hash of shingles(text)) known.add(hash);
  const plain = PLAIN.flatMap(readPlain).filter((document) => !shares(document, known));
  const sentences = readPlain(SENTENCES).map(({ text }) => text);
  for (let i = 0; i < sentences.length; i += JOINED)
    plain.push({ id: `sentences ${i}`, text: sentences.slice(i, i + JOINED).join(' '), quotes: [] });
  return plain;
}

function readPlain(name: string): SpeechDocument[] {
  return readDocuments(name)
    .filter(({ source }) => source !== 'Wikipedia')
    .map(({ id, text }) => ({ id, text, quotes: [] }));
}

/** Whether the text has much in common with those of the set. */
function shares({ text }: SpeechDocument, set: ReadonlySet<number>): boolean {
  let count = 0;
  let common = 0;
  for (const hash of shingles(text)) {
    count++;
    if (set.has(hash)) common++;
  }
  return common > count * 0.1;
}

function* shingles(text: string): Generator<number> {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  for (let i = 0; i + 8 <= words.length; i++) yield hashText(words.slice(i, i + 8).join(' '));
}

/** A number of 32 bits by which texts and names are told apart and shared out. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 13)) >>> 0;
}
