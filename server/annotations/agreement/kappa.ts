/**
 * Cohen's kappa of two coders over the same items (Cohen 1960): 1 is full agreement, 0 what chance gives.
 * Undefined without items or where both used one and the same category throughout.
 */
export function cohensKappa(first: readonly string[], second: readonly string[]): number | undefined {
  const items = Math.min(first.length, second.length);
  if (items === 0) return undefined;
  let agreed = 0;
  for (let i = 0; i < items; i++) if (first[i] === second[i]) agreed++;
  const firstShares = count(first.slice(0, items));
  const secondShares = count(second.slice(0, items));
  let chance = 0;
  for (const [category, times] of firstShares)
    chance += (times / items) * ((secondShares.get(category) ?? 0) / items);
  return corrected(agreed / items, chance);
}

/**
 * Fleiss' kappa of any number of coders (Fleiss 1971), `items[i]` the categories given to item i, each item by the
 * same number of coders, at least two. Undefined without such items or where only one category was used.
 */
export function fleissKappa(items: readonly (readonly string[])[]): number | undefined {
  const coders = items[0]?.length ?? 0;
  if (coders < 2 || items.some((given) => given.length !== coders)) return undefined;
  const totals = new Map<string, number>();
  let observed = 0;
  for (const given of items) {
    let pairs = 0;
    for (const [category, times] of count(given)) {
      pairs += times * (times - 1);
      totals.set(category, (totals.get(category) ?? 0) + times);
    }
    observed += pairs / (coders * (coders - 1));
  }
  let chance = 0;
  for (const times of totals.values()) chance += (times / (items.length * coders)) ** 2;
  return corrected(observed / items.length, chance);
}

function corrected(observed: number, chance: number): number | undefined {
  return chance === 1 ? undefined : (observed - chance) / (1 - chance);
}

function count(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
