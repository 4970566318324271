import type { PlainParagraph, ReadParagraph } from '../reading.ts';
import { type Contribution, findContribution } from './documentNames.ts';
import { createDocumentTally, type DocumentTally } from './documentTally.ts';
import { type FirstPass, readFirst } from './firstPass.ts';
import { type Mended, mendCuts } from './joints.ts';
import type { Model } from './model.ts';
import { NAME_KINDS, type NameKind } from './nameLabels.ts';
import { type NameTagger, toNameTagger } from './nameTagger.ts';
import { type Name, OUTSIDE, readSecond } from './secondPass.ts';
import { createSettler, type Settled } from './settleNames.ts';

/** What the first pass of the tagger knows of a paragraph. */
export interface NameReading {
  /** The label of each token by the first pass: an index into NAME_LABELS. */
  readonly labels: Uint8Array;
  readonly first: FirstPass;
  readonly contribution: Contribution;
}

/** The share of a kind of name at a token as the first pass sees it, 0 to 1. */
export function shareOf({ first }: NameReading, token: number, kind: NameKind): number {
  return (first.shares[token * NAME_KINDS.length + NAME_KINDS.indexOf(kind)] ?? 0) / 255;
}

/** First pass: the paragraph alone. */
export function readNames(model: Model, paragraph: PlainParagraph): NameReading {
  const first = readFirst(toNameTagger(model), paragraph);
  return { labels: first.labels, first, contribution: findContribution(first) };
}

/**
 * The names of each paragraph of an article, in order of place, not overlapping: the same list as long as they stay as
 * they are, and no list for two paragraphs. A name that goes on behind a cut of its line belongs to the paragraph before
 * the cut, with the tokens there, and ends behind the end of that paragraph.
 */
export type RelateNames = (paragraphs: readonly ReadParagraph[]) => readonly (readonly Name[])[];

/**
 * Second pass, remembered from one version of an article to the next: the names of the whole article, settled. Only
 * paragraphs of whose words the article says something else than before are read again.
 */
export function createNameRelater(model: Model): RelateNames {
  const tagger = toNameTagger(model);
  const tally = createDocumentTally();
  const settle = createSettler();
  let entries: readonly Entry[] = [];
  return (paragraphs) => {
    entries = renew(tally, entries, mendCuts(tagger, paragraphs));
    readAgain(tagger, tally, entries, paragraphs);
    settle(paragraphs, entries);
    joinCuts(paragraphs, entries);
    return entries.map(({ given }) => given);
  };
}

/** What was last found in a paragraph. */
interface Entry extends Settled {
  readonly mended: Mended;
  /** The label in front of it where its line goes on, and that of its last token. */
  before: number;
  last: number;
  /** The names as they were last given, what they were made from, and where the last of them ended behind a cut. */
  given: readonly Name[];
  from: readonly Name[] | undefined;
  cutEnd: number | undefined;
}

/** The entries of the paragraphs: those before and behind what has changed are the old ones. */
function renew(tally: DocumentTally, old: readonly Entry[], mended: readonly Mended[]): readonly Entry[] {
  const shorter = Math.min(old.length, mended.length);
  const isSame = (a: number, b: number): boolean => old[a]?.mended.contribution === mended[b]?.contribution;
  let head = 0;
  while (head < shorter && isSame(head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(old.length - 1 - tail, mended.length - 1 - tail)) tail++;
  const out = old.slice(head, old.length - tail);
  const by = mended.slice(head, mended.length - tail).map(createEntry);
  tally.replace(
    out.map((entry) => entry.mended.contribution),
    by.map((entry) => entry.mended.contribution),
  );
  return old.slice(0, head).concat(by, old.slice(old.length - tail));
}

function createEntry(mended: Mended): Entry {
  return {
    mended,
    names: NO_NAMES,
    settled: NO_NAMES,
    counted: NO_NAMES,
    people: [],
    isCut: false,
    turn: 0,
    before: UNREAD,
    last: OUTSIDE,
    given: NO_NAMES,
    from: undefined,
    cutEnd: undefined,
  };
}

/** No label stands in front of a paragraph that has not been read yet. */
const UNREAD = -1;
const NO_NAMES: readonly Name[] = [];

/** The second pass over each paragraph of which something may be read otherwise than before. */
function readAgain(
  tagger: NameTagger,
  tally: DocumentTally,
  entries: readonly Entry[],
  paragraphs: readonly ReadParagraph[],
): void {
  let label = OUTSIDE;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry;
    const { reading, continues } = paragraphs[i] as ReadParagraph;
    const before = continues ? label : OUTSIDE;
    if (entry.before !== before || tally.hasChanged(entry.mended.contribution)) {
      const { names, last } = readSecond(tagger, tally, reading, entry.mended.first, before);
      Object.assign(entry, { names, last, before });
    }
    label = entry.last;
  }
}

/** Gives names that go on behind a cut their ends; where nothing has changed the lists stay the same. */
function joinCuts(paragraphs: readonly ReadParagraph[], entries: readonly Entry[]): void {
  // Where the name ends that goes on behind the end of the paragraph; offset into the text.
  let end: number | undefined;
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i] as Entry;
    const { start } = paragraphs[i] as ReadParagraph;
    const cutEnd = end === undefined ? undefined : end - start;
    const [first] = entry.settled;
    if (entry.from !== entry.settled || entry.cutEnd !== cutEnd)
      Object.assign(entry, { given: joinCut(entry.settled, cutEnd), from: entry.settled, cutEnd });
    const isWhole = entry.settled.length === 1 && end !== undefined;
    if (first?.goesOn) end = isWhole ? end : start + first.end;
    else end = undefined;
  }
}

function joinCut(names: readonly Name[], cutEnd: number | undefined): readonly Name[] {
  const own = names.filter(({ goesOn }) => !goesOn);
  const last = own.at(-1);
  return cutEnd !== undefined && last ? [...own.slice(0, -1), { ...last, end: cutEnd }] : own;
}
