import { isResult } from '../annotations/agreement/layer.ts';
import { FORMATS, findFormat } from '../annotations/formats/formats.ts';
import { exportArticles } from '../exchange/export.ts';
import { importArticles } from '../exchange/import.ts';
import { listLosses } from '../exchange/report.ts';
import type { TextFiles } from '../marking/files.ts';
import type { Session } from '../session.ts';
import type { Acts } from './acts.ts';
import { onFolder } from './folderRequest.ts';

/** Writes marks in the formats of other tools, and takes theirs in. */
export function answerExchange(session: Session, files: TextFiles, acts: Acts): void {
  const { documents, library, settingsOf } = session;
  // What is open counts as it stands in the editor.
  const present: TextFiles = {
    ...files,
    read: async (uri) => documents.get(uri)?.getText() ?? files.read(uri),
  };
  onFolder(session, 'newsmark/formats', async () => FORMATS.map(({ name, title }) => ({ name, title })));
  onFolder(session, 'newsmark/export', async ({ format: name, article }) => {
    const format = findFormat(name);
    if (!format) throw new Error(`There is no format ${name}.`);
    await acts.write();
    const uris = article === undefined ? [...(await library()).folder().uris()].sort() : [article];
    const options = { format, annotator: undefined, kinds: undefined, labels: new Map() };
    const { losses, refused, ...exported } = await exportArticles(present, uris, options);
    return {
      ...exported,
      report: [
        ...refused.map(({ article: own, reason }) => `${own} is not written: ${reason}`),
        ...listLosses(losses, Number.POSITIVE_INFINITY),
      ],
      refused: refused.length,
    };
  });
  onFolder(session, 'newsmark/import', async ({ files: given, format: name, folder, source }) => {
    await acts.write();
    const { annotator } = await settingsOf(folder);
    const imported = await importArticles(present, given, {
      ...{ format: name === undefined ? undefined : findFormat(name), folder, source },
      annotator: isResult(annotator) ? '' : annotator,
      time: new Date().toISOString(),
      labels: new Map(),
    });
    if (imported.kind === 'refused') return imported;
    const { articles, format } = imported;
    const sum = (count: 'added' | 'known' | 'changed'): number =>
      articles.reduce((total, own) => total + own[count], 0);
    return {
      ...{ kind: 'imported', format: format.title, articles: articles.map(({ uri }) => uri) },
      ...{ added: sum('added'), known: sum('known'), changed: sum('changed') },
      report: articles.flatMap(({ name: own, stayed }) =>
        stayed.map(
          ({ kind, start, end }) =>
            `${own}: ${kind} ${start}–${end} was judged here since, and stays as it is`,
        ),
      ),
    };
  });
}
