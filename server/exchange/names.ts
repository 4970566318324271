/** A name from a file, made safe: folders stay, nothing leads out of the folder it is meant for. */
export function safeName(name: string): string {
  const parts = name
    .split(/[\\/]/u)
    .map((part) => part.replace(/[<>:"|?*\p{Cc}]/gu, '_'))
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length === 0 ? 'article' : parts.join('/');
}

/** The address of a file in a folder. */
export function addressOf(folder: string, name: string): string {
  const parts = name.split('/').map((part) => encodeURIComponent(part).replace(/[!'()*]/gu, encode));
  return `${folder.replace(/\/$/u, '')}/${parts.join('/')}`;
}

/** The names of files by their addresses, without the folders that all of them share. */
export function namesOf(uris: readonly string[]): readonly string[] {
  const paths = uris.map((uri) => decodeURIComponent(uri).split('/'));
  const [first = []] = paths;
  let shared = 0;
  while (paths.every((path) => shared < path.length - 1 && path[shared] === first[shared])) shared++;
  return paths.map((path) => path.slice(shared).join('/'));
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
