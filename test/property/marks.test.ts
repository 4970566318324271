import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { likeness } from '../../server/annotations/anchor/likeness.ts';
import { followChange, type TextChange } from '../../server/annotations/follow.ts';
import {
  type Anchor,
  type AnchorState,
  isUnsettled,
  type Kept,
  keep,
  quote,
} from '../../server/annotations/kept.ts';
import type { Mark } from '../../server/annotations/mark.ts';
import { openSideFile } from '../../server/annotations/sideFile/open.ts';
import { parseSideFile } from '../../server/annotations/sideFile/parse.ts';
import { printSideFile } from '../../server/annotations/sideFile/print.ts';
import { type Span, slice } from '../../server/text/span.ts';
import { corpusNames, readGold } from '../support/corpus.ts';
import {
  changeNumbered,
  createNumbering,
  type NumberedText,
  type Owned,
  ownAfter,
  ownNow,
  trimmed,
} from '../support/marksModel.ts';

/** The full run: `NEWSMARK_EDITS=100000 npm run test:marks`. */
const EDITS = Number(process.env.NEWSMARK_EDITS ?? 600);
/** So many edits in the editor, or behind its back, from one known state to the next. */
const ROUND = 50;
const OUTSIDE = 20;

type Counts = Record<AnchorState | 'edits' | 'twins', number>;

const gold = corpusNames().map(readGold);
const text = gold.map((article) => article.text).join('\n');
const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** About five hundred marks: people, countries, dates and quotes with their speakers. */
function goldMarks(): readonly Mark[] {
  const marks: Mark[] = [];
  let offset = 0;
  for (const article of gold) {
    for (const { kind, start, end, numbers } of article.marks) {
      if (kind === 'speaker' || kind === 'cue' || kind === 'clause' || kind === 'country') continue;
      const speaker = article.marks.find(
        (other) => other.kind === 'speaker' && numbers.some((number) => other.numbers.includes(number)),
      );
      marks.push({
        ...{ id: `urn:x:${marks.length}`, kind, start: offset + start, end: offset + end, attributes: {} },
        parts: speaker ? { speaker: { start: offset + speaker.start, end: offset + speaker.end } } : {},
        ...{ verdict: 'accepted', annotator: 'anna', created: '2026-01-02T03:04:05Z' },
      });
    }
    offset += article.text.length + 1;
  }
  return marks;
}

/** One random act of somebody who edits: where, anywhere or beside a mark, how much is taken out and what is put in. */
const anyAct = fc.record({
  kind: fc.constantFrom('type', 'type', 'delete', 'word', 'replace', 'sentence', 'double', 'undo'),
  at: fc.noBias(fc.nat(999_999)),
  beside: fc.option(fc.integer({ min: -6, max: 6 }), { nil: undefined, freq: 2 }),
  length: fc.noBias(fc.nat(12)),
  word: fc.noBias(fc.nat(words.length - 1)),
});
type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never;

function toChange(text: string, marks: readonly Kept[], { kind, at, beside, length, word }: Act): TextChange {
  const { mark } = marks[at % marks.length] as Kept;
  const edge = at % 2 === 0 ? mark.start : mark.end;
  const place = beside === undefined ? Math.floor((at / 1_000_000) * text.length) : edge + beside;
  const start = Math.max(0, Math.min(place, text.length));
  const typed = words[word] as string;
  switch (kind) {
    case 'delete':
      return { start, end: Math.min(text.length, start + length), text: '' };
    case 'word':
      return { ...wordAt(text, start), text: length % 2 === 0 ? '' : typed };
    case 'replace':
      return { start, end: Math.min(text.length, start + length), text: typed };
    case 'sentence': {
      const from = text.lastIndexOf('. ', start) + 1;
      const until = text.indexOf('. ', start);
      return { start: from, end: until < from ? from : Math.min(until + 1, from + 300), text: '' };
    }
    case 'double': {
      const end = Math.min(text.length, start + length * 8);
      return { start: end, end, text: text.slice(start, end) };
    }
    default:
      return { start, end: start, text: length % 3 === 0 ? `${typed} ` : typed.slice(0, 3) };
  }
}

/** Whether something of what was there is still within the length of it. */
function isBeside({ numbers }: NumberedText, start: number, own: ReadonlySet<number>): boolean {
  return numbers.slice(Math.max(0, start - own.size), start + own.size * 2).some((number) => own.has(number));
}

function wordAt(text: string, offset: number): { start: number; end: number } {
  let [start, end] = [offset, offset];
  while (start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1] as string)) start--;
  while (end < text.length && /[\p{L}\p{N}]/u.test(text[end] as string)) end++;
  return { start, end };
}

it(`loses no mark and moves none silently to wrong words in ${EDITS} edits inside and outside the editor`, () => {
  const marks = goldMarks();
  assert.ok(marks.length >= 500, `${marks.length} marks`);
  const counts: Counts = { edits: 0, same: 0, moved: 0, changed: 0, ambiguous: 0, lost: 0, twins: 0 };
  fc.assert(
    fc.property(
      fc.array(anyAct, { minLength: 1, maxLength: ROUND, size: 'max' }),
      fc.constantFrom('in the editor', 'behind its back', 'by another version'),
      (acts, where) => {
        const number = createNumbering();
        const before = number(text);
        const kept = marks.map(keep);
        const own = where === 'in the editor' ? acts : acts.slice(0, OUTSIDE);
        counts.edits += own.length;
        if (where === 'in the editor') checkInside(kept, before, own, number);
        else checkOutside(kept, before, own, number, counts, where === 'behind its back');
      },
    ),
    { numRuns: Math.ceil(EDITS / (OUTSIDE - 1)), includeErrorInReport: true },
  );
  if (process.env.NEWSMARK_EDITS) console.log(counts);
});

