import type { ReadParagraph } from './reading.ts';
import type { FrontMatter, Publication } from './types.ts';

/** What the caller knows of an article beside its text. */
export interface Known {
  /** `YYYY-MM-DD`; stands above everything the text says. */
  readonly published?: string | undefined;
  /** File name without folders; a date in it counts. */
  readonly fileName?: string | undefined;
  /** Code units that are read at most; without it all of them. */
  readonly limit?: number | undefined;
}

/** The publication date: as given, else from the front matter, else from the file's name, else from the dateline. */
export function findPublication(
  _known: Known,
  _frontMatter: FrontMatter | undefined,
  _paragraphs: readonly ReadParagraph[],
): Publication | undefined {
  return undefined;
}
