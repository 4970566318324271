import type { DocumentUri, Location, Position, Range, TextEdit } from 'vscode-languageserver';
import type { Act } from './annotations/acts/act.ts';
import type { Entities, EntityQuery, EntityRow } from './folder/entities.ts';
import type { Reviews } from './folder/reviews.ts';
import type { FoundScheme } from './marking/schemes.ts';
import type { ArticleParams, PublicationDateParams, QuotationRange, Summary } from './requests/article.ts';
import type {
  Concordance,
  ConcordanceParams,
  EntityActParams,
  EntityArticle,
  EntityParams,
  FolderActed,
  LongParams,
  NextMentionParams,
} from './requests/folder.ts';
import type { ExportedMarks, FormatName, ImportedMarks, ImportParams } from './requests/formats.ts';
import type {
  Adjudication,
  AdjudicationParams,
  AgreementParams,
  AgreementPicture,
  DecideParams,
} from './requests/layers.ts';
import type {
  Acted,
  ActNumberParams,
  ActParams,
  Choices,
  Marks,
  MarksParams,
  NextSuggestionParams,
  PlaceParams,
} from './requests/marks.ts';
import type { Picture, PictureParams } from './requests/pictures.ts';

/** What a client asks beside the language server protocol: method → what goes in and what comes back. */
export interface Requests {
  /** The quotations of an open article, in order of place, for clients that draw them. */
  'newsmark/quotations': { params: ArticleParams; result: readonly QuotationRange[] };
  /** What an editor says of an article at a glance. */
  'newsmark/summary': { params: ArticleParams; result: Summary };
  /** The edit that writes a publication date (`YYYY-MM-DD`) into the front matter, which is made where there is none. */
  'newsmark/publicationDateEdit': { params: PublicationDateParams; result: TextEdit };
  /** The marks and suggestions that touch some parts of an open article, in order of place, and its progress. */
  'newsmark/marks': { params: MarksParams; result: Marks };
  /** Does an act of an annotator. */
  'newsmark/act': { params: ActParams; result: Acted };
  /** Takes an act back, or does it again; false where it is not known. */
  'newsmark/undoAct': { params: ActNumberParams; result: boolean };
  'newsmark/redoAct': { params: ActNumberParams; result: boolean };
  /** The next (or previous) suggestion from a stretch or a cursor on, round the ends of the article. */
  'newsmark/nextSuggestion': { params: NextSuggestionParams; result: Range | null };
  /** What the mark or suggestion at a place may be said to be, the likeliest first. */
  'newsmark/choices': { params: PlaceParams; result: Choices | null };
  /** What is wrong with a value for a date; null where nothing is. */
  'newsmark/checkDate': { params: ArticleParams & { readonly value: string }; result: string | null };
  /** The URI of the next article of the folder, round its end, that is not done; null where all are. */
  'newsmark/nextArticle': { params: ArticleParams; result: string | null };
  /** The layers of an open article beside each other, and what was decided of them. */
  'newsmark/adjudication': { params: AdjudicationParams; result: Adjudication };
  /** Decides at a point, or takes what all agree on; gives the number by which that is undone, null where nothing changed. */
  'newsmark/decide': { params: DecideParams; result: number | null };
  'newsmark/undoDecision': { params: ActNumberParams; result: boolean };
  'newsmark/redoDecision': { params: ActNumberParams; result: boolean };
  /**
   * Writes what was decided into the side file that a merge has left with conflicts, once nothing is open; gives the URI of
   * the result, which is not needed any more, or null where something is open.
   */
  'newsmark/resolveConflict': { params: AdjudicationParams; result: DocumentUri | null };
}

/** What a client asks of the articles of its folders, open or not. */
export interface FolderRequests {
  /** What a picture of an article or of the folder shows. */
  'newsmark/picture': { params: PictureParams; result: Picture };
  /** How far annotators agree on an article or on all that the side files belong to. */
  'newsmark/agreement': { params: AgreementParams; result: AgreementPicture };
  /** The scheme that holds for an article. */
  'newsmark/scheme': { params: { readonly uri: DocumentUri }; result: FoundScheme };
  /** The sentence around a place, in one line; empty where the article is gone. */
  'newsmark/sentence': { params: { readonly location: Location }; result: string };
  /** People, countries, dates or speakers of an article or of the folder. */
  'newsmark/entities': { params: EntityQuery; result: Entities };
  /** The articles that mention an entity, most mentions first. */
  'newsmark/entityArticles': {
    params: EntityParams & { readonly most: number };
    result: readonly EntityArticle[];
  };
  /** The entity that is named at a place of an article; null where none is. */
  'newsmark/entityAt': { params: ArticleParams & { readonly position: Position }; result: EntityRow | null };
  /** The first mention behind a place, round the end; null where there is none. */
  'newsmark/nextMention': { params: NextMentionParams; result: Location | null };
  /** Where an entity is mentioned, at most `most` places. */
  'newsmark/places': { params: EntityParams & { readonly most: number }; result: readonly Location[] };
  /** How far the articles are judged. */
  'newsmark/reviews': { params: { readonly most: number }; result: Reviews };
  /** Keyword in context. */
  'newsmark/concordance': { params: ConcordanceParams; result: Concordance };
  /** Does an act at places of many articles, open or not, as one. */
  'newsmark/actAt': {
    params: LongParams & { readonly act: Act; readonly places: readonly Location[] };
    result: FolderActed;
  };
  /** Does something with all mentions of an entity, as one act. */
  'newsmark/actOnEntity': { params: EntityActParams; result: FolderActed };
  /** Takes an act back, or does it again; false where it is not known. */
  'newsmark/undoFolderAct': { params: { readonly number: number }; result: boolean };
  'newsmark/redoFolderAct': { params: { readonly number: number }; result: boolean };
  /** The formats of other tools. */
  'newsmark/formats': { params: Record<string, never>; result: readonly FormatName[] };
  /** The marks of an article, without one of all articles of the folder, in a format; the client writes the files. */
  'newsmark/export': {
    params: { readonly format: string; readonly article?: DocumentUri };
    result: ExportedMarks;
  };
  /** Puts the marks of other tools' files beside the articles of a folder. */
  'newsmark/import': { params: ImportParams; result: ImportedMarks };
}
