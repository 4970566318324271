import type { DocumentUri } from 'vscode-languageserver';

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
