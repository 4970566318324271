import type { Span } from '../../text/span.ts';
import { splitTokens } from '../../text/tokens.ts';

/** A token, cut where a mark begins or ends inside of it. */
export interface Cut extends Span {
  readonly text: string;
}

/** The tokens of a text, cut at every edge of the spans. Near linear. */
export function cutTokens(text: string, spans: readonly Span[]): readonly Cut[] {
  const edges = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const cuts: Cut[] = [];
  let next = 0;
  for (const token of splitTokens(text)) {
    let from = token.start;
    while ((edges[next] ?? text.length) <= from && next < edges.length) next++;
    for (; next < edges.length && (edges[next] as number) < token.end; next++) {
      const edge = edges[next] as number;
      cuts.push({ start: from, end: edge, text: text.slice(from, edge) });
      from = edge;
    }
    cuts.push({ start: from, end: token.end, text: text.slice(from, token.end) });
  }
  return cuts;
}
