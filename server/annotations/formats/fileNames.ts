/** The name of an article without the ending of an article's or a text's file. */
export function stemOf(name: string): string {
  return name.replace(/\.(?:article|news|txt)$/u, '');
}

/** The name of a file without its folders and, of these endings, the one that it has. */
export function baseOf(name: string, endings: readonly string[] = []): string {
  const ending = endings.find((own) => name.endsWith(own)) ?? '';
  return name.slice(name.lastIndexOf('/') + 1, name.length - ending.length);
}

/** The name of a file with its folders, without the one of these endings that it has. */
export function dropEnding(name: string, endings: readonly string[]): string {
  const ending = endings.find((own) => name.endsWith(own)) ?? '';
  return name.slice(0, name.length - ending.length);
}
