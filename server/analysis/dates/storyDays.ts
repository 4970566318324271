import type { Found } from './found.ts';
import type { Point, Shift } from './meaning.ts';
import { readOrdinal } from './numerals.ts';
import type { TimeText } from './words.ts';

/** `the second day`, `their third straight night`: days of a story, told by their number. */
export function readStoryDay({ words }: TimeText, first: number): Found<Point> | undefined {
  const ordinal = readOrdinal(words, first);
  const before = words[first - 1]?.lower ?? '';
  if (
    ordinal?.count === undefined ||
    ordinal.count > 40 ||
    words[first]?.gap !== ' ' ||
    !STORY_BEFORE.has(before)
  )
    return undefined;
  const at = STRAIGHT.has(words[ordinal.next]?.lower ?? '') ? ordinal.next + 1 : ordinal.next;
  const unit = words[at];
  if (unit?.gap !== ' ' || (unit.lower !== 'day' && unit.lower !== 'night')) return undefined;
  if (before === 'the' && ordinal.count === 1 && words[at + 1]?.lower === 'of') return undefined;
  const part = unit.lower === 'night' ? { part: 'NI' as const } : {};
  const shift: Shift = { unit: 'day', count: 0, from: 'narrative', direction: 0 };
  return {
    first: first - 1,
    next: at + 1,
    meaning: { kind: 'point', shift, ...part },
    reason: 'words of time',
  };
}

const STORY_BEFORE = new Set(['the', 'a', 'its', 'their', 'his', 'her']);
const STRAIGHT = new Set(['straight', 'consecutive', 'successive']);
