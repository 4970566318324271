import type {
  CallHierarchyItem,
  Location,
  Range,
  ResultProgressReporter,
  WorkspaceSymbol,
} from 'vscode-languageserver';
import { definition, typeDefinition } from '../features/definition.ts';
import { subjectAt } from '../features/subject.ts';
import { type Call, quotedAbout, quotedOn, type Voice } from '../folder/calls.ts';
import type { Folder, FolderPlace } from '../folder/folder.ts';
import { toFolderLocation, toFolderRange, toLocation } from '../protocol/ranges.ts';
import { toCallItem, toWorkspaceSymbol } from '../protocol/symbols.ts';
import type { Session } from '../session.ts';

/** So many symbols answer one search. */
const MOST_SYMBOLS = 500;
/** A long answer comes in parts of so many places. */
const PART = 100;

/** The ways from one place to others, over the whole folder. */
export function answerNavigation({ connection, about, client, library }: Session): void {
  connection.onDefinition(
    about(
      ({ document, article }, { position }) =>
        definition(article, document.offsetAt(position)).map((span) => toLocation(document, span)),
      [],
    ),
  );
  connection.onTypeDefinition(
    about(
      ({ document, article }, { position }) =>
        typeDefinition(article, document.offsetAt(position)).map((span) => toLocation(document, span)),
      [],
    ),
  );

  connection.onReferences(async ({ textDocument, position, context }, token, _progress, partial) => {
    const { open, folder } = await library();
    const opened = open(textDocument.uri);
    if (!opened || token.isCancellationRequested) return [];
    const { document, article } = opened;
    const subject = subjectAt(article, document.offsetAt(position));
    if (!subject) return [];
    const all = folder();
    const declared = context.includeDeclaration
      ? undefined
      : definition(article, document.offsetAt(position))[0];
    const places = all
      .references(subject)
      .filter(({ uri, start }) => uri !== document.uri || start !== declared?.start);
    // The article at hand first.
    const here = places.filter(({ uri }) => uri === document.uri);
    const there = places.filter(({ uri }) => uri !== document.uri);
    const locations = [...here, ...there].flatMap((place) => toPlace(all, place) ?? []);
    if (!partial) return locations;
    for (let i = 0; i < locations.length && !token.isCancellationRequested; i += PART)
      partial.report(locations.slice(i, i + PART));
    return [];
  });

  connection.onWorkspaceSymbol(async ({ query }, token, _progress, partial) => {
    const folder = (await library()).folder();
    if (token.isCancellationRequested) return [];
    const symbols = folder.search(query, MOST_SYMBOLS).map((symbol) => {
      const found = toWorkspaceSymbol(symbol);
      const location = client().resolves.workspaceSymbols ? undefined : toPlace(folder, symbol);
      return location ? { ...found, location } : found;
    });
    if (!partial) return symbols;
    const parts = partial as ResultProgressReporter<WorkspaceSymbol[]>;
    for (let i = 0; i < symbols.length; i += PART) parts.report(symbols.slice(i, i + PART));
    return [];
  });
  connection.onWorkspaceSymbolResolve(async (symbol) => {
    const location = toPlace((await library()).folder(), symbol.data as FolderPlace);
    return location ? { ...symbol, location } : symbol;
  });

  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    about<
      { textDocument: { uri: string }; position: { line: number; character: number } },
      CallHierarchyItem[] | null
    >(async ({ document, article }, { position }) => {
      const offset = document.offsetAt(position);
      const subject = subjectAt(article, offset);
      const [place] = typeDefinition(article, offset);
      if (subject?.kind !== 'person' || !place) return null;
      const { start, end } = place;
      return [toItem((await library()).folder(), { uri: document.uri, name: subject.name, start, end })];
    }, null),
  );
  callHierarchy.onIncomingCalls(async ({ item }) => {
    const folder = (await library()).folder();
    return quotedAbout(folder, (item.data as Voice).name).map((call) => ({
      from: toItem(folder, call.voice),
      fromRanges: rangesOf(folder, call),
    }));
  });
  callHierarchy.onOutgoingCalls(async ({ item }) => {
    const folder = (await library()).folder();
    return quotedOn(folder, item.uri, (item.data as Voice).name).map((call) => ({
      to: toItem(folder, call.voice),
      fromRanges: rangesOf(folder, call),
    }));
  });
}

function toPlace(folder: Folder, place: FolderPlace): Location | undefined {
  const summary = folder.summaryOf(place.uri);
  return summary && toFolderLocation(place, summary);
}

function toItem(folder: Folder, voice: Voice): CallHierarchyItem {
  const start = { line: 0, character: 0 };
  return toCallItem(voice, toPlace(folder, voice)?.range ?? { start, end: start });
}

function rangesOf(folder: Folder, { places }: Call): Range[] {
  return places.flatMap((place) => {
    const summary = folder.summaryOf(place.uri);
    return summary ? [toFolderRange(place, summary)] : [];
  });
}
