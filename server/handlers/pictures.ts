import { TextDocument } from 'vscode-languageserver-textdocument';
import { wordsAroundIn } from '../features/sentences.ts';
import type { Folder } from '../folder/folder.ts';
import type { Articles } from '../folder/pictures/articles.ts';
import { toPicture } from '../protocol/pictures.ts';
import type { Picture } from '../requests/pictures.ts';
import type { Session } from '../session.ts';
import type { FolderEvents } from './folder.ts';
import { onFolder } from './folderRequest.ts';

/** Pictures of an article or of the folder, and the sentences behind their points. */
export function answerPictures(session: Session, { textOf }: FolderEvents): void {
  onFolder(session, 'newsmark/picture', async ({ picture, article }): Promise<Picture> => {
    const folder = (await session.library()).folder();
    return toPicture(picture, listArticles(folder, article));
  });
  onFolder(session, 'newsmark/sentence', async ({ location: { uri, range } }) => {
    const text = await textOf(uri);
    if (text === undefined) return '';
    const document = TextDocument.create(uri, 'news-article', 0, text);
    return wordsAroundIn(text, { start: document.offsetAt(range.start), end: document.offsetAt(range.end) });
  });
}

function listArticles(folder: Folder, only: string | undefined): Articles {
  const uris = only === undefined ? [...folder.uris()].sort() : [only];
  return uris.flatMap((uri) => {
    const summary = folder.summaryOf(uri);
    return summary ? [[uri, summary] as const] : [];
  });
}
