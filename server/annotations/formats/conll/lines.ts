/** A line of words and tags; undefined where it is blank or begins an article. */
export interface TaggedLine {
  readonly word: string;
  /** As it is written; empty where the last column is none. */
  readonly tag: string;
}

/** Reads a line with columns between tabs or spaces: the word in the first, the tag in the last. */
export function parseLine(line: string): TaggedLine | undefined {
  const own = line.replace(/\r$/u, '');
  if (own.trim() === '' || own.startsWith('-DOCSTART-')) return undefined;
  const cells = own.includes('\t') ? own.split('\t') : own.trim().split(/ +/u);
  const tag = cells.at(-1) ?? '';
  const isTag = cells.length > 1 && TAG.test(tag);
  // A comment, as later tools write them.
  if (!isTag && /^#/u.test(own)) return undefined;
  return { word: cells[0] ?? '', tag: isTag ? tag : '' };
}

const TAG = /^(?:O|[BIESLU]-.+)$/u;
