import { nominalAlpha } from './alpha.ts';
import { type AttributeFigures, measureAttributes } from './attributes.ts';
import { compareLayers, isMatch } from './compare.ts';
import { cohensKappa, fleissKappa } from './kappa.ts';
import type { LayeredArticle } from './layer.ts';
import { countTokens, type TokenRow } from './tokenTable.ts';
import { pooledUnitizingAlpha } from './unitizing.ts';

/** How far annotators agree; a figure is missing where it is not defined, 1 is full agreement. */
export interface Figures {
  /** Undefined: all kinds together. */
  readonly kind: string | undefined;
  /** Articles that at least two of them have annotated: the figures are of these. */
  readonly articles: number;
  /** Marks of each annotator, in their order. */
  readonly marks: readonly number[];
  /** Means over the pairs of annotators; the kappas of pairs so are Light's kappa (Light 1971). */
  readonly exact: number | undefined;
  readonly overlap: number | undefined;
  readonly kappa: number | undefined;
  /** Over the tokens of the articles that all have annotated. */
  readonly fleiss: number | undefined;
  /** Over all tokens that at least two have annotated. */
  readonly alpha: number | undefined;
  /** Over all code units, by where marks begin and end. */
  readonly unitizing: number | undefined;
  readonly pairs: readonly PairFigures[];
  /** Of every kind, in the figures of all together. */
  readonly attributes: readonly AttributeFigures[];
}

/**
 * Two annotators over the articles that both have annotated. `exact` and `overlap` are F1: twice the marks they have in
 * common over the sum of their marks, which takes no gold standard and needs no count of what nobody marked (Hripcsak and
 * Rothschild 2005, "Agreement, the F-Measure, and Reliability in Information Retrieval"). Marks are in common where kind and
 * words are the same, or where the kind is and some words are; each mark counts once. `kappa` is Cohen's, over tokens.
 */
export interface PairFigures {
  readonly annotators: readonly [string, string];
  readonly articles: number;
  readonly exact: number | undefined;
  readonly overlap: number | undefined;
  readonly kappa: number | undefined;
}

/** Measures the agreement of annotators on a kind of mark, or on all, over articles together. */
export function measure(
  articles: readonly LayeredArticle[],
  annotators: readonly string[],
  kind: string | undefined,
): Figures {
  const shared = articles
    .map((article) => restrict(article, annotators, kind))
    .filter(({ layers }) => 2 <= layers.length);
  const tokens = countTokens(shared, annotators, kind);
  const pairs = annotators.flatMap((first, i) =>
    annotators.slice(i + 1).flatMap((second, j) => {
      const own = measurePair(shared, [first, second], tokens, [i, i + 1 + j]);
      return own.articles === 0 ? [] : own;
    }),
  );
  const many = tokens.filter(({ labels }) => 1 < labels.filter((label) => label !== undefined).length);
  const whole = many.filter(({ labels }) => labels.every((label) => label !== undefined));
  return {
    kind,
    articles: shared.length,
    marks: annotators.map((annotator) =>
      sum(shared.map((article) => marksOf(article, annotator)?.length ?? 0)),
    ),
    exact: mean(pairs.map(({ exact }) => exact)),
    overlap: mean(pairs.map(({ overlap }) => overlap)),
    kappa: mean(pairs.map(({ kappa }) => kappa)),
    fleiss: fleissKappa(whole.map(givenOf), whole.map(timesOf)),
    alpha: nominalAlpha(many.map(givenOf), many.map(timesOf)),
    unitizing: pooledUnitizingAlpha(shared.map(toContinuum)),
    pairs,
    attributes:
      kind === undefined
        ? measureAttributes(shared.map(({ layers }) => layers.map(({ marks }) => marks)))
        : [],
  };
}

function restrict(
  article: LayeredArticle,
  annotators: readonly string[],
  kind: string | undefined,
): LayeredArticle {
  const layers = article.layers
    .filter(({ annotator }) => annotators.includes(annotator))
    .map((layer) =>
      kind === undefined ? layer : { ...layer, marks: layer.marks.filter((mark) => mark.kind === kind) },
    );
  return { ...article, layers };
}

function measurePair(
  articles: readonly LayeredArticle[],
  annotators: readonly [string, string],
  tokens: readonly TokenRow[],
  [i, j]: readonly [number, number],
): PairFigures {
  const own = articles.flatMap((article) => {
    const [first, second] = [marksOf(article, annotators[0]), marksOf(article, annotators[1])];
    return first && second ? [[first, second] as const] : [];
  });
  const marks = sum(own.map(([first, second]) => first.length + second.length));
  const places = own.flatMap(compareLayers);
  const f1 = (how: 'exact' | 'overlap'): number | undefined => {
    const common = places.filter(({ readings: [a, b] }) => isMatch(a, b, how)).length;
    return marks === 0 ? undefined : (2 * common) / marks;
  };
  const rows = tokens.flatMap(({ labels, times }) => {
    const [first, second] = [labels[i], labels[j]];
    return first === undefined || second === undefined ? [] : { first, second, times };
  });
  const kappa = cohensKappa(
    rows.map(({ first }) => first),
    rows.map(({ second }) => second),
    rows.map(timesOf),
  );
  return { annotators, articles: own.length, exact: f1('exact'), overlap: f1('overlap'), kappa };
}

function marksOf(
  { layers }: LayeredArticle,
  annotator: string,
): LayeredArticle['layers'][number]['marks'] | undefined {
  return layers.find((layer) => layer.annotator === annotator)?.marks;
}

function toContinuum({ text, layers }: LayeredArticle): Parameters<typeof pooledUnitizingAlpha>[0][number] {
  return {
    length: text.length,
    coders: new Map(
      layers.map(({ annotator, marks }) => [
        annotator,
        marks.map(({ start, end, kind: category }) => ({ start, end, category })),
      ]),
    ),
  };
}

function givenOf({ labels }: TokenRow): readonly string[] {
  return labels.filter((label) => label !== undefined);
}

function timesOf({ times }: { readonly times: number }): number {
  return times;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly (number | undefined)[]): number | undefined {
  const defined = values.filter((value) => value !== undefined);
  return defined.length === 0 ? undefined : sum(defined) / defined.length;
}
