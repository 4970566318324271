import type { RenameFile } from 'vscode-languageserver';
import type { TextFiles } from '../marking/files.ts';
import { sideUriOf } from '../marking/marking.ts';
import type { Session } from '../session.ts';
import { createFiles } from './files.ts';

/** The marks of an article move with it, those without a name and those of the annotator. */
export function answerRenaming(session: Session, onDisk: TextFiles | undefined): void {
  const files = createFiles(session, onDisk);
  session.connection.workspace.onWillRenameFiles(async ({ files: renamed }) => {
    const moves: RenameFile[] = [];
    for (const { oldUri, newUri } of renamed)
      for (const annotator of new Set(['', (await session.settingsOf(oldUri)).annotator])) {
        const side = sideUriOf(oldUri, annotator);
        const text = await files.read(side).catch(() => undefined);
        if (text !== undefined)
          moves.push({ kind: 'rename', oldUri: side, newUri: sideUriOf(newUri, annotator) });
      }
    return moves.length === 0 ? null : { documentChanges: moves };
  });
}
