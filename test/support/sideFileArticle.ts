/** The words of an article that some processes mark at once; no word stands in it twice. */
export const WORDS: readonly string[] = Array.from({ length: 400 }, (_, i) => `Name${i}`);
