const ENDING = '.marks.jsonl';

/**
 * The name of the side file of an article: `harbour.article` → `harbour.article.marks.jsonl`, and for an annotator's
 * own layer `harbour.article.@anna.marks.jsonl`. Characters of the annotator's name that a file name cannot have, and
 * dots, are written as `%` and two figures.
 */
export function sideFileName(article: string, annotator = ''): string {
  const layer = encodeURIComponent(annotator).replace(/[.*'~!()]/gu, encode);
  return `${article}${layer === '' ? '' : `.@${layer}`}${ENDING}`;
}

/** Whether a file, by its name or URI, holds marks. */
export function isSideFileName(name: string): boolean {
  return name.endsWith(ENDING);
}

/** The article and the annotator of a side file by its name; undefined for other files. */
export function readSideFileName(
  name: string,
  isArticle: (name: string) => boolean,
): { readonly article: string; readonly annotator: string } | undefined {
  if (!name.endsWith(ENDING)) return undefined;
  const article = name.slice(0, -ENDING.length);
  if (isArticle(article)) return { article, annotator: '' };
  const layer = /^(?<own>.+)\.@(?<annotator>[^.]+)$/su.exec(article)?.groups;
  if (!layer?.own || !layer.annotator || !isArticle(layer.own)) return undefined;
  return { article: layer.own, annotator: decode(layer.annotator) };
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function decode(layer: string): string {
  try {
    return decodeURIComponent(layer);
  } catch {
    return layer;
  }
}
