import { stateOf } from '../features/states.ts';
import type { FolderPlace } from './folder.ts';
import { toPersonKey } from './subjects.ts';
import type { Summary } from './summary.ts';

/** Something of an article that a search by name finds. */
export interface FolderSymbol extends FolderPlace {
  readonly kind: 'person' | 'country' | 'speaker';
  /** Canonical name, or the ISO code of a country. */
  readonly name: string;
  readonly mentions: number;
}

/** People, countries and speakers whose name fits the words typed, the best first, at most `most`. */
export function search(
  summaries: Iterable<readonly [uri: string, summary: Summary]>,
  query: string,
  most: number,
): readonly FolderSymbol[] {
  const wanted = toPersonKey(query);
  const found: { readonly rank: number; readonly symbol: FolderSymbol }[] = [];
  for (const [uri, summary] of summaries)
    for (const symbol of listSymbols(uri, summary)) {
      const rank = rankName(toPersonKey(shownName(symbol)), wanted);
      if (rank !== undefined) found.push({ rank, symbol });
    }
  found.sort(
    (a, b) =>
      a.rank - b.rank || b.symbol.mentions - a.symbol.mentions || (a.symbol.uri < b.symbol.uri ? -1 : 1),
  );
  return found.slice(0, most).map(({ symbol }) => symbol);
}

/** 0 the name itself, 1 its beginning, 2 the beginning of a word of it, 3 its letters in order; undefined: no. */
export function rankName(name: string, wanted: string): number | undefined {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  let at = 0;
  for (const letter of wanted) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return undefined;
  }
  return 3;
}

/** Countries are looked for by their name. */
function shownName({ kind, name }: FolderSymbol): string {
  return kind === 'country' ? stateOf(name).name : name;
}

function listSymbols(uri: string, { people, countries, quotations }: Summary): readonly FolderSymbol[] {
  const symbols: FolderSymbol[] = people.map(({ name, introduction, places }) => ({
    kind: 'person',
    uri,
    name,
    mentions: places.length / 2,
    start: places[2 * introduction] ?? 0,
    end: places[2 * introduction + 1] ?? 0,
  }));
  for (const { code, places } of countries)
    symbols.push({
      kind: 'country',
      uri,
      name: code,
      mentions: places.length / 2,
      start: places[0] ?? 0,
      end: places[1] ?? 0,
    });
  const spoken = new Map<string, FolderSymbol>();
  for (const { speaker, person, start, end } of quotations) {
    if (speaker === undefined || person !== undefined) continue;
    const known = spoken.get(speaker);
    const mentions = (known?.mentions ?? 0) + 1;
    spoken.set(
      speaker,
      known ? { ...known, mentions } : { kind: 'speaker', uri, name: speaker, mentions, start, end },
    );
  }
  return [...symbols, ...spoken.values()];
}
