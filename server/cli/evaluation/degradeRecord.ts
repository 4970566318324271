import { type Degraded, degradeText, moveSpan } from '../../text/degrade.ts';
import type { Span } from '../../text/span.ts';
import type { GoldRecord } from '../input.ts';
import type { QuoteRecord } from '../records.ts';

/** The scraped form of an annotated article; annotations of which nothing is left are dropped. */
export function degradeRecord(record: GoldRecord): GoldRecord {
  const degraded = degradeText(record.text);
  const quotes = record.quotes.flatMap((quote) => degradeQuote(degraded, quote));
  return {
    ...record,
    text: degraded.text,
    entities: record.entities.flatMap((entity) => {
      const span = moveSpan(degraded, entity);
      return span ? [{ ...entity, ...span }] : [];
    }),
    // Several quoted pieces of one clause have become one quote.
    quotes: quotes.filter((quote, i) => i === quotes.findIndex((other) => isSame(quote, other))),
  };
}

/** Without quotation marks a quoted part can no longer be told from the clause it stands in. */
function degradeQuote(degraded: Degraded, { clause, speaker, cue, ...quote }: QuoteRecord): QuoteRecord[] {
  const span = moveSpan(degraded, clause ?? quote);
  if (!span) return [];
  const speakerSpan = speaker && moveSpan(degraded, speaker);
  const cueSpan = cue && moveSpan(degraded, cue);
  return [
    {
      ...quote,
      ...span,
      ...(speakerSpan && { speaker: { ...speaker, ...speakerSpan } }),
      ...(cueSpan && { cue: cueSpan }),
    },
  ];
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
