// A file system that is nowhere but in memory, as those of a VS Code without any server are: an extension for the tests.
import {
  EventEmitter,
  type ExtensionContext,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';

/** Name → text of the files that are there at first; the bundler puts them here. */
declare const FILES: Readonly<Record<string, string>>;

export function activate({ subscriptions }: ExtensionContext): void {
  subscriptions.push(
    workspace.registerFileSystemProvider('memory', createFileSystem(), { isCaseSensitive: true }),
  );
}

function createFileSystem(): FileSystemProvider {
  const changed = new EventEmitter<FileChangeEvent[]>();
  const files = new Map<string, { readonly bytes: Uint8Array; readonly mtime: number }>();
  const folders = new Set(['/', '/articles']);
  const encoder = new TextEncoder();
  for (const [name, text] of Object.entries(FILES))
    files.set(`/articles/${name}`, { bytes: encoder.encode(text), mtime: Date.now() });

  const stat = (uri: Uri): FileStat => {
    const file = files.get(uri.path);
    if (file !== undefined)
      return { type: FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length };
    if (folders.has(uri.path)) return { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw FileSystemError.FileNotFound(uri);
  };
  const tell = (type: FileChangeType, uri: Uri): void => changed.fire([{ type, uri }]);
  const write = (uri: Uri, bytes: Uint8Array): void => {
    const type = files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    files.set(uri.path, { bytes, mtime: Date.now() });
    tell(type, uri);
  };
  const read = (uri: Uri): Uint8Array => {
    const file = files.get(uri.path);
    if (file === undefined) throw FileSystemError.FileNotFound(uri);
    return file.bytes;
  };
  const remove = (uri: Uri): void => {
    for (const path of [...files.keys(), ...folders])
      if (path === uri.path || path.startsWith(`${uri.path}/`)) {
        files.delete(path);
        folders.delete(path);
      }
    tell(FileChangeType.Deleted, uri);
  };
  return {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose: () => {} }),
    stat,
    readDirectory: (uri) => {
      stat(uri);
      const below = uri.path === '/' ? '/' : `${uri.path}/`;
      const inside = (path: string): boolean =>
        path !== uri.path && path.startsWith(below) && !path.slice(below.length).includes('/');
      return [
        ...[...folders]
          .filter(inside)
          .map((path): [string, FileType] => [path.slice(below.length), FileType.Directory]),
        ...[...files.keys()]
          .filter(inside)
          .map((path): [string, FileType] => [path.slice(below.length), FileType.File]),
      ];
    },
    createDirectory: (uri) => {
      folders.add(uri.path);
      tell(FileChangeType.Created, uri);
    },
    readFile: read,
    writeFile: write,
    delete: remove,
    rename: (from, to) => {
      write(to, read(from));
      remove(from);
    },
  };
}
