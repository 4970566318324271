import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article, Quotation } from '../analysis/types.ts';
import type { QuotationRange, Summary } from '../requests/article.ts';
import { groupBy } from '../text/group.ts';
import { toRange } from './ranges.ts';

/** A quotation as the client draws it. */
export function toQuotationRange(document: TextDocument, quotation: Quotation): QuotationRange {
  return { range: toRange(document, quotation), kind: quotation.kind };
}

/** An article at a glance. */
export function toSummary({ publication, entities, countries, dates, quotations }: Article): Summary {
  return {
    publication: publication && { date: publication.date, source: publication.source },
    people: entities.length,
    countries: groupBy(countries, ({ code }) => code).size,
    dates: groupBy(dates, ({ value }) => value).size,
    quotations: quotations.length,
  };
}
