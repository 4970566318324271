import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type FindHits, toContext, toFindHits } from '../folder/concordance.ts';
import type { Folder } from '../folder/folder.ts';
import { toSubject } from '../folder/subjects.ts';
import { toRange } from '../protocol/ranges.ts';
import type { Concordance, ConcordanceHit, ConcordanceParams } from '../requests/folder.ts';
import type { Session } from '../session.ts';
import type { FolderEvents } from './folder.ts';
import { onFolder, toReport } from './folderRequest.ts';

/** So many hits are told; nobody reads more. */
const MOST_HITS = 5000;
/** So many texts are asked for at once. */
const TOGETHER = 32;

/** Finds an entity, words or a pattern in every article of the folder, in order of URI, until it is cancelled. */
export function answerConcordance(session: Session, { textOf }: FolderEvents): void {
  onFolder(session, 'newsmark/concordance', async (params, token): Promise<Concordance> => {
    const folder = (await session.library()).folder();
    const search = toSearch(folder, params);
    if ('problem' in search) return { hits: [], articles: 0, isCut: false, problem: search.problem };
    const { uris, hitsOf } = search;
    const report = toReport(session, params.progress);
    const hits: ConcordanceHit[] = [];
    let articles = 0;
    for (let from = 0; from < uris.length && hits.length < MOST_HITS; from += TOGETHER) {
      if (token.isCancellationRequested) return { hits, articles, isCut: true };
      const some = uris.slice(from, from + TOGETHER);
      const texts = await Promise.all(some.map(textOf));
      for (const [index, uri] of some.entries()) {
        const text = texts[index];
        const found = text === undefined ? [] : toHits(uri, text, hitsOf(uri));
        if (0 < found.length) articles++;
        hits.push(...found);
      }
      report(from + some.length, uris.length);
      await breathe(token);
    }
    return { hits: hits.slice(0, MOST_HITS), articles, isCut: MOST_HITS <= hits.length };
  });
}

interface Search {
  readonly uris: readonly string[];
  readonly hitsOf: (uri: string) => FindHits;
}

function toSearch(folder: Folder, { query, article }: ConcordanceParams): Search | { problem: string } {
  if (query.kind === 'entity') {
    const subject = toSubject(query.entity.kind, query.entity.name);
    const uris = article === undefined ? folder.articlesOf(subject) : [article];
    return { uris, hitsOf: (uri) => () => folder.placesIn(uri, subject) };
  }
  const find = toFindHits(query);
  if ('problem' in find) return find;
  return { uris: article === undefined ? [...folder.uris()].sort() : [article], hitsOf: () => find };
}

function toHits(uri: string, text: string, find: FindHits): readonly ConcordanceHit[] {
  const document = TextDocument.create(uri, 'news-article', 0, text);
  return find(text).map((span) => ({
    location: { uri, range: toRange(document, span) },
    ...toContext(text, span),
  }));
}

/** Lets other requests, and a cancellation, come in between. */
function breathe({ isCancellationRequested }: CancellationToken): Promise<void> {
  return isCancellationRequested ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve));
}
