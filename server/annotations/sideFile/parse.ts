import { count, type JsonObject, parseObject } from './json.ts';
import { FIELDS, readStored, type StoredMark } from './stored.ts';

/** The version of the side file that this program writes. */
export const VERSION = 1;

/** A side file line for line. */
export interface SideFile {
  /** The first line, which says what the file is; undefined where there is none. */
  readonly header: JsonObject | undefined;
  readonly lines: readonly SideLine[];
  readonly problems: readonly SideFileProblem[];
  /** Written by a later version: to be shown, not to be written. */
  readonly newer: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

export type SideLine =
  | { readonly kind: 'mark'; readonly line: string; readonly raw: JsonObject; readonly stored: StoredMark }
  /** Kept as it is. */
  | { readonly kind: 'unread'; readonly line: string };

export interface SideFileProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

/** What git leaves in a file of which both sides were changed; the lines of both sides stand between. */
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/u;

/**
 * Reads a side file. Cannot fail: a line that is no mark is kept and told of. Of several lines with one id, as a
 * merge may leave them, the judgement made last counts.
 */
export function parseSideFile(text: string): SideFile {
  const problems: SideFileProblem[] = [];
  const marks = new Map<string, number>();
  const lines: SideLine[] = [];
  let header: JsonObject | undefined;
  for (const [i, line] of text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (line.trim() === '') continue;
    const tell = (reason: string): number => problems.push({ line: i + 1, reason });
    if (CONFLICT.test(line)) {
      tell('left from a merge; both sides are taken, and this line goes with the next writing');
      continue;
    }
    const raw = parseObject(line);
    if (typeof raw !== 'string' && FIELDS.version in raw) {
      header ??= raw;
      continue;
    }
    const stored = typeof raw === 'string' ? raw : readStored(raw);
    if (typeof stored === 'string' || typeof raw === 'string') {
      tell(`no mark: ${typeof stored === 'string' ? stored : raw}; kept as it is`);
      lines.push({ kind: 'unread', line });
      continue;
    }
    const own: SideLine = { kind: 'mark', line, raw, stored };
    const known = marks.get(stored.judgement.id);
    if (known === undefined) marks.set(stored.judgement.id, lines.push(own) - 1);
    else if (lastJudged(lines[known]) <= lastJudged(own)) lines[known] = own;
  }
  const version =
    header === undefined ? VERSION : (count(header, FIELDS.version) ?? Number.POSITIVE_INFINITY);
  const newer = VERSION < version;
  if (newer) problems.push({ line: 1, reason: `written by a later version (${version}); read only` });
  return { header, lines, problems, newer, lineEnd: text.includes('\r\n') ? '\r\n' : '\n' };
}

function lastJudged(line: SideLine | undefined): string {
  if (line?.kind !== 'mark') return '';
  const { created, modified } = line.stored.judgement;
  return modified ?? created;
}
