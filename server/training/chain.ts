/** Room for the forward and backward shares of a sequence, `labels` a place. */
export interface Chain {
  forward: Float64Array;
  backward: Float64Array;
}

/** Forward shares, each place scaled to sum 1; gives the logarithm of the product of what was scaled away. */
export function runForward(
  forward: Float64Array,
  unit: Float64Array,
  factors: Float32Array,
  width: number,
  count: number,
): number {
  let logarithm = 0;
  for (let i = 0; i < count; i++) {
    const at = i * width;
    for (let y = 0; y < width; y++) forward[at + y] = i === 0 ? (factors[width * width + y] as number) : 0;
    for (let x = 0; i > 0 && x < width; x++) {
      const before = forward[at - width + x] as number;
      if (before < NEGLIGIBLE) continue;
      for (let y = 0; y < width; y++)
        forward[at + y] = (forward[at + y] as number) + before * (factors[x * width + y] as number);
    }
    let sum = 0;
    for (let y = 0; y < width; y++) {
      const value = (forward[at + y] as number) * (unit[at + y] as number);
      forward[at + y] = value;
      sum += value;
    }
    for (let y = 0; y < width; y++) forward[at + y] = (forward[at + y] as number) / sum;
    logarithm += Math.log(sum);
  }
  return logarithm;
}

/** Shares below this are left out of sums: most labels at most places. */
const NEGLIGIBLE = 1e-10;

/** Backward shares, each place scaled to sum 1. */
export function runBackward(
  backward: Float64Array,
  unit: Float64Array,
  factors: Float32Array,
  width: number,
  count: number,
): void {
  for (let y = 0; y < width; y++) backward[(count - 1) * width + y] = 1;
  for (let i = count - 2; i >= 0; i--) {
    const at = i * width;
    for (let x = 0; x < width; x++) backward[at + x] = 0;
    for (let y = 0; y < width; y++) {
      const after = (unit[at + width + y] as number) * (backward[at + width + y] as number);
      if (after < NEGLIGIBLE) continue;
      for (let x = 0; x < width; x++)
        backward[at + x] = (backward[at + x] as number) + (factors[x * width + y] as number) * after;
    }
    let sum = 0;
    for (let x = 0; x < width; x++) sum += backward[at + x] as number;
    for (let x = 0; x < width; x++) backward[at + x] = (backward[at + x] as number) / sum;
  }
}
