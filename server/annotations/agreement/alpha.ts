/**
 * Krippendorff's alpha for nominal data (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"), `items[i]`
 * the categories given to item i by those coders who judged it. Items judged by fewer than two are left out.
 * Undefined where nothing is left or only one category was used.
 */
export function nominalAlpha(items: readonly (readonly string[])[]): number | undefined {
  const totals = new Map<string, number>();
  let values = 0;
  let disagreed = 0;
  for (const given of items) {
    const judges = given.length;
    if (judges < 2) continue;
    values += judges;
    let samePairs = 0;
    for (const category of new Set(given)) {
      const times = given.filter((other) => other === category).length;
      samePairs += times * (times - 1);
      totals.set(category, (totals.get(category) ?? 0) + times);
    }
    disagreed += (judges * (judges - 1) - samePairs) / (judges - 1);
  }
  let samePairs = 0;
  for (const times of totals.values()) samePairs += times * (times - 1);
  const expected = values * (values - 1) - samePairs;
  return expected <= 0 ? undefined : 1 - ((values - 1) * disagreed) / expected;
}
