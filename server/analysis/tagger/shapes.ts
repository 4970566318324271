/** Shapes of words. */
export const SHAPES = {
  lower: 1,
  capital: 2,
  upper: 3,
  initial: 4,
  dotted: 5,
  mixed: 6,
  number: 7,
  numberWord: 8,
  letter: 9,
  stop: 10,
  comma: 11,
  hyphen: 12,
  quote: 13,
  bracket: 14,
  clitic: 15,
  other: 16,
  /** A word in letters other than Latin ones. */
  foreign: 17,
} as const;

/** The shape of a token by its characters. */
export function toShape(text: string): number {
  if (/^(?!\p{Script=Latin})\p{L}/u.test(text)) return SHAPES.foreign;
  if (/^\p{Lu}/u.test(text)) {
    if (/^\p{Lu}\.?$/u.test(text)) return SHAPES.initial;
    if (/^\p{Lu}[^\p{Lu}.]*$/u.test(text)) return SHAPES.capital;
    if (/\./u.test(text)) return SHAPES.dotted;
    return /\p{Ll}/u.test(text) ? SHAPES.mixed : SHAPES.upper;
  }
  if (/^\p{L}$/u.test(text)) return SHAPES.letter;
  if (/^\p{L}/u.test(text)) return /[\p{Lu}]/u.test(text) ? SHAPES.mixed : SHAPES.lower;
  if (/^\p{N}/u.test(text)) return /\p{L}/u.test(text) ? SHAPES.numberWord : SHAPES.number;
  if (/^['’ʼ]\p{L}/u.test(text)) return SHAPES.clitic;
  if (/^[.!?…]/u.test(text)) return SHAPES.stop;
  if (/^[,;:]/u.test(text)) return SHAPES.comma;
  if (/^[\p{Pd}/]/u.test(text)) return SHAPES.hyphen;
  if (/^[\p{Pi}\p{Pf}"'`]/u.test(text)) return SHAPES.quote;
  return /^[\p{Ps}\p{Pe}]/u.test(text) ? SHAPES.bracket : SHAPES.other;
}

/** Whether a shape is or has a mark of punctuation. */
export function isMark(shape: number): boolean {
  return SHAPES.stop <= shape && shape <= SHAPES.other;
}
