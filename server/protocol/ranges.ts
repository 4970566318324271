import type { Location, Range, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Replacement } from '../features/publicationEdit.ts';
import type { FolderPlace } from '../folder/folder.ts';
import { type Summary, toLineAndCharacter } from '../folder/summary.ts';
import type { Span } from '../text/span.ts';

/** A span as a range of lines and UTF-16 characters. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** A span of a document as a place. */
export function toLocation(document: TextDocument, span: Span): Location {
  return { uri: document.uri, range: toRange(document, span) };
}

/** A replacement as an edit. */
export function toTextEdit(document: TextDocument, { span, words }: Replacement): TextEdit {
  return { range: toRange(document, span), newText: words };
}

/** A place in an article that is not open, by the lines of its summary. */
export function toFolderLocation(place: FolderPlace, summary: Summary): Location {
  return { uri: place.uri, range: toFolderRange(place, summary) };
}

/** A span of an article that is not open as a range. */
export function toFolderRange({ start, end }: Span, summary: Summary): Range {
  return { start: toLineAndCharacter(summary, start), end: toLineAndCharacter(summary, end) };
}
