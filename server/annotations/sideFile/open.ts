import { type Found, findAgain, type Sought } from '../anchor/findAgain.ts';
import { type CodePoints, createCodePoints } from '../codePoints.ts';
import { type Anchor, attach, type Kept } from '../kept.ts';
import { byMark } from '../order.ts';
import type { SideFile } from './parse.ts';
import type { StoredMark, StoredPlace } from './stored.ts';

/** The marks of a side file in the text of its article, which may have changed since; in order of place. */
export function openSideFile({ lines }: SideFile, text: string): readonly Kept[] {
  const marks = lines.flatMap((line) => (line.kind === 'mark' ? [line.stored] : []));
  const points = createCodePoints(text);
  const lineEnd = lineEndOf(text);
  const sought = marks.flatMap(({ place, parts }) =>
    [place, ...Object.values(parts)].map((own) => seek(own, points, lineEnd)),
  );
  const found = findAgain(sought, text);
  let next = 0;
  const kept = marks.map((stored) => {
    const count = 1 + Object.keys(stored.parts).length;
    next += count;
    return toKept(stored, found.slice(next - count, next));
  });
  return kept.sort((a, b) => byMark(a.mark, b.mark));
}

/** The article may have been written with other line ends, by git or another editor, when the mark was made. */
function seek({ quoted, start }: StoredPlace, points: CodePoints, lineEnd: string | undefined): Sought {
  const { words, prefix, suffix } = quoted;
  return {
    quoted: {
      words: withLineEnd(words, lineEnd, prefix),
      prefix: withLineEnd(prefix, lineEnd, ''),
      suffix: withLineEnd(suffix, lineEnd, words),
    },
    at: points.toUnits(start),
  };
}

/** A line end that a mark cut in two, its first half being in what stands before, stays as it is. */
function withLineEnd(words: string, lineEnd: string | undefined, before: string): string {
  if (lineEnd === undefined || !words.includes('\n')) return words;
  const cut = before.endsWith('\r') && words.startsWith('\n') ? 1 : 0;
  return words.slice(0, cut) + words.slice(cut).replace(/\r?\n/gu, lineEnd);
}

/** The line end that a text has throughout; undefined where it has both. */
function lineEndOf(text: string): string | undefined {
  if (!text.includes('\r\n')) return '\n';
  return /(?<!\r)\n/u.test(text) ? undefined : '\r\n';
}

function toKept({ judgement, parts }: StoredMark, [own, ...others]: readonly Found[]): Kept {
  const roles = Object.keys(parts);
  const { span, anchor } = own as Found;
  const mark = {
    ...judgement,
    ...{ start: span.start, end: span.end },
    parts: Object.fromEntries(roles.map((role, i) => [role, (others[i] as Found).span])),
  };
  const isFound = [anchor, ...others.map((other) => other.anchor)].every(
    ({ state }) => state !== 'lost' && state !== 'ambiguous',
  );
  return {
    mark: isFound ? attach(mark) : mark,
    anchor,
    parts: Object.fromEntries(roles.map((role, i): [string, Anchor] => [role, (others[i] as Found).anchor])),
  };
}
