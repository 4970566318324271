import type { AnnotatedText, TextFile, TextOf } from './annotation.ts';
import type { Format } from './format.ts';
import { Malformed } from './malformed.ts';
import { checkSpan } from './places.ts';

/** What files of a format hold, or the first place where one is wrong: then nothing of them is read. */
export type Imported =
  | { readonly kind: 'read'; readonly articles: readonly AnnotatedText[] }
  | {
      readonly kind: 'refused';
      readonly file: string;
      /** Counted from 1. */
      readonly line: number;
      readonly reason: string;
    };

/** Reads files of a format that belong together. Cannot fail. */
export function importFiles(format: Format, files: readonly TextFile[], textOf: TextOf): Imported {
  try {
    const articles = format.read(files, textOf);
    for (const { text, marks, name } of articles)
      for (const mark of marks)
        for (const span of [mark, ...Object.values(mark.parts)]) {
          const placed = checkSpan(text, span);
          if (typeof placed === 'string') throw new Malformed(files[0]?.name ?? name, 1, placed);
        }
    return { kind: 'read', articles };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { kind: 'refused', file: error.file, line: error.line, reason: error.message };
  }
}
