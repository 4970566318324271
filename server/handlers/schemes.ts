import { SCHEME_FILE } from '../annotations/scheme/scheme.ts';
import type { TextFiles } from '../marking/files.ts';
import { createSchemes, type Schemes } from '../marking/schemes.ts';
import type { Session } from '../session.ts';
import { onFolder } from './folderRequest.ts';

/** Follows the schemes of the folders, and says which holds for an article. */
export function answerSchemes(session: Session, files: TextFiles): Schemes {
  const schemes = createSchemes((uri) => files.read(uri));
  session.onFiles((changes) => {
    if (!changes.some(({ uri }) => uri.endsWith(`/${SCHEME_FILE}`))) return;
    schemes.forget();
    session.tellRules();
    void session.connection.sendNotification('newsmark/schemeChanged');
  });
  onFolder(session, 'newsmark/scheme', async ({ uri }) => {
    const { leftOut: _, ...found } = await schemes.of(uri);
    return found;
  });
  return schemes;
}
