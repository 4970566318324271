import { type Found, findAgain, type Sought } from '../anchor/findAgain.ts';
import { type CodePoints, createCodePoints } from '../codePoints.ts';
import type { Anchor, Kept } from '../kept.ts';
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
  const write = (words: string): string =>
    lineEnd !== undefined && words.includes('\n') ? words.replace(/\r?\n/gu, lineEnd) : words;
  const { words, prefix, suffix } = quoted;
  return {
    quoted: { words: write(words), prefix: write(prefix), suffix: write(suffix) },
    at: points.toUnits(start),
  };
}

/** The line end that a text has throughout; undefined where it has both. */
function lineEndOf(text: string): string | undefined {
  if (!text.includes('\r\n')) return '\n';
  return /(?<!\r)\n/u.test(text) ? undefined : '\r\n';
}

function toKept({ judgement, parts }: StoredMark, [own, ...others]: readonly Found[]): Kept {
  const roles = Object.keys(parts);
  const { span, anchor } = own as Found;
  return {
    mark: {
      ...judgement,
      ...{ start: span.start, end: span.end },
      parts: Object.fromEntries(roles.map((role, i) => [role, (others[i] as Found).span])),
    },
    anchor,
    parts: Object.fromEntries(roles.map((role, i): [string, Anchor] => [role, (others[i] as Found).anchor])),
  };
}
