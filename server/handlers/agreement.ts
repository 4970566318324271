import { isResult } from '../annotations/agreement/layer.ts';
import { reportAgreement } from '../annotations/agreement/report.ts';
import type { TextFiles } from '../marking/files.ts';
import { groupSides, readLayers } from '../marking/layers.ts';
import type { Schemes } from '../marking/schemes.ts';
import { toAgreement } from '../protocol/agreement.ts';
import type { AgreementPicture } from '../requests/layers.ts';
import type { Session } from '../session.ts';
import type { FolderEvents } from './folder.ts';
import { onFolder } from './folderRequest.ts';

/** Compares the layers of annotators. */
export function answerAgreement(
  session: Session,
  files: TextFiles,
  schemes: Schemes,
  { textOf }: FolderEvents,
): void {
  onFolder(session, 'newsmark/agreement', async ({ sides, article }): Promise<AgreementPicture> => {
    const groups = groupSides(sides).filter(
      (group) => article === undefined || isSame(group.article, article),
    );
    const layered = [];
    for (const group of groups) {
      const open = session.documents.all().find(({ uri }) => isSame(uri, group.article));
      const text = async (uri: string): Promise<string | undefined> =>
        open?.getText() ?? (await textOf(uri)) ?? files.read(uri);
      const read = await readLayers(group, text, files.read);
      if (read) layered.push(read);
    }
    const names = new Set(layered.flatMap(({ layers }) => layers.map(({ annotator }) => annotator)));
    const { scheme } = await schemes.of(article ?? groups[0]?.article ?? '');
    const kinds = scheme.kinds.map(({ name }) => name);
    return toAgreement(
      reportAgreement(
        layered,
        kinds,
        [...names].filter((name) => !isResult(name)),
      ),
      layered,
    );
  });
}

/** Editors write one address in several ways. */
function isSame(a: string, b: string): boolean {
  return decode(a) === decode(b);
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
