const MARKED = /^>[>\s]*(?=\S)/u;

/** Where the words of a paragraph begin that is set as a block quotation, behind `>`; undefined for any other. */
export function findBlock(text: string): number | undefined {
  const length = MARKED.exec(text)?.[0].length;
  return length === text.length ? undefined : length;
}

/** Whether a paragraph announces what the next one quotes. */
export function announces(text: string): boolean {
  return text.endsWith(':');
}
