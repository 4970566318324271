import { compareLayers, type Place } from './compare.ts';
import type { Layer, LayeredArticle } from './layer.ts';
import { type Figures, measure } from './measure.ts';

/** How far the annotators of some articles agree, and every place where they do not. */
export interface AgreementReport {
  readonly annotators: readonly string[];
  /** Of all kinds together, then of each kind. */
  readonly figures: readonly Figures[];
  /** The same of each article that two or more have annotated. */
  readonly articles: readonly { readonly name: string; readonly figures: readonly Figures[] }[];
  readonly disagreements: readonly Disagreement[];
}

/** A place of an article where its layers differ. */
export interface Disagreement {
  readonly article: string;
  readonly place: Place;
  /** The layers of the article, in the order of the readings of the place. */
  readonly annotators: readonly string[];
}

/**
 * Compares the layers of articles with each other. Kinds are in the order of `kinds`, others that are found behind them; of
 * annotators only those named, where some are.
 */
export function reportAgreement(
  articles: readonly LayeredArticle[],
  kinds: readonly string[],
  only?: readonly string[],
): AgreementReport {
  const named = articles.map((article) => ({
    ...article,
    layers: article.layers
      .filter(({ annotator }) => only?.includes(annotator) ?? true)
      .sort((a, b) => (a.annotator < b.annotator ? -1 : 1)),
  }));
  const compared = named.filter(({ layers }) => 2 <= layers.length);
  const annotators = [...new Set(compared.flatMap(({ layers }) => layers.map(annotatorOf)))].sort();
  const found = new Set(compared.flatMap(({ layers }) => layers.flatMap(kindsOf)));
  const own = [
    ...kinds.filter((kind) => found.has(kind)),
    ...[...found].filter((kind) => !kinds.includes(kind)).sort(),
  ];
  const measureAll = (some: readonly LayeredArticle[], who: readonly string[]): readonly Figures[] =>
    [undefined, ...own].map((kind) => measure(some, who, kind));
  return {
    annotators,
    figures: measureAll(compared, annotators),
    articles: compared.map((article) => ({ name: article.name, figures: measureAll([article], annotators) })),
    disagreements: compared.flatMap(listDisagreements),
  };
}

function listDisagreements({ name, layers }: LayeredArticle): readonly Disagreement[] {
  return compareLayers(layers.map(({ marks }) => marks))
    .filter(({ differences }) => 0 < differences.length)
    .map((place) => ({ article: name, place, annotators: layers.map(annotatorOf) }));
}

function annotatorOf({ annotator }: Layer): string {
  return annotator;
}

function kindsOf({ marks }: Layer): readonly string[] {
  return marks.map(({ kind }) => kind);
}
