import type { DocumentUri, Location, Position } from 'vscode-languageserver';
import type { ConcordanceQuery } from '../folder/concordance.ts';
import type { EntityName } from '../folder/entities.ts';

/** A request that may take long: the server tells how far it is under the token, as `Progressed`. */
export interface LongParams {
  readonly progress?: string;
}

export interface Progressed {
  readonly done: number;
  readonly all: number;
}

export interface EntityParams {
  readonly entity: EntityName;
  /** The article; without it the whole folder. */
  readonly article?: DocumentUri;
}

export interface EntityArticle {
  readonly uri: DocumentUri;
  readonly mentions: number;
}

export interface NextMentionParams extends EntityParams {
  /** The cursor's place. */
  readonly from?: { readonly uri: DocumentUri; readonly position: Position };
}

export interface ConcordanceParams extends LongParams {
  readonly query: ConcordanceQuery;
  /** The article; without it the whole folder. */
  readonly article?: DocumentUri;
}

export interface Concordance {
  readonly hits: readonly ConcordanceHit[];
  /** How many articles have hits. */
  readonly articles: number;
  /** Whether there may be more hits than are told. */
  readonly isCut: boolean;
  /** What is wrong with the pattern, in the words of the engine. */
  readonly problem?: string;
}

export interface ConcordanceHit {
  readonly location: Location;
  /** What stands before and after on one line. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

export interface EntityActParams extends EntityParams, LongParams {
  readonly act: EntityAct;
}

export type EntityAct =
  | { readonly kind: 'accept' | 'reject' }
  /** Says of a person that it is the person of that name. */
  | { readonly kind: 'merge'; readonly into: string };

export interface FolderActed {
  /** By which the act is undone; missing where it has changed nothing. */
  readonly number?: number;
  readonly marks: number;
  readonly articles: number;
}

/** Notification `newsmark/folderChanged`: articles or their marks have changed; without `uris` any may have. */
export interface FolderChanged {
  readonly uris?: readonly DocumentUri[];
}
