import type { Unread } from './types.ts';

/** So many code units at the head of a text show whether it is one. */
const PROBE = 8192;

/**
 * What of a text is not read: all of it where it looks like the bytes of something else, and what lies beyond the
 * limit, cut between two words. Looks at the head only.
 */
export function findUnread(text: string, limit = Number.POSITIVE_INFINITY): Unread | undefined {
  if (isBinary(text)) return { start: 0, end: text.length, reason: 'not text' };
  if (text.length <= limit) return undefined;
  let start = limit;
  while (limit - 1000 < start && !/\s/u.test(text.charAt(start))) start--;
  return { start, end: text.length, reason: 'too long' };
}

/** Whether a tenth of the head of a text is control and replacement characters. */
function isBinary(text: string): boolean {
  const head = text.slice(0, PROBE);
  const odd = head.match(/(?!\s)[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return 8 < odd && head.length / 10 < odd;
}
