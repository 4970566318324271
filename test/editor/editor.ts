import {
  commands,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  languages,
  MarkdownString,
  type Position,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';

// What the tests do with the editor: every function asks VS Code, as another extension would.

/** Opens and shows an article of the folder. */
export async function open(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uriOf(name));
  await window.showTextDocument(document);
  return document;
}

/** Writes a file into the folder, which is gone again when the tests end, and shows it. */
export async function write(name: string, bytes: Uint8Array): Promise<TextDocument> {
  await workspace.fs.writeFile(uriOf(name), bytes);
  return open(name);
}

/** Address of a file of the opened folder. */
export function uriOf(name: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  return Uri.joinPath(folder.uri, name);
}

/** Asks again until the answer satisfies, for so many seconds at most; then fails with what it was last. */
export async function until<T>(
  ask: () => T | Thenable<T>,
  satisfies: (answer: T) => boolean,
  seconds = 60,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`after ${seconds} s still ${JSON.stringify(answer)?.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The problems of a file as `code: words marked`. */
export function problems(document: TextDocument): readonly string[] {
  return languages
    .getDiagnostics(document.uri)
    .map((diagnostic) => `${codeOf(diagnostic)}: ${document.getText(diagnostic.range)}`);
}

/** The stable code of a problem. */
export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The text of all hovers at a place, without Markdown's escapes. */
export async function hoverAt(document: TextDocument, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : String(content)))
    .join('\n')
    .replaceAll('\\', '');
}

/** The outline, a line each, children indented by two spaces. */
export async function outline(document: TextDocument): Promise<readonly string[]> {
  const symbols = await commands.executeCommand<DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return (symbols ?? []).flatMap((symbol) => lines(symbol, ''));
}

function lines({ name, children }: DocumentSymbol, indent: string): readonly string[] {
  return [indent + name, ...children.flatMap((child) => lines(child, `${indent}  `))];
}

/** The semantic tokens as `type: word`. */
export async function tokens(document: TextDocument): Promise<readonly string[]> {
  const legend = await commands.executeCommand<SemanticTokensLegend | undefined>(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  );
  const found = await commands.executeCommand<SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  const data = found?.data ?? new Uint32Array();
  let line = 0;
  let character = 0;
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [down = 0, along = 0, length = 0, type = 0] = data.subarray(index * 5);
    character = down === 0 ? character + along : along;
    line += down;
    const range = new Range(line, character, line, character + length);
    return `${legend?.tokenTypes[type]}: ${document.getText(range)}`;
  });
}

/** Replaces the first place of some words, as typing would. */
export async function replace(document: TextDocument, words: string, by: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, words), by);
  await workspace.applyEdit(edit);
}

/** Where some words stand for the first time. */
export function rangeOf(document: TextDocument, words: string): Range {
  const offset = document.getText().indexOf(words);
  if (offset < 0) throw new Error(`${words} is not in the text`);
  return new Range(document.positionAt(offset), document.positionAt(offset + words.length));
}
