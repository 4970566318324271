import type { Range, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver';
import type { Publication, Quotation } from './analysis/types.ts';

/** What a client asks beside the language server protocol: method → what goes in and what comes back. */
export interface Requests {
  /** The quotations of an open article, in order of place, for clients that draw them. */
  'newsmark/quotations': { params: ArticleParams; result: readonly QuotationRange[] };
  /** What an editor says of an article at a glance. */
  'newsmark/summary': { params: ArticleParams; result: Summary };
  /** The edit that writes a publication date (`YYYY-MM-DD`) into the front matter, which is made where there is none. */
  'newsmark/publicationDateEdit': { params: PublicationDateParams; result: TextEdit };
}

export interface ArticleParams {
  readonly textDocument: TextDocumentIdentifier;
}

export interface PublicationDateParams extends ArticleParams {
  readonly date: string;
}

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

/** What a client says of itself when the server starts; every field may be missing. */
export interface InitializationOptions {
  /** The client runs `command:newsmark.goTo?[uri, line, character]` links in hovers; others get file links. */
  readonly commandLinks?: boolean;
  /** In the browser: the bytes of the model files, or the addresses to fetch them from. */
  readonly models?: readonly (Uint8Array | string)[];
  /** Address of the README, for the links from problems to their explanation. */
  readonly documentation?: string;
  /** URI of a folder where the server may keep what it has read, from one start to the next. */
  readonly storage?: string;
  /** Settings of a client without `workspace/configuration`, in the shape of the section `newsmark`. */
  readonly settings?: unknown;
}
