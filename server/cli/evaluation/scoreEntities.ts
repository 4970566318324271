import type { Span } from '../../text/span.ts';
import type { EntityRecord } from '../records.ts';
import { type Figures, harmonic, toFigures } from './figures.ts';
import { matchSpans } from './match.ts';

/** How well the mentions of one type were found. */
export interface TypeScore {
  /** The same span. */
  readonly strict: Figures;
  /** Spans that share a code unit, one to one. */
  readonly relaxed: Figures;
  /** Relaxed, and the same TIMEX3 value or country code; of the gold mentions that carry one. */
  readonly value?: Figures;
  /** Do mentions of one person share an entity? B-cubed (Bagga and Baldwin 1998) over the relaxed matches. */
  readonly entity?: Figures;
}

/** The mentions of one type in one article. */
export interface Mentions {
  readonly golds: readonly EntityRecord[];
  readonly predictions: readonly EntityRecord[];
}

/** What went wrong with one mention, quote or speaker. */
export interface Miss {
  readonly fault: 'missed' | 'extra' | 'span' | 'value' | 'speaker';
  readonly type: string;
  /** Where to look in the text. */
  readonly span: Span;
  readonly wanted?: string;
  readonly got?: string;
  /** What was found in place of `span`. */
  readonly found?: Span;
}

/** Scores the mentions of one type over all articles; `report` is told of each miss with its article's index. */
export function scoreEntities(
  type: string,
  articles: readonly Mentions[],
  report: (article: number, miss: Miss) => void,
): TypeScore {
  const count = { gold: 0, predicted: 0, strict: 0, relaxed: 0, valued: 0, predictedValued: 0, value: 0 };
  const grouping = { precision: 0, recall: 0, mentions: 0 };
  for (const [index, { golds, predictions }] of articles.entries()) {
    const pairs = matchSpans(golds, predictions);
    count.gold += golds.length;
    count.predicted += predictions.length;
    count.predictedValued += predictions.filter((mention) => plainValue(mention) !== undefined).length;
    const links: Link[] = [];
    for (const [i, gold] of golds.entries()) {
      const wanted = plainValue(gold);
      if (wanted !== undefined) count.valued++;
      const pair = pairs.get(i);
      const found = pair && predictions[pair.predicted];
      if (!found) {
        report(index, { fault: 'missed', type, span: gold });
        continue;
      }
      count.relaxed++;
      if (pair.isExact) count.strict++;
      else report(index, { fault: 'span', type, span: gold, found });
      const got = plainValue(found);
      if (wanted !== undefined && wanted === got) count.value++;
      else if (wanted !== undefined)
        report(index, { fault: 'value', type, span: gold, wanted, ...(got !== undefined && { got }) });
      if (gold.entity) links.push({ gold: gold.entity, predicted: found.entity ?? i });
    }
    const taken = new Set(Array.from(pairs.values(), ({ predicted }) => predicted));
    for (const [j, extra] of predictions.entries())
      if (!taken.has(j)) report(index, { fault: 'extra', type, span: extra });
    addGrouping(grouping, links);
  }
  const { gold, predicted } = count;
  const { mentions } = grouping;
  return {
    strict: toFigures(count.strict, predicted, gold),
    relaxed: toFigures(count.relaxed, predicted, gold),
    ...(count.valued > 0 && { value: toFigures(count.value, count.predictedValued, count.valued) }),
    ...(mentions > 0 && {
      entity: harmonic(grouping.precision / mentions, grouping.recall / mentions, mentions, mentions),
    }),
  };
}

/** A decade is ten years, a century a hundred: `P1DE` is `P10Y`. */
function plainValue({ value, code }: EntityRecord): string | undefined {
  const own = value ?? code;
  return own?.replace(/^P(\d+)(DE|CE)$/u, (_, number: string, unit: string) => {
    return `P${Number(number) * (unit === 'DE' ? 10 : 100)}Y`;
  });
}

/** The entities of a matched mention; a prediction without one stands alone, under a number. */
interface Link {
  readonly gold: string;
  readonly predicted: string | number;
}

/** B-cubed: each mention counts the share of its fellows in either grouping that are fellows in both. */
function addGrouping(
  sum: { precision: number; recall: number; mentions: number },
  links: readonly Link[],
): void {
  const byGold = new Map<string, number>();
  const byPredicted = new Map<string | number, number>();
  const byBoth = new Map<string, Map<string | number, number>>();
  for (const { gold, predicted } of links) {
    byGold.set(gold, (byGold.get(gold) ?? 0) + 1);
    byPredicted.set(predicted, (byPredicted.get(predicted) ?? 0) + 1);
    const both = byBoth.get(gold) ?? new Map<string | number, number>();
    byBoth.set(gold, both.set(predicted, (both.get(predicted) ?? 0) + 1));
  }
  for (const { gold, predicted } of links) {
    const both = byBoth.get(gold)?.get(predicted) ?? 0;
    sum.mentions++;
    sum.precision += both / (byPredicted.get(predicted) ?? 1);
    sum.recall += both / (byGold.get(gold) ?? 1);
  }
}
