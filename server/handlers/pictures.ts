import type { Location } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { wordsAroundIn } from '../features/sentences.ts';
import type { Folder } from '../folder/folder.ts';
import type { Articles } from '../folder/pictures/articles.ts';
import { toPicture } from '../protocol/pictures.ts';
import type { FolderRequests, Picture } from '../requests.ts';
import type { Session } from '../session.ts';
import type { FolderEvents } from './folder.ts';

/** Pictures of an article or of the folder, and the sentences behind their points. */
export function answerPictures({ connection, library }: Session, { textOf }: FolderEvents): void {
  on('newsmark/picture', async ({ picture, article }): Promise<Picture> => {
    const folder = (await library()).folder();
    return toPicture(picture, listArticles(folder, article), folder);
  });
  on('newsmark/sentence', async ({ location: { uri, range } }: { location: Location }) => {
    const text = await textOf(uri);
    if (text === undefined) return '';
    const document = TextDocument.create(uri, 'news-article', 0, text);
    return wordsAroundIn(text, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) });
  });

  function on<Method extends keyof FolderRequests>(
    method: Method,
    answer: (params: FolderRequests[Method]['params']) => Promise<FolderRequests[Method]['result']>,
  ): void {
    connection.onRequest(
      method,
      (params: FolderRequests[Method]['params']): Promise<unknown> => answer(params),
    );
  }
}

function listArticles(folder: Folder, only: string | undefined): Articles {
  const uris = only === undefined ? [...folder.uris()].sort() : [only];
  return uris.flatMap((uri) => {
    const summary = folder.summaryOf(uri);
    return summary ? [[uri, summary] as const] : [];
  });
}
