import { pick, type Random } from './random.ts';

/** Everyday words that may be replaced, and rarer ones in their place. */
export interface WordPool {
  readonly replaceable: ReadonlySet<string>;
  /** By their last two letters, so that a plural gets a plural. */
  readonly rare: ReadonlyMap<string, readonly string[]>;
}

const WORD = /(?<![\p{L}\p{N}'’-])\p{Ll}{4,}(?![\p{L}\p{N}'’-])/gu;

/** The commonest so many words of a language say what stands beside them, and stay. */
const KEPT = 700;
/** Words that open text has no more often than this are rare. */
const RARE = 3;

/** Sorts the lower-case words of open text by how often they are used. */
export function makeWordPool(texts: readonly string[]): WordPool {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [word] of text.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const rare = new Map<string, string[]>();
  for (const [word, count] of sorted) {
    if (count > RARE || word.length < 5) continue;
    const list = rare.get(word.slice(-2));
    if (list) list.push(word);
    else rare.set(word.slice(-2), [word]);
  }
  return { replaceable: new Set(sorted.slice(KEPT).map(([word]) => word)), rare };
}

/** The text with a share of its words replaced by rare ones or by words that nobody knows, the same by the same: see `others`. */
export function replaceWords(
  random: Random,
  text: string,
  { replaceable, rare }: WordPool,
  share: number,
  others: Map<string, string>,
): string {
  return text.replace(WORD, (word) => {
    if (!replaceable.has(word)) return word;
    let other = others.get(word);
    if (other === undefined) {
      const list = rare.get(word.slice(-2));
      other = list && random() < share ? invent(random, list) : word;
      others.set(word, other);
    }
    return other;
  });
}

/** A rare word, or the head of one with the tail of another. */
function invent(random: Random, list: readonly string[]): string {
  const [a, b] = [pick(random, list), pick(random, list)];
  if (random() < 0.5) return a;
  return a.slice(0, 1 + Math.ceil(a.length / 2)) + b.slice(-Math.ceil(b.length / 2));
}
