import type { DocumentUri, Location, Range } from 'vscode-languageserver';
import type { Decision } from '../annotations/adjudication/decide.ts';
import type { Point } from '../annotations/adjudication/points.ts';
import type { Difference } from '../annotations/agreement/compare.ts';
import type { Figures } from '../annotations/agreement/measure.ts';
import type { MarkAttributes, MarkKind } from '../annotations/mark.ts';
import type { ArticleParams } from './article.ts';

// What a client asks of several annotators' layers: types alone, as in `requests.ts`.

export interface AdjudicationParams extends ArticleParams {
  /** The side files of the article. */
  readonly sides: readonly DocumentUri[];
}

export interface DecideParams extends AdjudicationParams {
  /** Missing where what all agree on is taken. */
  readonly point?: string;
  readonly decision:
    | Exclude<Decision, { readonly kind: 'new' }>
    | { readonly kind: 'agreed' }
    | {
        readonly kind: 'new';
        readonly as: MarkKind;
        readonly range: Range;
        readonly attributes: MarkAttributes;
      };
}

export interface Adjudication {
  /** The layers, in the order of the readings. */
  readonly annotators: readonly string[];
  readonly points: readonly AdjudicationPoint[];
  /** The side file with conflicts whose two sides the layers are. */
  readonly conflict?: DocumentUri;
  /** Marks of the layers that have no sure place in the text, and take no part. */
  readonly unplaced: number;
}

export interface AdjudicationPoint {
  readonly id: string;
  readonly range: Range;
  readonly state: Point['state'];
  readonly differences: readonly Difference[];
  /** `says`: the words that are marked and what is said of them; the annotator alone where nothing is marked. */
  readonly readings: readonly {
    readonly annotator: string;
    readonly range?: Range;
    readonly words?: string;
    readonly kind?: MarkKind;
    readonly attributes?: MarkAttributes;
    readonly says?: string;
  }[];
  /** What was decided, and by whom. */
  readonly taken: readonly {
    readonly range: Range;
    readonly kind: MarkKind;
    readonly says: string;
    readonly isRejected: boolean;
    readonly decidedBy: string;
  }[];
}

export interface AgreementParams {
  /** The side files of the folder: a client can list what a server without a disk cannot. */
  readonly sides: readonly DocumentUri[];
  readonly article?: DocumentUri;
}

export interface AgreementPicture {
  readonly kind: 'agreement';
  /** Fewer than two where nobody can be compared. */
  readonly annotators: readonly string[];
  readonly figures: readonly Figures[];
  readonly articles: readonly { readonly uri: DocumentUri; readonly figures: readonly Figures[] }[];
  readonly disagreements: readonly AgreementPlace[];
}

/** A place where annotators disagree. */
export interface AgreementPlace {
  readonly words: string;
  readonly differences: readonly Difference[];
  /** `says`: the words that are marked and what is said of them; missing with the kind where nothing is. */
  readonly readings: readonly {
    readonly annotator: string;
    readonly kind?: MarkKind;
    readonly says?: string;
  }[];
  readonly places: readonly Location[];
}
