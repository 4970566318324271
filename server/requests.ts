import type {
  DocumentUri,
  Location,
  Position,
  Range,
  TextDocumentIdentifier,
  TextEdit,
} from 'vscode-languageserver';
import type { Publication, Quotation } from './analysis/types.ts';
import type { Act } from './annotations/acts/act.ts';
import type { MarkAttributes, MarkKind, Verdict } from './annotations/mark.ts';
import type { Progress } from './annotations/progress.ts';
import type { Choice } from './features/choices.ts';
import type { ConcordanceQuery } from './folder/concordance.ts';
import type { Entities, EntityName, EntityQuery, EntityRow } from './folder/entities.ts';
import type { NetworkEdge, NetworkNode } from './folder/pictures/network.ts';
import type { SpeakerRow } from './folder/pictures/speakers.ts';
import type { Timeline, TimelineDate } from './folder/pictures/timeline.ts';
import type { CountryCount } from './folder/pictures/world.ts';
import type { Reviews } from './folder/reviews.ts';
import type {
  Adjudication,
  AdjudicationParams,
  AgreementParams,
  AgreementPicture,
  DecideParams,
} from './layerRequests.ts';
import type { FoundScheme } from './marking/schemes.ts';

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

export interface FormatName {
  readonly name: string;
  readonly title: string;
}

/** A file by its name, which may have folders before it. */
export interface NamedFile {
  readonly name: string;
  readonly content: string;
}

export interface ExportedMarks {
  readonly files: readonly NamedFile[];
  readonly articles: number;
  readonly marks: number;
  /** How many articles were not written. */
  readonly refused: number;
  /** Line by line what is not in the files. */
  readonly report: readonly string[];
}

export interface ImportParams {
  readonly files: readonly NamedFile[];
  /** Found by the content where it is missing. */
  readonly format?: string;
  /** Where the articles are or come to be. */
  readonly folder: DocumentUri;
  /** Where the files lie. */
  readonly source?: DocumentUri;
}

export type ImportedMarks =
  | {
      readonly kind: 'imported';
      readonly format: string;
      readonly articles: readonly DocumentUri[];
      readonly added: number;
      readonly known: number;
      readonly changed: number;
      readonly report: readonly string[];
    }
  /** Nothing was imported. */
  | { readonly kind: 'refused'; readonly file: string; readonly line: number; readonly reason: string };

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

export interface ArticleParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface PublicationDateParams extends ArticleParams {
  readonly date: string;
}

export type PictureKind = 'timeline' | 'speakers' | 'network' | 'world';

export interface PictureParams {
  readonly picture: PictureKind;
  /** The article to draw; without it the whole folder. */
  readonly article?: DocumentUri;
}

/** `left` is how many more there are than are told. */
export type Picture = { readonly left: number } & (
  | {
      readonly kind: 'timeline';
      readonly dates: readonly TimelineDate[];
      readonly publications: Timeline['publications'];
    }
  | { readonly kind: 'speakers'; readonly speakers: readonly SpeakerRow[] }
  | {
      readonly kind: 'network';
      /** `label` is the name, of a country that of its code. */
      readonly nodes: readonly (NetworkNode & { readonly label: string })[];
      readonly edges: readonly NetworkEdge[];
    }
  | {
      readonly kind: 'world';
      readonly countries: readonly (CountryCount & { readonly label: string })[];
    }
);

export interface QuotationRange {
  readonly range: Range;
  readonly kind: Quotation['kind'];
}

export interface Summary {
  readonly publication: Pick<Publication, 'date' | 'source'> | undefined;
  /** Entities and quotations, not mentions. */
  readonly people: number;
  readonly countries: number;
  readonly dates: number;
  readonly quotations: number;
}

export interface MarksParams extends ArticleParams {
  readonly ranges: readonly Range[];
}

export interface Marks {
  readonly marks: readonly ShownMark[];
  /** Of the whole article: marks whose places or words a person has to look at. */
  readonly unsettled: readonly UnsettledMark[];
  readonly progress: Progress;
}

