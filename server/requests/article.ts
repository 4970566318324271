import type { Range, TextDocumentIdentifier } from 'vscode-languageserver';
import type { Publication, Quotation } from '../analysis/types.ts';

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
