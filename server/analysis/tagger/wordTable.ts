/** Numbers by the hash of a word, `width` for each: an open-addressed table whose room does not shrink. */
export interface WordTable {
  readonly width: number;
  size(): number;
  /** Row of a word, -1 where there is none. */
  find(hash: number): number;
  /** Row of a word, made where there is none. */
  add(hash: number): number;
  /** The numbers of all rows, `width` a row; not valid any more after the next `add`. */
  values(): Int32Array;
  /** The hashes of all rows in order: a copy. */
  keys(): Int32Array;
  /** Empties the table and keeps its room. */
  clear(): void;
}

/** An empty table. */
export function createWordTable(width: number): WordTable {
  let mask = 1023;
  let slots = new Int32Array(mask + 1);
  let keys = new Int32Array(512);
  let numbers = new Int32Array(512 * width);
  let size = 0;
  // A bit for the low half of each hash: most words that are asked for are not there, and this says so at once.
  const seen = new Uint32Array(2048);
  const place = (hash: number): number => {
    let at = Math.imul(hash, 0x9e3779b1) >>> 0;
    at = (at ^ (at >>> 15)) & mask;
    while (slots[at] !== 0 && keys[(slots[at] as number) - 1] !== hash) at = (at + 1) & mask;
    return at;
  };
  const grow = (): void => {
    mask = mask * 2 + 1;
    slots = new Int32Array(mask + 1);
    keys = Int32Array.from({ length: keys.length * 2 }, (_, i) => keys[i] ?? 0);
    const wider = new Int32Array(numbers.length * 2);
    wider.set(numbers);
    numbers = wider;
    for (let row = 0; row < size; row++) slots[place(keys[row] as number)] = row + 1;
  };
  return {
    width,
    size: () => size,
    find: (hash) =>
      (((seen[(hash >>> 5) & 2047] as number) >>> (hash & 31)) & 1) === 0
        ? -1
        : (slots[place(hash)] as number) - 1,
    add(hash) {
      const at = place(hash);
      const found = slots[at] as number;
      if (found !== 0) return found - 1;
      keys[size] = hash;
      seen[(hash >>> 5) & 2047] = (seen[(hash >>> 5) & 2047] as number) | (1 << (hash & 31));
      slots[at] = ++size;
      const row = size - 1;
      if (size * 2 > mask) grow();
      return row;
    },
    values: () => numbers,
    keys: () => keys.slice(0, size),
    clear() {
      slots.fill(0);
      seen.fill(0);
      numbers.fill(0, 0, size * width);
      size = 0;
    },
  };
}
