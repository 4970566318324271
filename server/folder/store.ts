import type { Summary } from './summary.ts';

/** First line of a store; another version of the analysis does not read it. */
function header(version: string): string {
  return `${JSON.stringify({ newsmark: 'summaries', version })}\n`;
}

/** One summary as a line of the store, under the key of its article's content. */
export function printSummary(key: string, summary: Summary): string {
  return `${JSON.stringify({ key, summary })}\n`;
}

/** A whole store. */
export function printStore(version: string, summaries: ReadonlyMap<string, Summary>): string {
  return header(version) + Array.from(summaries, ([key, summary]) => printSummary(key, summary)).join('');
}

/** The summaries of a store by key; of another version none. Lines that are broken are passed over. */
export function parseStore(version: string, store: string): Map<string, Summary> {
  const summaries = new Map<string, Summary>();
  const lines = store.split('\n');
  if (`${lines[0]}\n` !== header(version)) return summaries;
  for (const line of lines.slice(1)) {
    const kept = parseLine(line);
    if (kept) summaries.set(kept.key, kept.summary);
  }
  return summaries;
}

function parseLine(line: string): { key: string; summary: Summary } | undefined {
  if (!line.endsWith('}')) return undefined;
  try {
    const { key, summary } = JSON.parse(line);
    return typeof key === 'string' && Array.isArray(summary?.ambiguous) ? { key, summary } : undefined;
  } catch {
    return undefined;
  }
}
