import { type ExtensionContext, Uri, workspace } from 'vscode';

/** The README as it lies in the repository, and as it is packed. */
const NAMES = ['README.md', 'readme.md'];

/** The addresses, in the README that comes with the extension, of what explains the problems, by their codes; none without it. */
export async function readDocumentation({
  extensionUri,
}: ExtensionContext): Promise<Readonly<Record<string, string>>> {
  for (const name of NAMES) {
    const file = Uri.joinPath(extensionUri, name);
    const text = await workspace.fs.readFile(file).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => undefined,
    );
    if (text !== undefined) return findProblems(text, file);
  }
  return {};
}

/** Editors open an address at the line that its fragment names. */
function findProblems(text: string, file: Uri): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split('\n').flatMap((line, i) => {
      const code = /<a id="problem-(?<code>[\w-]+)">/u.exec(line)?.groups?.code;
      return code === undefined ? [] : [[code, file.with({ fragment: `L${i + 1}` }).toString()]];
    }),
  );
}
