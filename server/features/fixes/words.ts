import { type Fixer, replace } from './fix.ts';

/** The whole word where the text begins in the middle of one. */
export const wholeWord: Fixer = (_article, { start, end, message }) => {
  const whole = /perhaps “(.+)”/u.exec(message)?.[1];
  return whole === undefined
    ? []
    : [{ title: `Write “${whole}”`, replacements: [replace(start, end, whole)], safe: false }];
};

/** Sets a headline on a line of its own; a line that leads elsewhere is marked off likewise. */
export const separateLine: Fixer = ({ text }, { start, end }) => {
  const newline = text.includes('\r\n') ? '\r\n\r\n' : '\n\n';
  const atHead = text.slice(0, start).trim() === '';
  const [from, to] = atHead ? [end, end + gapAfter(text, end)] : [start - gapBefore(text, start), start];
  const title = atHead ? 'Set the headline on a line of its own' : 'Begin a line of its own here';
  return [{ title, replacements: [replace(from, to, newline)], safe: false }];
};

/** Takes the second copy away. */
export const cutRepeated: Fixer = ({ text }, { start, end }) => [
  {
    title: 'Take the repeated sentence away',
    replacements: [replace(start - gapBefore(text, start), end, '')],
    safe: false,
  },
];

function gapBefore(text: string, offset: number): number {
  return /[ \t]{0,4}$/u.exec(text.slice(Math.max(0, offset - 4), offset))?.[0].length ?? 0;
}

function gapAfter(text: string, offset: number): number {
  return /^[ \t]{0,4}/u.exec(text.slice(offset, offset + 4))?.[0].length ?? 0;
}

/** Decodes wrongly decoded characters and takes control characters away, wherever the same ones stand. */
export const repairCharacters: Fixer = ({ text }, { start, end }) => {
  const words = text.slice(start, end);
  const control = /^\p{Cc}+$/u.test(words);
  const right = control ? '' : decode(words);
  if (right === undefined) return [];
  const replacements = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length))
    replacements.push(replace(at, at + words.length, right));
  const title = control ? 'Take the control characters away' : `Write “${right}” everywhere`;
  return [{ title, replacements, safe: true }];
};

/** Windows-1252's characters for the bytes 80 to 9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Reads the bytes that Windows-1252 gives the characters as UTF-8; undefined where they are none. */
function decode(words: string): string | undefined {
  const bytes = Array.from(words, (character) => {
    const place = WINDOWS_1252.indexOf(character);
    return place === -1 ? character.charCodeAt(0) : 0x80 + place;
  });
  if (bytes.some((byte) => 0xff < byte)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
