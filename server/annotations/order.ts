import { byPlace } from '../text/span.ts';
import type { Mark } from './mark.ts';

/** The order of marks wherever they are listed: by place, the longer first, then by kind and id. */
export function byMark(a: Mark, b: Mark): number {
  return byPlace(a, b) || compare(a.kind, b.kind) || compare(a.id, b.id);
}

/** Plain code unit order: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
