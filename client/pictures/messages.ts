import type { Location } from 'vscode-languageclient';
import type { EntityName } from '../../server/folder/entities.ts';
import type { AgreementPicture } from '../../server/requests/layers.ts';
import type { Picture, PictureKind } from '../../server/requests/pictures.ts';

/** Whether the article in front is drawn or the whole folder. */
export type Scope = 'article' | 'folder';

/** What a panel shows: a picture, or how far annotators agree. */
export type ShownKind = PictureKind | AgreementPicture['kind'];

/** What a picture remembers over a reload. */
export interface PictureState {
  readonly kind: ShownKind;
  readonly scope: Scope;
  /** URI of the article. */
  readonly article?: string;
  readonly view?: PictureView;
}

/** How a person has arranged a picture: it stays so when the picture changes, and over a reload. */
export interface PictureView {
  readonly isMatrix?: boolean;
  /** Of each table by its label. */
  readonly tables?: Readonly<Record<string, TableView>>;
  /** The stretch of time that a timeline shows. */
  readonly zoom?: { readonly startValue: number; readonly endValue: number };
  /** Where a graph or a map is moved to, and how large it is. */
  readonly roam?: { readonly zoom?: number; readonly center?: readonly (number | string)[] };
}

export interface TableView {
  readonly filter?: string;
  readonly sorted?: { readonly column: number; readonly descending: boolean };
  /** The first cells of the rows that are unfolded. */
  readonly open?: readonly string[];
  readonly scroll?: number;
}

/** What the editor tells a picture. */
export type ToPicture =
  | { readonly type: 'loading'; readonly state: PictureState }
  | { readonly type: 'picture'; readonly state: PictureState; readonly picture: Picture | AgreementPicture }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'sentence'; readonly id: number; readonly text: string }
  | { readonly type: 'places'; readonly id: number; readonly places: readonly Location[] };

/** What a picture asks of the editor. */
export type FromPicture =
  | { readonly type: 'ready' }
  | { readonly type: 'scope'; readonly scope: Scope }
  | { readonly type: 'go'; readonly location: Location }
  | { readonly type: 'sentence'; readonly id: number; readonly location: Location }
  | { readonly type: 'places'; readonly id: number; readonly entity: EntityName }
  | { readonly type: 'copy'; readonly text: string }
  | {
      readonly type: 'save';
      readonly name: string;
      readonly content: string;
      readonly encoding: 'utf8' | 'base64';
    };

/** The words of a picture in the language of the editor, by their key. */
export type PictureWords = Readonly<Record<WordKey, string>>;

export type WordKey =
  | 'article'
  | 'folder'
  | 'loading'
  | 'empty'
  | 'filter'
  | 'copy'
  | 'saveCsv'
  | 'saveSvg'
  | 'savePng'
  | 'places'
  | 'date'
  | 'from'
  | 'to'
  | 'mentions'
  | 'articles'
  | 'speaker'
  | 'quotations'
  | 'direct'
  | 'mixed'
  | 'indirect'
  | 'words'
  | 'cues'
  | 'stances'
  | 'name'
  | 'country'
  | 'person'
  | 'matrix'
  | 'graph'
  | 'together'
  | 'published'
  | 'day'
  | 'month'
  | 'year'
  | 'longer'
  | 'left'
  | 'saveJson'
  | 'agreement'
  | 'disagreements'
  | 'noLayers'
  | 'pairs'
  | 'attributes'
  | 'attribute'
  | 'annotators'
  | 'unnamed'
  | 'kind'
  | 'allKinds'
  | 'quotation'
  | 'marks'
  | 'exact'
  | 'overlap'
  | 'kappa'
  | 'fleiss'
  | 'alpha'
  | 'unitizing'
  | 'same'
  | 'of'
  | 'share'
  | 'difference'
  | 'missing'
  | 'otherWords'
  | 'otherKind';
