import type { Location } from 'vscode-languageclient';
import type { AgreementPicture, AgreementPlace } from '../../server/requests/layers.ts';
import { button, element } from './elements.ts';
import { tell, words } from './host.ts';
import { type Column, tableOf } from './table.ts';

type Figures = AgreementPicture['figures'][number];
interface Row {
  readonly name: string;
  readonly figures: Figures;
  readonly places: readonly Location[];
}

/** How far annotators agree, as tables, each disagreement with the way there. */
export function agreementTables(picture: AgreementPicture): readonly HTMLElement[] {
  const { annotators, figures, articles, disagreements } = picture;
  const marks = annotators.map((annotator, i): Column<Row> => {
    return { heading: `${words.marks}: ${nameOf(annotator)}`, of: (row) => row.figures.marks[i] ?? 0 };
  });
  const kinds = figures.map((own): Row => ({ name: kindOf(own.kind), figures: own, places: [] }));
  const each = articles.map(({ uri, figures: [all] }) => ({
    name: decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)),
    figures: all as Figures,
    places: [{ uri, range: START }],
  }));
  const saveJson = button(words.saveJson, () =>
    tell({
      type: 'save',
      name: 'agreement.json',
      content: JSON.stringify(picture, undefined, 2),
      encoding: 'utf8',
    }),
  );
  return [
    element('div', { class: 'bar' }, saveJson),
    ...section(words.disagreements, tableOf(words.disagreements, disagreements, placeColumns(annotators))),
    ...section(
      words.agreement,
      tableOf(words.agreement, kinds, [nameColumn(words.kind), ...FIGURES, ...marks]),
    ),
    ...section(words.pairs, tableOf(words.pairs, pairsOf(figures), PAIRS)),
    ...section(words.attributes, tableOf(words.attributes, attributesOf(figures), ATTRIBUTES)),
    ...section(words.articles, tableOf(words.articles, each, [nameColumn(words.article), ...FIGURES])),
  ];
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function section(heading: string, table: HTMLElement): readonly HTMLElement[] {
  return [element('h2', {}, heading), table];
}

function placeColumns(annotators: readonly string[]): readonly Column<AgreementPlace>[] {
  return [
    { heading: words.words, of: (place) => shorten(place.words) },
    { heading: words.difference, of: ({ differences }) => differences.map(differenceInWords).join(', ') },
    ...annotators.map((annotator): Column<AgreementPlace> => {
      return {
        heading: nameOf(annotator),
        of: ({ readings }) => {
          const reading = readings.find((one) => one.annotator === annotator);
          if (!reading) return '';
          return reading.kind === undefined ? '–' : `${kindOf(reading.kind)} ${reading.says ?? ''}`;
        },
      };
    }),
  ];
}

function nameColumn(heading: string): Column<Row> {
  return { heading, of: ({ name }) => name };
}

const FIGURES: readonly Column<Row>[] = [
  { heading: words.articles, of: ({ figures }) => figures.articles },
  { heading: words.exact, of: ({ figures }) => toFigure(figures.exact) },
  { heading: words.overlap, of: ({ figures }) => toFigure(figures.overlap) },
  { heading: words.kappa, of: ({ figures }) => toFigure(figures.kappa) },
  { heading: words.fleiss, of: ({ figures }) => toFigure(figures.fleiss) },
  { heading: words.alpha, of: ({ figures }) => toFigure(figures.alpha) },
  { heading: words.unitizing, of: ({ figures }) => toFigure(figures.unitizing) },
];

type Pair = Figures['pairs'][number] & { readonly kind: string; readonly places: readonly Location[] };

function pairsOf(figures: readonly Figures[]): readonly Pair[] {
  return figures.flatMap(({ kind, pairs }) =>
    pairs.map((pair) => ({ ...pair, kind: kindOf(kind), places: [] })),
  );
}

const PAIRS: readonly Column<Pair>[] = [
  { heading: words.annotators, of: ({ annotators }) => annotators.map(nameOf).join(', ') },
  { heading: words.kind, of: ({ kind }) => kind },
  { heading: words.articles, of: ({ articles }) => articles },
  { heading: words.exact, of: ({ exact }) => toFigure(exact) },
  { heading: words.overlap, of: ({ overlap }) => toFigure(overlap) },
  { heading: words.kappa, of: ({ kappa }) => toFigure(kappa) },
];

type Attribute = Figures['attributes'][number] & { readonly places: readonly Location[] };

function attributesOf([all]: readonly Figures[]): readonly Attribute[] {
  return (all?.attributes ?? []).map((attribute) => ({ ...attribute, places: [] }));
}

const ATTRIBUTES: readonly Column<Attribute>[] = [
  { heading: words.kind, of: ({ kind }) => kindOf(kind) },
  { heading: words.attribute, of: ({ key }) => key },
  { heading: words.same, of: ({ same }) => same },
  { heading: words.of, of: ({ pairs }) => pairs },
  { heading: words.share, of: ({ same, pairs }) => toFigure(same / pairs) },
  { heading: words.alpha, of: ({ alpha }) => toFigure(alpha) },
];

function toFigure(value: number | undefined): number | string {
  return value === undefined ? '–' : Math.round(value * 1000) / 1000;
}

function nameOf(annotator: string): string {
  return annotator === '' ? words.unnamed : annotator;
}

function kindOf(kind: string | undefined): string {
  switch (kind) {
    case undefined:
      return words.allKinds;
    case 'person':
      return words.person;
    case 'country':
      return words.country;
    case 'date':
      return words.date;
    case 'quote':
      return words.quotation;
    default:
      return kind;
  }
}

function differenceInWords(difference: AgreementPlace['differences'][number]): string {
  switch (difference) {
    case 'missing':
      return words.missing;
    case 'span':
      return words.otherWords;
    case 'kind':
      return words.otherKind;
    default:
      return difference.slice(difference.indexOf(' ') + 1);
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 60)} … ${line.slice(-15)}`;
}