/** A mark, or the part of it with a role, that an edit or another program has left without a sure place. */
export interface UnsettledMark {
  readonly id: string;
  readonly role?: string;
  readonly state: 'changed' | 'ambiguous' | 'lost';
  readonly kind: MarkKind;
  /** The words that were marked. */
  readonly words: string;
  readonly range: Range;
  /** The places that can be taken for it, the likeliest first. */
  readonly places: readonly Range[];
}

/** A mark or a suggestion as an editor draws it. */
export interface ShownMark {
  readonly range: Range;
  readonly kind: MarkKind;
  /** Withheld is what the folder's lexicon takes away. */
  readonly state: 'suggestion' | 'withheld' | Verdict;
  readonly unsure: boolean;
  /** Its value in words. */
  readonly value: string;
  readonly note?: string;
  readonly annotator?: string;
  /** The rule of the folder's lexicon that makes it a suggestion, or takes it away. */
  readonly rule?: string;
}

export interface ActParams extends ArticleParams {
  readonly act: Act;
  readonly selections: readonly Range[];
  /** Whether what is like it in the other articles of the folder is meant too. */
  readonly inFolder?: boolean;
  /** Whether what is meant becomes a rule of the folder's lexicon, however little it is known from this article. */
  readonly teach?: boolean;
}

export interface Acted {
  /** By which the act is undone and redone; missing where it has changed nothing. */
  readonly number?: number;
  /** What it has changed in the article, in order of place. */
  readonly places: readonly Range[];
  /** How many marks it has changed in how many articles. */
  readonly marks: number;
  readonly articles: number;
  /** The rules of the folder's lexicon that it has taught. */
  readonly rules: readonly string[];
}

export interface ActNumberParams extends ArticleParams {
  readonly number: number;
}

export interface PlaceParams extends ArticleParams {
  readonly range: Range;
}

export interface NextSuggestionParams extends PlaceParams {
  readonly direction: 1 | -1;
}

export interface Choices {
  readonly kind: MarkKind;
  readonly words: string;
  readonly attributes: MarkAttributes;
  readonly choices: readonly Choice[];
}

/** What the server asks of a client that says it has files: method → what goes in and what comes back. */
export interface ClientRequests {
  /** The URIs of every article of the workspace. */
  'newsmark/listArticles': { params: undefined; result: readonly string[] };
  /** The URIs of the files that hold the marks of articles. */
  'newsmark/listSideFiles': { params: undefined; result: readonly string[] };
  /** The text of a file; null where it is missing. */
  'newsmark/readFile': { params: FileParams; result: string | null };
  /** The URIs of the files that lie in a folder itself; none where it cannot be read. */
  'newsmark/listFolder': { params: FileParams; result: readonly string[] };
  /** Replaces a file as a whole. */
  'newsmark/writeFile': { params: FileParams & { readonly text: string }; result: null };
}

export interface FileParams {
  readonly uri: string;
}

/** Notification `newsmark/marksChanged`: the marks of an open article have changed otherwise than by its own acts. */
export type MarksChanged = ArticleParams;

/** What a client says of itself when the server starts; every field may be missing. */
export interface InitializationOptions {
  /** The client runs `command:newsmark.goTo?[uri, line, character]` links in hovers; others get file links. */
  readonly commandLinks?: boolean;
  /** The client answers `newsmark/readFile` and `newsmark/writeFile`. */
  readonly files?: boolean;
  /** In the browser: the bytes of the model files, or the addresses to fetch them from. */
  readonly models?: readonly (Uint8Array | string)[];
  /** Addresses of what explains the problems, by their codes; a problem without one has no link. */
  readonly documentation?: Readonly<Record<string, string>>;
  /** URI of a folder where the server may keep what it has read, from one start to the next. */
  readonly storage?: string;
  /** Settings of a client without `workspace/configuration`, in the shape of the section `newsmark`. */
  readonly settings?: unknown;
}
