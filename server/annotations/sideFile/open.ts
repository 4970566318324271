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
  const sought = marks.flatMap(({ place, parts }) =>
    [place, ...Object.values(parts)].map((own) => seek(own, points)),
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

function seek({ quoted, start }: StoredPlace, points: CodePoints): Sought {
  return { quoted, at: points.toUnits(start) };
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
