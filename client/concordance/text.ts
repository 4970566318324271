import type { ConcordanceHit } from '../../server/requests/folder.ts';

/** A concordance as text: under its heading a line for each hit, the hits under each other. */
export interface ConcordanceText {
  readonly text: string;
  readonly rows: readonly ConcordanceRow[];
}

/** Where the parts of a hit stand: its line, and the columns of its place and of its words. */
export interface ConcordanceRow {
  readonly hit: ConcordanceHit;
  readonly line: number;
  readonly place: readonly [start: number, end: number];
  readonly words: readonly [start: number, end: number];
}

/** Columns that places and the words around a hit have at most. */
const [PLACE, BEFORE, WORDS, AFTER] = [30, 40, 60, 60];

/** Sets the hits under the heading; `nameOf` gives the name of the article at an address. */
export function toConcordanceText(
  heading: readonly string[],
  hits: readonly ConcordanceHit[],
  nameOf: (uri: string) => string,
): ConcordanceText {
  const places = hits.map(({ location: { uri, range } }) =>
    cutStart(`${nameOf(uri)}:${range.start.line + 1}`, PLACE),
  );
  const widthOfPlace = places.reduce((most, { length }) => Math.max(most, length), 0);
  const widthOfWords = hits
    .map(toCells)
    .reduce((most, { words, trail }) => Math.max(most, words.length + trail.length), 0);
  const lines = [...heading, ''];
  const rows = hits.map((hit, index): ConcordanceRow => {
    const place = places[index] as string;
    const { lead, words, trail, after } = toCells(hit);
    const left = `${place.padEnd(widthOfPlace)}  ${lead.padStart(BEFORE + 1)}`;
    const right = `${words}${trail}`.padEnd(widthOfWords);
    lines.push(`${left}${right}${after}`.trimEnd());
    const [line, start] = [lines.length - 1, left.length];
    return { hit, line, place: [0, place.length], words: [start, start + words.length] };
  });
  return { text: `${lines.join('\n')}\n`, rows };
}

/** What stands close to the words, such as a full stop, stays there; the columns begin and end with a space. */
function toCells({ before, words, after }: ConcordanceHit) {
  const [trail = ''] = /^\S{0,3}(?=\s|$)/u.exec(after) ?? [];
  return {
    lead:
      before === '' || /\s$/u.test(before)
        ? `${cutStart(before.trimEnd(), BEFORE)} `
        : cutStart(before, BEFORE + 1),
    words: cutEnd(words, WORDS),
    trail,
    after: cutEnd(after.slice(trail.length), AFTER),
  };
}

/** Cut between words where there are some. */
function cutStart(words: string, most: number): string {
  if (words.length <= most) return words;
  const rest = words.slice(words.length - most + 1);
  const gap = rest.indexOf(' ');
  return `…${gap < 0 || NEAR < gap ? rest : rest.slice(gap)}`;
}

function cutEnd(words: string, most: number): string {
  if (words.length <= most) return words;
  const rest = words.slice(0, most - 1);
  const gap = rest.lastIndexOf(' ');
  return `${gap < rest.length - NEAR ? rest : rest.slice(0, gap + 1)}…`;
}

/** A gap further away than this is not looked for. */
const NEAR = 16;
