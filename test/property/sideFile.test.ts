import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createCodePoints } from '../../server/annotations/codePoints.ts';
import { type Kept, keep } from '../../server/annotations/kept.ts';
import type { Mark } from '../../server/annotations/mark.ts';
import { mergeMarks } from '../../server/annotations/merge.ts';
import { openSideFile } from '../../server/annotations/sideFile/open.ts';
import { parseSideFile } from '../../server/annotations/sideFile/parse.ts';
import { printSideFile } from '../../server/annotations/sideFile/print.ts';
import { anyText } from '../support/anyText.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyMark = fc.record({
  id: fc.stringMatching(/^[a-z]{8}$/u),
  kind: fc.constantFrom('person', 'date', 'quote', 'ship'),
  verdict: fc.constantFrom('accepted', 'rejected', 'corrected', 'added'),
  attributes: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/u), fc.string({ unit: 'binary' }), {
    maxKeys: 2,
    noNullPrototype: true,
  }),
  annotator: fc.string(),
  created: fc.constantFrom('2026-01-02T03:04:05Z', '2026-02-03T04:05:06Z'),
  modified: fc.option(fc.constantFrom('2026-03-02T03:04:05Z', '2026-03-03T04:05:06Z'), { nil: undefined }),
  note: fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
  unsure: fc.constantFrom(undefined, true as const),
  places: fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 3 }),
});
type AnyMark = typeof anyMark extends fc.Arbitrary<infer Value> ? Value : never;

/** The mark in a text, between two of its characters; undefined where the text has none. */
function place({ places, modified, note, unsure, ...rest }: AnyMark, text: string): Mark | undefined {
  const edges = [0];
  for (const character of text) edges.push((edges.at(-1) as number) + character.length);
  if (edges.length < 2) return undefined;
  const [own, ...others] = places.map(([a, b]) => {
    const first = Math.floor(a * (edges.length - 2));
    const last = first + 1 + Math.floor(b * (edges.length - 2 - first));
    return { start: edges[first] as number, end: edges[last] as number };
  });
  return {
    ...rest,
    ...(own as { start: number; end: number }),
    parts: Object.fromEntries(others.map((span, i) => [`part${i}`, span])),
    ...(modified !== undefined && { modified }),
    ...(note !== undefined && { note }),
    ...(unsure !== undefined && { unsure }),
  };
}

const marked = fc
  .record({ text: anyText, marks: fc.uniqueArray(anyMark, { selector: ({ id }) => id, maxLength: 8 }) })
  .map(({ text, marks }) => ({ text, marks: marks.flatMap((own) => place(own, text) ?? []) }));

describe('the side file', () => {
  it('gives back any marks of any text', () => {
    fc.assert(
      fc.property(marked, ({ text, marks }) => {
        const file = parseSideFile(printSideFile(marks.map(keep), { name: 'x.article', text }));
        assert.deepEqual(file.problems, []);
        const opened = openSideFile(file, text);
        const byId = (a: Mark, b: Mark): number => (a.id < b.id ? -1 : 1);
        assert.deepEqual(opened.map(({ mark }) => mark).sort(byId), marks.toSorted(byId));
      }),
      { numRuns: 300 },
    );
  });

  it('reads any lines, and keeps those it cannot read', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom('{"type":"Annotation"}', '{"newsmark:version":1}', '=======', '{"id":3,"body":[null]}'),
    );
    fc.assert(
      fc.property(fc.array(line), anyText, (lines, text) => {
        const file = parseSideFile(lines.join('\n'));
        const unread = file.lines.flatMap((own) => (own.kind === 'unread' ? [own.line] : []));
        const printed = printSideFile(openSideFile(file, text), { name: 'x', text }, file);
        assert.equal(printed.endsWith(`${unread.map((own) => own + file.lineEnd).join('')}`), true);
      }),
    );
  });
});

it('offsets are the same after being counted in code points and back', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { toPoints, toUnits } = createCodePoints(text);
      let [unit, point] = [0, 0];
      for (const character of text) {
        assert.deepEqual([toPoints(unit), toUnits(point)], [point, unit]);
        unit += character.length;
        point++;
      }
      assert.deepEqual([toPoints(unit), toUnits(point)], [point, unit]);
    }),
  );
});

it('merging loses no mark that both sides have, and none that one of them has made', () => {
  const text = 'x'.repeat(60);
  const side = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), note: fc.constantFrom('1', '2', '3') }),
    { selector: ({ id }) => id },
  );
  const toKept = ({ id, note }: { id: string; note: string }): Kept =>
    keep({
      ...{ id, note, kind: 'person', start: 0, end: 3, attributes: {}, parts: {}, verdict: 'accepted' },
      ...{ annotator: '', created: note },
    });
  fc.assert(
    fc.property(side, side, side, (base, ours, theirs) => {
      const { kept } = mergeMarks(text, base.map(toKept), ours.map(toKept), theirs.map(toKept));
      const has = (list: readonly { id: string }[], id: string): boolean => list.some((own) => own.id === id);
      for (const id of ['a', 'b', 'c', 'd']) {
        const there = kept.filter(({ mark }) => mark.id === id).length;
        if (has(ours, id) && has(theirs, id)) assert.equal(there, 1, id);
        else if (!has(base, id)) assert.equal(there, has(ours, id) || has(theirs, id) ? 1 : 0, id);
      }
      const turned = mergeMarks(text, base.map(toKept), theirs.map(toKept), ours.map(toKept));
      assert.deepEqual(
        turned.kept.map(({ mark }) => mark),
        kept.map(({ mark }) => mark),
      );
    }),
  );
});
