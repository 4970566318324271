/** Text for XML: what means something there as entities; carriage returns as such, for parsers drop them. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r\n\t]/gu, (letter) => ENTITIES.get(letter) ?? letter);
}

/** Text between tags: line feeds and tabs stay as they are. */
export function escapeXmlText(text: string): string {
  return text.replace(/[&<>\r]/gu, (letter) => ENTITIES.get(letter) ?? letter);
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\r', '&#13;'],
  ['\n', '&#10;'],
  ['\t', '&#9;'],
]);
