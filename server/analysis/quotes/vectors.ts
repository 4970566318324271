/** Adds a row of a table, scaled, to a stretch of another: `target[at …] += scale * table[from …]`. */
export function addScaled(
  target: Float32Array,
  at: number,
  scale: number,
  table: Float32Array,
  from: number,
  length: number,
): void {
  for (let j = 0; j < length; j++)
    target[at + j] = (target[at + j] as number) + scale * (table[from + j] as number);
}

/** The sum of the products of two stretches. */
export function dot(a: Float32Array, at: number, b: Float32Array, from: number, length: number): number {
  let sum = 0;
  for (let j = 0; j < length; j++) sum += (a[at + j] as number) * (b[from + j] as number);
  return sum;
}

/** Draws a number between -1 and 1 (softsign); as good as tanh here and several times as fast. */
export function squash(value: number): number {
  return value / (1 + Math.abs(value));
}

/** The slope of `squash` where it has reached a value. */
export function slopeAt(squashed: number): number {
  const rest = 1 - Math.abs(squashed);
  return rest * rest;
}
