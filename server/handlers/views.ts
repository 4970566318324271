import type { Location } from 'vscode-languageserver';
import { listEntities, toEntityRow } from '../folder/entities.ts';
import type { Folder, FolderPlace } from '../folder/folder.ts';
import { listReviews } from '../folder/reviews.ts';
import { toSubject } from '../folder/subjects.ts';
import { toSpans } from '../folder/summary.ts';
import { toFolderLocation } from '../protocol/ranges.ts';
import type { EntityParams } from '../requests/folder.ts';
import type { Session } from '../session.ts';
import { contains } from '../text/span.ts';
import { onFolder } from './folderRequest.ts';

/** What the views of the side bar ask of the folder. */
export function answerViews(session: Session): void {
  const { library } = session;
  const folder = async (): Promise<Folder> => (await library()).folder();

  onFolder(session, 'newsmark/entities', async (query) => listEntities(await folder(), query));
  onFolder(session, 'newsmark/reviews', async ({ most }) => listReviews(await folder(), most));
  onFolder(session, 'newsmark/entityArticles', async ({ entity: { kind, name }, most }) => {
    const known = await folder();
    const subject = toSubject(kind, name);
    return known
      .articlesOf(subject)
      .map((uri) => ({ uri, mentions: known.placesIn(uri, subject).length }))
      .sort((a, b) => b.mentions - a.mentions)
      .slice(0, most);
  });
  onFolder(session, 'newsmark/places', async ({ most, ...params }) => {
    const known = await folder();
    return placesOf(known, params)
      .slice(0, most)
      .flatMap((place) => toLocation(known, place));
  });
  onFolder(session, 'newsmark/nextMention', async ({ from, ...params }) => {
    const known = await folder();
    const places = placesOf(known, params);
    const offset = from && (await library()).open(from.uri)?.document.offsetAt(from.position);
    const isBehind = ({ uri, start }: FolderPlace): boolean =>
      from !== undefined && offset !== undefined && (uri === from.uri ? offset < start : from.uri < uri);
    const next = places.find(isBehind) ?? places[0];
    return (next && toLocation(known, next)[0]) ?? null;
  });
  onFolder(session, 'newsmark/entityAt', async ({ textDocument: { uri }, position }) => {
    const known = await folder();
    const document = (await library()).open(uri)?.document;
    if (!document) return null;
    const offset = document.offsetAt(position);
    const named = known
      .subjectsOf(uri)
      .filter(({ places }) => toSpans(places).some((place) => contains(place, offset)));
    // What is named inside of a quotation rather than who is quoted.
    const inner = named.find(({ kind }) => kind !== 'speaker') ?? named[0];
    return inner ? toEntityRow(inner) : null;
  });
}

function placesOf(folder: Folder, { entity: { kind, name }, article }: EntityParams): readonly FolderPlace[] {
  const subject = toSubject(kind, name);
  return article === undefined ? folder.references(subject) : folder.placesIn(article, subject);
}

function toLocation(folder: Folder, place: FolderPlace): readonly Location[] {
  const summary = folder.summaryOf(place.uri);
  return summary ? [toFolderLocation(place, summary)] : [];
}
