import type { GoldRecord } from '../input.ts';
import type { ArticleRecord } from '../records.ts';
import { type Miss, scoreEntities, type TypeScore } from './scoreEntities.ts';
import { type QuoteScore, scoreQuotes } from './scoreQuotes.ts';

/** The figures of a set of articles. */
export interface Score {
  readonly documents: number;
  readonly types: Readonly<Record<string, TypeScore>>;
  /** Undefined where no article of the gold has a quote. */
  readonly quotes?: QuoteScore;
  readonly misses: readonly PlacedMiss[];
}

/** A miss in its article. */
export interface PlacedMiss extends Miss {
  readonly article: GoldRecord;
}

export interface ScoreOptions {
  /** The types to score; without it those of the gold. */
  readonly types?: readonly string[] | undefined;
  /** Of the predicted countries with a form only these count, for gold without the others. */
  readonly forms?: readonly string[] | undefined;
}

/** Scores predictions, which stand in the order of the gold. */
export function scoreArticles(
  golds: readonly GoldRecord[],
  predictions: readonly ArticleRecord[],
  options: ScoreOptions = {},
): Score {
  const misses: PlacedMiss[] = [];
  const report = (index: number, miss: Miss): void => {
    misses.push({ ...miss, article: golds[index] as GoldRecord });
  };
  const types = options.types ?? [
    ...new Set(golds.flatMap(({ entities }) => entities.map(({ type }) => type))),
  ];
  const scores = types.map((type): [string, TypeScore] => {
    const articles = golds.map((gold, i) => ({
      golds: gold.entities.filter((entity) => entity.type === type),
      predictions: (predictions[i]?.entities ?? []).filter(
        (entity) =>
          entity.type === type && (!options.forms || !entity.form || options.forms.includes(entity.form)),
      ),
    }));
    return [type, scoreEntities(type, articles, report)];
  });
  const quotes = golds.map(({ text, quotes: own }, i) => ({
    text,
    golds: own,
    predictions: predictions[i]?.quotes ?? [],
  }));
  const hasQuotes = golds.some((gold) => gold.quotes.length > 0);
  return {
    documents: golds.length,
    types: Object.fromEntries(scores),
    ...(hasQuotes && { quotes: scoreQuotes(quotes, report) }),
    misses,
  };
}
