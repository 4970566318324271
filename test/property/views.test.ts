import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keep } from '../../server/annotations/kept.ts';
import type { LexiconRule } from '../../server/annotations/lexicon/rules.ts';
import type { Mark } from '../../server/annotations/mark.ts';
import { findSuggestions } from '../../server/annotations/suggestions.ts';
import { applyChanges, type Layer } from '../../server/marking/layer.ts';
import { createViews, judgedArticle } from '../../server/marking/view.ts';
import { readArticle } from '../support/reader.ts';

const TEXT = `Mayor Elena Duarte said on Tuesday that Brazil had paid. “Brazil waits,” Ms Duarte told Rui Lopes in Peru.

“We know what it costs,” Lopes said in March. Duarte thanked Brazil, and Lopes left for Kemet. Elena Duarte stayed.
`;
const article = readArticle(TEXT);
const suggestions = findSuggestions(article);
const RULES: readonly (readonly LexiconRule[])[] = [
  [],
  [
    { verdict: 'never', kind: 'person', words: 'Lopes', attributes: {}, line: 1 },
    { verdict: 'always', kind: 'country', words: 'Kemet', attributes: { code: 'EG' }, line: 2 },
  ],
];
const VERDICTS = ['accepted', 'rejected', 'corrected', 'added'] as const;

/** Some marks that are there after an act, by their numbers; what was there before under one of them is replaced. */
const act = fc.array(
  fc.record({
    id: fc.nat(9),
    place: fc.nat(suggestions.length - 1),
    longer: fc.nat(4),
    verdict: fc.constantFrom(undefined, ...VERDICTS),
    name: fc.constantFrom(undefined, 'Elena Duarte', 'Ana Lopes'),
  }),
  { minLength: 1, maxLength: 3 },
);

test('a view that is renewed beside each act is the one made anew, and so is the article as it is judged', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), fc.constantFrom(...RULES), (acts, rules) => {
      const renewed = createViews();
      let layer: Layer = { kept: [], base: '' };
      renewed(article, layer.kept, rules);
      for (const marks of acts) {
        const changes = marks.flatMap(({ id, place, longer, verdict, name }) => {
          const before = layer.kept.find(({ mark }) => mark.id === String(id));
          const after = verdict && keep(toMark(id, place, longer, verdict, name));
          return before || after ? [{ ...(before && { before }), ...(after && { after }) }] : [];
        });
        layer = applyChanges(layer, [...new Map(changes.map((change) => [idOf(change), change])).values()]);
        const own = renewed(article, layer.kept, rules);
        const fresh = createViews()(article, layer.kept, rules);
        assert.deepEqual(own.suggestions, fresh.suggestions);
        assert.deepEqual(own.withheld, fresh.withheld);
        assert.deepEqual(own.progress, fresh.progress);
        checkArticle(judgedArticle(own));
      }
    }),
    { numRuns: 300 },
  );
});

function idOf({ before, after }: { before?: { mark: Mark }; after?: { mark: Mark } }): string | undefined {
  return (before ?? after)?.mark.id;
}

function toMark(
  id: number,
  place: number,
  longer: number,
  verdict: Mark['verdict'],
  name: string | undefined,
): Mark {
  const { rule: _, ...suggestion } = suggestions[place] as (typeof suggestions)[0];
  const attributes = name === undefined ? suggestion.attributes : { ...suggestion.attributes, entity: name };
  const end = Math.min(TEXT.length, suggestion.end + longer);
  return { ...suggestion, attributes, end, id: String(id), verdict, annotator: '', created: '' };
}

/** What holds of every article: places in order and apart, and each index leads where it says. */
function checkArticle({
  people,
  entities,
  countries,
  dates,
  quotations,
}: ReturnType<typeof judgedArticle>): void {
  for (const mentions of [people, countries, dates])
    for (const [i, { start }] of mentions.entries()) assert.ok((mentions[i - 1]?.end ?? 0) <= start);
  for (const [index, { mentions, introduction }] of entities.entries()) {
    for (const mention of mentions) assert.equal(people[mention]?.entity, index);
    assert.ok(mentions.length === 0 ? introduction === -1 : mentions.includes(introduction));
  }
  for (const [index, { entity }] of people.entries())
    assert.ok(entity === undefined || entities[entity]?.mentions.includes(index));
  for (const { speaker } of quotations)
    assert.ok(speaker?.entity === undefined || entities[speaker.entity] !== undefined);
}
