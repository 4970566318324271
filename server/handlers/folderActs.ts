import type { CancellationToken, Location } from 'vscode-languageserver';
import type { Act, Change } from '../annotations/acts/act.ts';
import type { Folder, FolderPlace } from '../folder/folder.ts';
import { toPersonKey, toSubject } from '../folder/subjects.ts';
import { toOffset } from '../folder/summary.ts';
import type { EntityActParams, FolderActed } from '../requests/folder.ts';
import type { Session } from '../session.ts';
import { groupBy } from '../text/group.ts';
import type { Span } from '../text/span.ts';
import type { Acts, Numbered } from './acts.ts';
import { onFolder, toReport } from './folderRequest.ts';

/** What is done from the views to many articles at once, each time as one act. What is cancelled keeps what it has done. */
export function answerFolderActs(session: Session, acts: Acts): void {
  const folder = async (): Promise<Folder> => (await session.library()).folder();

  onFolder(session, 'newsmark/actAt', async ({ act, places, progress }, token) => {
    const known = await folder();
    const spans = groupBy(
      places.flatMap((place) => toPlace(known, place)),
      ({ uri }) => uri,
    );
    const works = Array.from(spans, ([uri, own]) => ({ uri, act, spans: own }));
    return toActed(await actIn(works, toReport(session, progress), token));
  });
  onFolder(session, 'newsmark/actOnEntity', async ({ progress, ...params }, token) =>
    toActed(await actIn(listWorks(await folder(), params), toReport(session, progress), token)),
  );
  onFolder(session, 'newsmark/undoFolderAct', ({ number }) => acts.undo(number));
  onFolder(session, 'newsmark/redoFolderAct', ({ number }) => acts.redo(number));

  async function actIn(
    works: readonly Work[],
    report: (done: number, all: number) => void,
    token: CancellationToken,
  ): Promise<Numbered> {
    const done: (readonly [string, readonly Change[]])[] = [];
    for (const { uri, act, spans } of works) {
      if (token.isCancellationRequested) break;
      done.push([uri, await acts.act(uri, act, spans)]);
      report(done.length, works.length);
    }
    return acts.keep(done);
  }
}

/** An act on some stretches of one article. */
interface Work {
  readonly uri: string;
  readonly act: Act;
  readonly spans: readonly Span[];
}

function listWorks(
  folder: Folder,
  { entity: { kind, name }, act, article }: EntityActParams,
): readonly Work[] {
  const subject = toSubject(kind, name);
  const uris = article === undefined ? folder.articlesOf(subject) : [article];
  return uris.map((uri): Work => {
    if (act.kind !== 'merge') return { uri, act, spans: folder.placesIn(uri, subject) };
    const from = listNames(folder, uri, name);
    return { uri, act: { kind: 'same person', name: act.into, from }, spans: [] };
  });
}

/** How an article and its marks write the name of a person. */
function listNames(folder: Folder, uri: string, name: string): readonly string[] {
  const key = toPersonKey(name);
  const found = folder.summaryOf(uri)?.people.map((person) => person.name) ?? [];
  const marked = folder.markedOf(uri)?.kept.flatMap(({ mark }) => mark.attributes.entity ?? []) ?? [];
  return [...new Set([...found, ...marked])].filter((other) => toPersonKey(other) === key);
}

function toPlace(folder: Folder, { uri, range }: Location): readonly FolderPlace[] {
  const summary = folder.summaryOf(uri);
  return summary ? [{ uri, start: toOffset(summary, range.start), end: toOffset(summary, range.end) }] : [];
}

function toActed({ number, marks, articles }: Numbered): FolderActed {
  return { ...(number !== undefined && { number }), marks, articles };
}
