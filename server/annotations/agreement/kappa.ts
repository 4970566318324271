/**
 * Cohen's kappa of two coders over the same items (Cohen 1960, "A Coefficient of Agreement for Nominal Scales"): 1 is full
 * agreement, 0 what chance gives. `times[i]` is how often item i counts, once where it is missing. Undefined without items
 * or where both used one and the same category throughout.
 */
export function cohensKappa(
  first: readonly string[],
  second: readonly string[],
  times: readonly number[] = [],
): number | undefined {
  const own = new Map<string, number>();
  const others = new Map<string, number>();
  let items = 0;
  let agreed = 0;
  for (let i = 0; i < Math.min(first.length, second.length); i++) {
    const [a, b, weight] = [first[i] as string, second[i] as string, times[i] ?? 1];
    items += weight;
    if (a === b) agreed += weight;
    add(own, a, weight);
    add(others, b, weight);
  }
  if (items === 0) return undefined;
  let chance = 0;
  for (const [category, share] of own) chance += (share / items) * ((others.get(category) ?? 0) / items);
  return corrected(agreed / items, chance);
}

/**
 * Fleiss' kappa of any number of coders (Fleiss 1971, "Measuring Nominal Scale Agreement Among Many Raters"), `items[i]` the
 * categories given to item i, each item by the same number of coders, at least two; `times[i]` how often it counts.
 * Undefined without such items or where only one category was used.
 */
export function fleissKappa(
  items: readonly (readonly string[])[],
  times: readonly number[] = [],
): number | undefined {
  const coders = items[0]?.length ?? 0;
  if (coders < 2 || items.some((given) => given.length !== coders)) return undefined;
  const totals = new Map<string, number>();
  let observed = 0;
  let all = 0;
  for (const [i, given] of items.entries()) {
    const weight = times[i] ?? 1;
    const counts = new Map<string, number>();
    for (const category of given) add(counts, category, 1);
    let pairs = 0;
    for (const [category, count] of counts) {
      pairs += count * (count - 1);
      add(totals, category, weight * count);
    }
    observed += (weight * pairs) / (coders * (coders - 1));
    all += weight;
  }
  let chance = 0;
  for (const total of totals.values()) chance += (total / (all * coders)) ** 2;
  return corrected(observed / all, chance);
}

function corrected(observed: number, chance: number): number | undefined {
  return chance === 1 ? undefined : (observed - chance) / (1 - chance);
}

function add(counts: Map<string, number>, category: string, weight: number): void {
  counts.set(category, (counts.get(category) ?? 0) + weight);
}
