/**
 * Krippendorff's alpha for nominal data (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"), `items[i]`
 * the categories given to item i by those coders who judged it, `times[i]` how often the item counts, once where that is
 * missing. Items judged by fewer than two are left out. Undefined where nothing is left or only one category was used.
 */
export function nominalAlpha(
  items: readonly (readonly string[])[],
  times: readonly number[] = [],
): number | undefined {
  const totals = new Map<string, number>();
  let values = 0;
  let disagreed = 0;
  for (const [i, given] of items.entries()) {
    const weight = times[i] ?? 1;
    const judges = given.length;
    if (judges < 2) continue;
    values += weight * judges;
    let samePairs = 0;
    for (const category of new Set(given)) {
      const count = given.filter((other) => other === category).length;
      samePairs += count * (count - 1);
      totals.set(category, (totals.get(category) ?? 0) + weight * count);
    }
    disagreed += (weight * (judges * (judges - 1) - samePairs)) / (judges - 1);
  }
  let samePairs = 0;
  for (const total of totals.values()) samePairs += total * (total - 1);
  const expected = values * (values - 1) - samePairs;
  return expected <= 0 ? undefined : 1 - ((values - 1) * disagreed) / expected;
}
