import type { GoldRecord } from '../input.ts';
import type { ArticleRecord, EntityRecord } from '../records.ts';
import type { Figures } from './figures.ts';
import { type Mentions, type Miss, scoreEntities, type TypeScore } from './scoreEntities.ts';
import { type QuoteScore, scoreQuotes } from './scoreQuotes.ts';

/** The figures of a set of articles. */
export interface Score {
  readonly documents: number;
  readonly types: Readonly<Record<string, TypeScore>>;
  /** The mentions of countries of each form in the gold, the same span and form. */
  readonly countryForms: Readonly<Record<string, Figures>>;
  /** Undefined where no article of the gold has a quote. */
  readonly quotes?: QuoteScore;
  readonly misses: readonly PlacedMiss[];
}

/** A miss in its article. */
export interface PlacedMiss extends Miss {
  readonly article: GoldRecord;
}

export interface ScoreOptions {
  /** The types to score; without it those of the gold that Newsmark marks, and QUOTE. */
  readonly types?: readonly string[] | undefined;
  /** Of the predicted countries with a form only these count, for gold without the others. */
  readonly forms?: readonly string[] | undefined;
}

const MARKED = ['PERSON', 'COUNTRY', 'DATE'];

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
  const kept = predictions.map(({ entities }) =>
    entities.filter(({ form }) => !options.forms || !form || options.forms.includes(form)),
  );
  const select = (isSelected: (entity: EntityRecord) => boolean): Mentions[] =>
    golds.map(({ entities }, i) => ({
      golds: entities.filter(isSelected),
      predictions: (kept[i] ?? []).filter(isSelected),
    }));
  const types =
    options.types?.filter((type) => type !== 'QUOTE') ??
    MARKED.filter((type) => golds.some(({ entities }) => entities.some((entity) => entity.type === type)));
  const scores = types.map((type): [string, TypeScore] => [
    type,
    scoreEntities(
      type,
      select((entity) => entity.type === type),
      report,
    ),
  ]);
  const forms = new Set(
    types.includes('COUNTRY')
      ? golds.flatMap(({ entities }) => entities.flatMap(({ form }) => form ?? []))
      : [],
  );
  const countryForms = Array.from(forms, (form): [string, Figures] => [
    form,
    scoreEntities(
      form,
      select((entity) => entity.form === form),
      () => {},
    ).strict,
  ]);
  const quotes = golds.map(({ text, quotes: own }, i) => ({
    text,
    golds: own,
    predictions: predictions[i]?.quotes ?? [],
  }));
  const hasQuotes =
    (!options.types || options.types.includes('QUOTE')) && golds.some((gold) => gold.quotes.length > 0);
  return {
    documents: golds.length,
    types: Object.fromEntries(scores),
    countryForms: Object.fromEntries(countryForms),
    ...(hasQuotes && { quotes: scoreQuotes(quotes, report) }),
    misses,
  };
}
