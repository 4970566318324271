/**
 * The same function of a string, with a memory of its last answers: what was asked for since the last but one `turn`
 * is kept. Call `turn` once for each whole pass over a text.
 */
export interface Remembered<Value> {
  (key: string): Value;
  turn(): void;
}

/**
 * Gives a pure function of a string a memory. Two generations: once the strings of the young one come to `capacity`
 * code units, what the passes after that do not ask for is forgotten.
 */
export function remember<Value>(compute: (key: string) => Value, capacity: number): Remembered<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  let size = 0;
  const recall = (key: string): Value => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? compute(key);
    young.set(key, value);
    size += key.length;
    return value;
  };
  const turn = (): void => {
    if (size < capacity) return;
    old = young;
    young = new Map();
    size = 0;
  };
  return Object.assign(recall, { turn });
}

/** Gives a pure function of an object a memory, as long as the object lives. */
export function rememberEach<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) {
      entry = { value: compute(key) };
      known.set(key, entry);
    }
    return entry.value;
  };
}
