/** So many code units has the longest line that is read. */
export const LONGEST_LINE = 1 << 26;

/**
 * The lines of a stream of UTF-8 bytes without their ends (LF or CRLF) and without a byte order mark at the head;
 * undefined for a line that is longer than `longest`, of which nothing is kept in memory.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string>,
  longest = LONGEST_LINE,
): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    length += part.length;
    if (longest < length) parts = [];
    else if (part !== '') parts.push(part);
  };
  const take = (): string | undefined => {
    const line = longest < length ? undefined : dropReturn(parts.join(''));
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      add(text.slice(start, end));
      yield take();
      start = end + 1;
    }
    add(text.slice(start));
  }
  add(decoder.decode());
  if (length > 0) yield take();
}

function dropReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
