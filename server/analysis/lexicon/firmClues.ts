/** Pairs of words in front of the name of a firm, a bank or an institute, never in front of a person's. */
export const BEFORE_A_FIRM: ReadonlySet<string> = new Set([
  ...cross(
    'analyst analysts economist economists strategist strategists broker brokers trader traders researcher researchers engineer engineers employee employees worker workers executive executives lawyers partners',
    'at',
  ),
  ...cross('shares stake stakes stock holding investor investors', 'in'),
  ...cross(
    'shares subsidiary subsidiaries shareholder shareholders chairman chairwoman branch branches headquarters customers',
    'of',
  ),
  ...cross('employed hired', 'by'),
]);

function cross(words: string, preposition: string): readonly string[] {
  return words.split(' ').map((word) => `${word} ${preposition}`);
}
