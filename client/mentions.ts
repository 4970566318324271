import { commands, type DocumentHighlight, l10n, Position, Range, Selection, Uri, window } from 'vscode';
import type {
  BaseLanguageClient,
  Location as ProtocolLocation,
  Position as ProtocolPosition,
} from 'vscode-languageclient';
import { activeArticle } from './articles.ts';

/** Shows a place of a file; hovers link here. */
export async function goTo(uri: string, line: number, character: number): Promise<void> {
  const position = new Position(line, character);
  await window.showTextDocument(Uri.parse(uri), { selection: new Range(position, position) });
}

/** Shows places in the editor's own list of references; the lines above the text link here. */
export async function showReferences(
  { protocol2CodeConverter: converter }: BaseLanguageClient,
  uri: string,
  position: ProtocolPosition,
  locations: readonly ProtocolLocation[],
): Promise<void> {
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(uri),
    converter.asPosition(position),
    locations.map((location) => converter.asLocation(location)),
  );
}

/** Moves the cursor to the next (1) or previous (-1) mention of what it stands on, round the ends of the article. */
export async function goToOtherMention(direction: 1 | -1): Promise<void> {
  const editor = activeArticle();
  if (!editor) return;
  const cursor = editor.selection.active;
  const highlights = await commands.executeCommand<DocumentHighlight[] | undefined>(
    'vscode.executeDocumentHighlights',
    editor.document.uri,
    cursor,
  );
  const ranges = (highlights ?? [])
    .map(({ range }) => range)
    .sort((one, other) => one.start.compareTo(other.start));
  const other = findOther(ranges, cursor, direction);
  if (!other) {
    window.setStatusBarMessage(l10n.t('Newsmark: no other mention of this'), 3000);
    return;
  }
  editor.selection = new Selection(other.start, other.start);
  editor.revealRange(other);
}

function findOther(ranges: readonly Range[], cursor: Position, direction: 1 | -1): Range | undefined {
  const others = ranges.filter((range) => !range.contains(cursor));
  return direction === 1
    ? (others.find((range) => range.start.isAfter(cursor)) ?? others[0])
    : (others.findLast((range) => range.end.isBefore(cursor)) ?? others.at(-1));
}
