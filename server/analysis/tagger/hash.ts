/** FNV-1a over the code units of a word, 32 bits. */
export function hashWord(word: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return value | 0;
}

/** Hash of a part of a word, without cutting it out. */
export function hashPart(word: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193);
  return value | 0;
}

/** Two values as one, 32 bits; the order counts. */
export function join(a: number, b: number): number {
  const value = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ Math.imul(b ^ (b >>> 13), 0x297a2d39);
  return Math.imul(value ^ (value >>> 14), 0x85ebca6b);
}
