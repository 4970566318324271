/** One side of a merge that git has left open in a file. */
export interface ConflictSide {
  /** What git calls it: `HEAD`, a branch. */
  readonly name: string;
  readonly text: string;
}

/**
 * The two versions of a file with conflict markers, ours and theirs; the common one that `diff3` puts between is left out.
 * Undefined for a file without conflicts.
 */
export function splitConflict(text: string): readonly [ConflictSide, ConflictSide] | undefined {
  const names: [string, string] = ['', ''];
  const versions: [string[], string[]] = [[], []];
  let part: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  let conflicts = 0;
  for (const line of text.split('\n')) {
    const marker = /^(?<sign><{7}|\|{7}|={7}|>{7})(?: (?<name>.*?))?\r?$/u.exec(line)?.groups;
    const sign = marker?.sign?.charAt(0);
    if (sign === '<' && part === 'both') {
      part = 'ours';
      names[0] ||= marker?.name ?? '';
      conflicts++;
    } else if (sign === '|' && part === 'ours') part = 'base';
    else if (sign === '=' && (part === 'ours' || part === 'base')) part = 'theirs';
    else if (sign === '>' && part === 'theirs') {
      part = 'both';
      names[1] ||= marker?.name ?? '';
    } else {
      if (part === 'both' || part === 'ours') versions[0].push(line);
      if (part === 'both' || part === 'theirs') versions[1].push(line);
    }
  }
  if (conflicts === 0) return undefined;
  return [
    { name: names[0] || 'ours', text: versions[0].join('\n') },
    { name: names[1] || 'theirs', text: versions[1].join('\n') },
  ];
}
