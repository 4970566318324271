import type { FrontMatter, FrontMatterField } from './types.ts';

const BLOCK = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/u;
const FIELD = /^(?<key>[\p{L}\p{N}_ -]{1,60}?)[ \t]*:[ \t]*(?<value>[^\r\n]*?)[ \t]*$/u;
/** A block longer than this is no front matter but an article with two rules in it. */
const LONGEST = 8000;

/** The `---` block at the head of a text, or undefined; lines that are no `key: value` are passed over. */
export function findFrontMatter(text: string): FrontMatter | undefined {
  const match = BLOCK.exec(text.slice(0, LONGEST));
  if (!match) return undefined;
  const fields: FrontMatterField[] = [];
  const body = match[1] as string;
  let start = match[0].indexOf('\n') + 1;
  for (const line of body.split('\n')) {
    const field = FIELD.exec(line.replace(/\r$/u, ''));
    if (field?.groups)
      fields.push(toField(start, line, field.groups.key as string, field.groups.value as string));
    start += line.length + 1;
  }
  return { span: { start: 0, end: match[0].length }, fields };
}

function toField(start: number, line: string, key: string, written: string): FrontMatterField {
  const keyStart = start + line.indexOf(key);
  const quoted = /^(["'])(.*)\1$/u.exec(written);
  const value = quoted ? (quoted[2] as string) : written;
  const valueStart = start + line.indexOf(written, line.indexOf(':') + 1) + (quoted ? 1 : 0);
  return {
    key: key.toLowerCase(),
    value,
    keySpan: { start: keyStart, end: keyStart + key.length },
    valueSpan: { start: valueStart, end: valueStart + value.length },
  };
}

/** The value of a field by its lower-case key. */
export function field(frontMatter: FrontMatter | undefined, key: string): FrontMatterField | undefined {
  return frontMatter?.fields.find((candidate) => candidate.key === key);
}
