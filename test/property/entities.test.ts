import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { joinEntities } from '../../server/analysis/entities.ts';
import type { FoundPerson } from '../../server/analysis/people.ts';
import { readArticle } from '../support/reader.ts';

const part = fc.constantFrom(
  'Kim',
  'Jong-un',
  'Ellen',
  'Clinton',
  'Bill',
  'Hillary',
  'van',
  'J.',
  'Jr.',
  '!',
  'Kims',
);
const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const filler = fc.constantFrom(' and ', '. She said ', ' told Mr. ', ', his wife ', ' of the ', '\n\n');

test('every mention has one entity, or several that fit it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(filler, name), { maxLength: 30 }), (pieces) => {
      const { people, entities } = join(pieces);
      for (const [i, { entity, candidates }] of people.entries())
        if (entity === undefined) assert.ok(candidates.length > 1);
        else {
          assert.deepEqual(candidates, []);
          assert.ok(entities[entity]?.mentions.includes(i));
        }
      for (const { name: own, mentions, introduction } of entities) {
        assert.ok(mentions.includes(introduction) && own !== '');
        assert.deepEqual(
          mentions,
          mentions.toSorted((a, b) => a - b),
        );
      }
    }),
    { numRuns: 200 },
  );
});

function join(pieces: readonly (readonly [string, string])[]): ReturnType<typeof joinEntities> {
  const found: FoundPerson[] = [];
  let text = '';
  for (const [before, own] of pieces) {
    text += before;
    found.push({ kind: 'person', start: text.length, end: text.length + own.length, evidence: [] });
    text += own;
  }
  return joinEntities(readArticle(text).paragraphs, found);
}
