import { keep } from '../../server/annotations/kept.ts';
import type { Mark } from '../../server/annotations/mark.ts';
import { printSideFile } from '../../server/annotations/sideFile/print.ts';

/** Makes marks of an annotator on the first place of some words: `of('anna')('person', 'Kim', { entity: 'Kim' })`. */
export function marksIn(text: string): (annotator: string) => MakeMark {
  return (annotator) =>
    (kind, words, more = {}) => {
      const start = text.indexOf(words);
      if (start === -1) throw new Error(`${words} is not in the text`);
      const { speaker, ...attributes } = more;
      const at = speaker === undefined ? -1 : text.indexOf(speaker);
      return {
        id: `urn:${annotator}:${kind}:${words}`,
        ...{ start, end: start + words.length, kind, attributes, verdict: 'added', annotator },
        parts: speaker === undefined ? {} : { speaker: { start: at, end: at + speaker.length } },
        created: '2026-01-01T00:00:00.000Z',
      };
    };
}

type MakeMark = (kind: string, words: string, more?: Readonly<Record<string, string>>) => Mark;

/** The side file of marks of an article. */
export function sideFileOf(name: string, text: string, marks: readonly Mark[]): string {
  return printSideFile(marks.map(keep), { name, text });
}
