import assert from 'node:assert/strict';
import type { Article } from '../../server/analysis/types.ts';
import type { Span } from '../../server/text/span.ts';

/** Holds an article to what its types promise: spans inside the text, in order, indices that lead somewhere. */
export function assertSound(article: Article): void {
  const { text, people, countries, dates, entities, quotations, strayMarks, paragraphs } = article;
  for (const spans of [people, countries, dates, paragraphs]) assertApart(spans, text);
  for (const spans of [quotations, strayMarks]) assertInOrder(spans, text);
  for (const [i, person] of people.entries()) {
    if (person.title) assertInside(person.title, text);
    if (person.entity === undefined) continue;
    assert.ok(entities[person.entity]?.mentions.includes(i), `mention ${i} is not with its entity`);
  }
  for (const { candidates } of people) for (const candidate of candidates) assert.ok(entities[candidate]);
  for (const [i, { mentions, introduction, name }] of entries(entities)) {
    assert.notEqual(name, '');
    assert.ok(mentions.includes(introduction), `entity ${i} is not introduced by a mention of it`);
    for (const mention of mentions) assert.equal(people[mention]?.entity, i);
  }
  for (const { speaker, cue, candidates } of quotations) {
    for (const span of [speaker, cue, ...candidates]) if (span) assertInside(span, text);
    if (speaker?.entity !== undefined) assert.ok(entities[speaker.entity]);
  }
}

function entries<T>(items: readonly T[]): [number, T][] {
  return [...items.entries()];
}

function assertInside({ start, end }: Span, text: string): void {
  assert.ok(0 <= start && start < end && end <= text.length, `${start}–${end} of ${text.length}`);
}

function assertInOrder(spans: readonly Span[], text: string): void {
  let last = 0;
  for (const span of spans) {
    assertInside(span, text);
    assert.ok(last <= span.start, `${span.start} after ${last}`);
    last = span.start;
  }
}

function assertApart(spans: readonly Span[], text: string): void {
  assertInOrder(spans, text);
  for (const [i, span] of spans.entries())
    assert.ok((spans[i - 1]?.end ?? 0) <= span.start, `${span.start} lies in the span before it`);
}
