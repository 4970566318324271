import type { Range } from 'vscode-languageserver';

/** What a client may tell the server at its start; every field is optional. */
export interface InitializationOptions {
  /** In the browser: the bytes of the model, or an address to fetch them from. */
  readonly model?: Uint8Array | string;
  /**
   * The command that hovers link to with the arguments `[uri, range]`, to show a place. Without it the links are file
   * links with a line.
   */
  readonly showCommand?: string;
  /** Address of the README, for the links from problems to their explanation. */
  readonly documentation?: string;
  /** A folder URI where the server may keep what it has read, from start to start. */
  readonly storage?: string;
  /** Settings of a client that has no `workspace/configuration`, in the shape of the section `newsmark`. */
  readonly settings?: unknown;
}

/** Request `newsmark/quotations` with `{ textDocument: { uri } }`: what the client decorates. */
export interface QuotationsResult {
  readonly quotations: readonly QuotationMark[];
}

export interface QuotationMark {
  readonly range: Range;
  readonly kind: 'direct' | 'mixed' | 'indirect';
  /** The resolved name of the speaker, else its own words. */
  readonly speaker?: string;
  readonly speakerRange?: Range;
  readonly cueRange?: Range;
}

/** Request `newsmark/summary` with `{ textDocument: { uri } }`: what a status bar shows. */
export interface SummaryResult {
  readonly form: 'edited' | 'scraped';
  readonly published?: string;
  readonly publishedFrom?: 'argument' | 'front matter' | 'file name' | 'dateline';
  readonly people: number;
  readonly countries: number;
  readonly dates: number;
  readonly quotations: number;
  readonly unread?: 'not text' | 'too long';
}

/** Request `newsmark/setPublicationDate`: answers with the WorkspaceEdit that writes the date into the front matter. */
export interface SetPublicationDateParams {
  readonly textDocument: { readonly uri: string };
  /** `YYYY-MM-DD`. */
  readonly date: string;
}
