/**
 * The same function of a string, with a memory of its last answers: what was asked for since the last but one `turn`
 * is kept. Call `turn` once for each whole pass over a text.
 */
export interface Remembered<Value> {
  (key: string): Value;
  turn(): void;
}

/** Gives a pure function of a string a memory. Two generations: what a pass did not ask for is forgotten after the next. */
export function remember<Value>(compute: (key: string) => Value, capacity = 20000): Remembered<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  const recall = (key: string): Value => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? compute(key);
    young.set(key, value);
    return value;
  };
  const turn = (): void => {
    if (young.size < capacity) return;
    old = young;
    young = new Map();
  };
  return Object.assign(recall, { turn });
}
