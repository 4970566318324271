import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { setPublicationDate } from '../features/publicationEdit.ts';
import type { OpenArticle } from '../library.ts';
import { toQuotationRange, toSummary } from '../protocol/own.ts';
import { toTextEdit } from '../protocol/ranges.ts';
import type { Requests } from '../requests.ts';
import type { Session } from '../session.ts';

/** What a client asks beside the protocol; rejects where the article is not open. */
export function answerOwn({ connection, library }: Session): void {
  function on<Method extends keyof Requests>(
    method: Method,
    answer: (open: OpenArticle, params: Requests[Method]['params']) => Requests[Method]['result'],
  ): void {
    connection.onRequest(method, async (params: Requests[Method]['params']): Promise<unknown> => {
      const opened = (await library()).open(params.textDocument.uri);
      if (!opened)
        throw new ResponseError(ErrorCodes.InvalidParams, `${params.textDocument.uri} is not open.`);
      return answer(opened, params);
    });
  }

  on('newsmark/quotations', ({ document, article }) =>
    article.quotations.map((quotation) => toQuotationRange(document, quotation)),
  );
  on('newsmark/summary', ({ article }) => toSummary(article));
  on('newsmark/publicationDateEdit', ({ document, article }, { date }) =>
    toTextEdit(document, setPublicationDate(article, date)),
  );
}
