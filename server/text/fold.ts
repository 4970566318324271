/** A word in lower case without diacritics, as it is looked up in lists. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return /^[a-z0-9]*$/u.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

const RUN = /[\p{L}\p{M}\p{N}]+/gu;

/** The runs of letters and figures of a text, each folded. */
export function foldWords(text: string): readonly string[] {
  return Array.from(text.matchAll(RUN), ([run]) => foldWord(run));
}
