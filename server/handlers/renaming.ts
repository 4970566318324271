import type { RenameFile } from 'vscode-languageserver';
import { readSideFileName } from '../annotations/sideFile/name.ts';
import { fileNameOf } from '../folder/indexing.ts';
import type { TextFiles } from '../marking/files.ts';
import { sideUriOf } from '../marking/marking.ts';
import type { Session } from '../session.ts';

/** The marks of an article move with it, those of every annotator. */
export function answerRenaming({ connection }: Session, files: TextFiles): void {
  connection.workspace.onWillRenameFiles(async ({ files: renamed }) => {
    const moves: RenameFile[] = [];
    for (const { oldUri, newUri } of renamed) {
      const article = fileNameOf(oldUri);
      const beside = await files.list(oldUri.slice(0, oldUri.lastIndexOf('/'))).catch(() => []);
      for (const side of beside) {
        const named = readSideFileName(fileNameOf(side), (name) => name === article);
        if (named) moves.push({ kind: 'rename', oldUri: side, newUri: sideUriOf(newUri, named.annotator) });
      }
    }
    return moves.length === 0 ? null : { documentChanges: moves };
  });
}