/** Whether all of the text up to the end of a stretch, or all from its start on, is as it was. */
function isAsItWas(before: string, was: Span, now: string, is: Span): boolean {
  return before.slice(0, was.end) === now.slice(0, is.end) || before.slice(was.start) === now.slice(is.start);
}

/** Edits in the editor: each mark stays on just the code units it owns, and unsettled ones stay in the list. */
function checkInside(
  kept: readonly Kept[],
  before: NumberedText,
  acts: readonly Act[],
  number: (text: string) => NumberedText,
): void {
  let now = before;
  let marks = kept;
  let owned: readonly Owned[] = listStretches(kept).map((one) => ownNow(one, before));
  const done: { readonly change: TextChange; readonly removed: NumberedText }[] = [];
  for (const act of acts) {
    const last = act.kind === 'undo' ? done.pop() : undefined;
    const change = last?.change ?? trimmed(now.text, toChange(now.text, marks, act));
    const typed = last?.removed ?? number(change.text);
    if (!last) {
      const { start, end, text } = change;
      const removed = { text: now.text.slice(start, end), numbers: now.numbers.slice(start, end) };
      done.push({ change: { start, end: start + text.length, text: removed.text }, removed });
    }
    marks = followChange(marks, now.text, change);
    owned = owned.map((own) => ownAfter(own, now, change, typed));
    now = changeNumbered(now, change, typed);
    const stretches = listStretches(marks);
    owned = owned.map((own, i) => settleAgain(own, stretches[i] as Stretch, now));
  }
  const stretches = listStretches(marks);
  assert.deepEqual(
    stretches.map(({ id }) => id),
    listStretches(kept).map(({ id }) => id),
  );
  for (const [i, { id, start, end, anchor }] of stretches.entries()) {
    const own = owned[i] as Owned;
    assert.equal(isUnsettled({}, anchor), own.kind === 'unsettled', `${id} ${anchor.state}`);
    if (own.kind === 'placed') assert.deepEqual(new Set(now.numbers.slice(start, end)), own.numbers, id);
  }
}

/** A mark's own stretch, or one of its parts. */
interface Stretch extends Span {
  readonly id: string;
  readonly anchor: Anchor;
}

function listStretches(kept: readonly Kept[]): readonly Stretch[] {
  return kept.flatMap(({ mark, anchor, parts }) => [
    { id: mark.id, start: mark.start, end: mark.end, anchor },
    ...Object.entries(mark.parts).map(([role, span]) => {
      return { id: `${mark.id} ${role}`, ...span, anchor: parts[role] as Anchor };
    }),
  ]);
}

/** What was unsettled may be sure again where its very words stand. */
function settleAgain(owned: Owned, stretch: Stretch, now: NumberedText): Owned {
  if (owned.kind === 'placed' || isUnsettled({}, stretch.anchor)) return owned;
  assert.equal(slice(now.text, stretch), owned.words);
  return ownNow(stretch, now);
}

/**
 * Edits behind the editor's back: marks are read from the side file into a text they were not written for, or the editor
 * puts all of the other text in at once.
 */
function checkOutside(
  kept: readonly Kept[],
  before: NumberedText,
  acts: readonly Act[],
  number: (text: string) => NumberedText,
  counts: Counts,
  reopened: boolean,
): void {
  const side = printSideFile(kept, { name: 'x.article', text: before.text });
  // Of what was doubled each copy is as good as the other.
  const origins = new Map<number, number>();
  let now = before;
  for (const act of acts) {
    const change = trimmed(now.text, toChange(now.text, kept, act));
    const typed = number(change.text);
    if (act.kind === 'double')
      for (const [i, copy] of typed.numbers.entries()) {
        const copied = now.numbers[change.start - typed.text.length + i] as number;
        origins.set(copy, origins.get(copied) ?? copied);
      }
    now = changeNumbered(now, change, typed);
  }
  const opened = reopened
    ? openSideFile(parseSideFile(side), now.text)
    : followChange(kept, before.text, { start: 0, end: before.text.length, text: now.text });
  const found = new Map(listStretches(opened).map((one) => [one.id, one]));
  const origin = (number: number): number => origins.get(number) ?? number;
  for (const stretch of listStretches(kept)) {
    const { start, end, anchor } = found.get(stretch.id) ?? assert.fail(`${stretch.id} is gone`);
    counts[anchor.state]++;
    if (isUnsettled({}, anchor)) continue;
    const quoted = quote(before.text, stretch);
    const own = new Set(before.numbers.slice(stretch.start, stretch.end));
    if (!reopened && now.text.slice(start, end) !== quoted.words) {
      // One edit inside the mark: it has grown or shrunk as it does when somebody types there.
      const left = now.numbers.slice(start, end).filter((number) => own.has(number)).length;
      assert.ok(left > 0, 'other words');
      assert.equal(left, now.numbers.filter((number) => own.has(number)).length, 'other words');
      continue;
    }
    assert.equal(now.text.slice(start, end), quoted.words, 'other words');
    const there = now.numbers.slice(start, end).filter((number) => own.has(origin(number))).length;
    if (there === own.size) continue;
    // Words typed or left beside words just like them: the text that comes of it cannot tell which were there before.
    counts.twins++;
    const { before: left, after: right } = likeness(now.text, quoted, start);
    assert.ok(
      left + right >= 40 ||
        there * 2 >= own.size ||
        isBeside(now, start, own) ||
        (!reopened && isAsItWas(before.text, stretch, now.text, { start, end })),
      `${quoted.prefix}[${quoted.words}]${quoted.suffix} in ${now.text.slice(Math.max(0, start - 40), end + 40)}`,
    );
  }
}
