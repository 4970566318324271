import type { Annotation } from './annotation.ts';

/** Gives marks ids by format, kind and place: the same when the same file is read again, and never one twice. */
export function createIds(format: string): (mark: Pick<Annotation, 'kind' | 'start' | 'end'>) => string {
  const counts = new Map<string, number>();
  return ({ kind, start, end }) => {
    const own = `${format}:${encodeURIComponent(kind.replace(/\p{Surrogate}/gu, '_'))}:${start}-${end}`;
    const count = (counts.get(own) ?? 0) + 1;
    counts.set(own, count);
    return count === 1 ? own : `${own}:${count}`;
  };
}

/** The own part of an id that was given by files of a format: `doccano:12` → `12`. */
export function ownId(format: string, id: string | undefined): string | undefined {
  return id?.startsWith(`${format}:`) ? id.slice(format.length + 1) : undefined;
}

/** Names of articles that a file does not name: the file's own, numbered where it has several. */
export function nameArticle(file: string, index: number, count: number): string {
  return count === 1 ? file : `${file}-${String(index + 1).padStart(String(count).length, '0')}`;
}
