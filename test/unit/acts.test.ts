import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, act } from '../../server/annotations/acts/act.ts';
import { type Kept, keep } from '../../server/annotations/kept.ts';
import type { Mark } from '../../server/annotations/mark.ts';
import type { Suggestion } from '../../server/annotations/suggestions.ts';
import type { Span } from '../../server/text/span.ts';

const TEXT = 'Mr Ito met Ana Silva of Peru on Monday. Peru thanked Ito.';

test('a cursor means the smallest target around it', () => {
  const quote = suggest('quote', 'Ito met Ana Silva', {});
  const ito = suggest('person', 'Ito', { entity: 'Ito' });
  assert.deepEqual(run({ suggestions: [quote, ito] }, { kind: 'accept' }, [at('Ito', 1)]), [
    'accepted person Ito',
  ]);
  assert.deepEqual(run({ suggestions: [quote, ito] }, { kind: 'accept' }, [at('met', 1)]), [
    'accepted quote Ito met Ana Silva',
  ]);
});

test('accepting keeps what a person said before; rejecting takes away what was added', () => {
  const added = kept({ kind: 'person', words: 'Ito', verdict: 'added' });
  assert.deepEqual(run({ kept: [added] }, { kind: 'accept' }, [at('Ito', 1)]), []);
  assert.deepEqual(run({ kept: [added] }, { kind: 'reject' }, [at('Ito', 1)]), ['gone']);
  const rejected = kept({ kind: 'person', words: 'Ito', verdict: 'rejected' });
  assert.deepEqual(run({ kept: [rejected] }, { kind: 'accept' }, [at('Ito', 1)]), ['accepted person Ito']);
});

test('one key at several selections makes several marks', () => {
  assert.deepEqual(run({}, { kind: 'mark', as: 'person' }, [at('Ito'), at(' Ana Silva ')]), [
    'added person Ito',
    'added person Ana Silva',
  ]);
  assert.deepEqual(run({}, { kind: 'mark', as: 'date' }, [at('Monday', 2)]), ['added date Monday']);
  assert.deepEqual(run({}, { kind: 'mark', as: 'date' }, [{ start: 2, end: 3 }]), []);
});

test('another kind corrects, the same kind accepts', () => {
  const ito = suggest('person', 'Ito', { entity: 'Ito' });
  assert.deepEqual(run({ suggestions: [ito] }, { kind: 'mark', as: 'country' }, [at('Ito', 1)]), [
    'corrected country Ito',
  ]);
  assert.deepEqual(run({ suggestions: [ito] }, { kind: 'mark', as: 'person' }, [at('Ito', 1)]), [
    'accepted person Ito',
  ]);
});

test('marks nest: a selection inside a mark is a mark of its own', () => {
  const quote = suggest('quote', 'Ito met Ana Silva', {});
  assert.deepEqual(run({ suggestions: [quote] }, { kind: 'mark', as: 'person' }, [at('Ana Silva')]), [
    'added person Ana Silva',
  ]);
});

test('edges move by words, never past each other', () => {
  const silva = suggest('person', 'Silva', { entity: 'Silva' });
  const out: Act = { kind: 'resize', edge: 'start', words: 1 };
  assert.deepEqual(run({ suggestions: [silva] }, out, [at('Silva', 1)]), ['corrected person Ana Silva']);
  const full = suggest('person', 'Ana Silva', {});
  const within: Act = { kind: 'resize', edge: 'end', words: -1 };
  assert.deepEqual(run({ suggestions: [full] }, within, [at('Silva', 1)]), ['corrected person Ana']);
  assert.deepEqual(run({ suggestions: [silva] }, within, [at('Silva', 1)]), []);
  const ending = suggest('person', 'Ito.', {});
  assert.deepEqual(run({ suggestions: [ending] }, { ...within, words: 1 }, [at('Ito.', 1)]), []);
});

test('all alike are judged at once, what is judged already is left', () => {
  const [first, second] = [suggest('country', 'Peru', PERU), suggest('country', 'Peru', PERU, 1)];
  const rejected = kept({ kind: 'country', words: 'Peru', verdict: 'rejected', nth: 1 });
  assert.deepEqual(run({ suggestions: [first, second] }, { kind: 'accept alike' }, [at('Peru', 1)]), [
    'accepted country Peru',
    'accepted country Peru',
  ]);
  assert.deepEqual(
    run({ suggestions: [first], kept: [rejected] }, { kind: 'accept alike' }, [at('Peru', 1)]),
    ['accepted country Peru'],
  );
});

test('a flag of doubt goes on and off and leaves the verdict', () => {
  const sure = kept({ kind: 'person', words: 'Ito', verdict: 'corrected' });
  assert.deepEqual(run({ kept: [sure] }, { kind: 'doubt' }, [at('Ito', 1)]), ['corrected? person Ito']);
  const unsure = kept({ kind: 'person', words: 'Ito', verdict: 'corrected', unsure: true });
  assert.deepEqual(run({ kept: [unsure] }, { kind: 'doubt' }, [at('Ito', 1)]), ['corrected person Ito']);
  assert.deepEqual(run({ kept: [unsure] }, { kind: 'accept' }, [at('Ito', 1)]), ['corrected person Ito']);
});

test('a judgement is taken back', () => {
  const mark = kept({ kind: 'person', words: 'Ito', verdict: 'rejected' });
  assert.deepEqual(run({ kept: [mark] }, { kind: 'forget' }, [at('Ito', 1)]), ['gone']);
  assert.deepEqual(
    run({ suggestions: [suggest('person', 'Ito', {})] }, { kind: 'forget' }, [at('Ito', 1)]),
    [],
  );
});

test('the same person is said of marks and suggestions alike', () => {
  const [ito, other] = [
    suggest('person', 'Ito', { entity: 'Ito' }),
    suggest('person', 'Ito', { entity: 'Ito' }, 1),
  ];
  const changes = act(acting({ suggestions: [ito, other] }), { kind: 'same person', name: 'Ken Ito' }, [
    at('Ito', 1),
  ]);
  assert.deepEqual(
    changes.map(({ after }) => after?.mark.attributes.entity),
    ['Ken Ito', 'Ken Ito'],
  );
});

const PERU = { code: 'PE', form: 'name' };

interface Given {
  readonly kept?: readonly Kept[];
  readonly suggestions?: readonly Suggestion[];
}

function acting({ kept = [], suggestions = [] }: Given) {
  let ids = 0;
  return {
    text: TEXT,
    kept,
    suggestions,
    annotator: 'ana',
    time: '2024-01-01T00:00:00Z',
    createId: () => `new${ids++}`,
    describe: () => ({}),
  };
}

function run(given: Given, what: Act, selections: readonly Span[]): readonly string[] {
  return act(acting(given), what, selections).map(({ after }) => {
    if (!after) return 'gone';
    const { verdict, unsure, kind, start, end } = after.mark;
    return `${verdict}${unsure ? '?' : ''} ${kind} ${TEXT.slice(start, end)}`;
  });
}

/** The words in the text, or a cursor so many units into them. */
function at(words: string, cursor?: number, nth = 0): Span {
  let start = TEXT.indexOf(words);
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1);
  return cursor === undefined
    ? { start, end: start + words.length }
    : { start: start + cursor, end: start + cursor };
}

function suggest(kind: string, words: string, attributes: Mark['attributes'], nth = 0): Suggestion {
  return { ...at(words, undefined, nth), kind, attributes, parts: {} };
}

function kept(given: {
  kind: string;
  words: string;
  verdict: Mark['verdict'];
  unsure?: true;
  nth?: number;
}): Kept {
  const { kind, words, nth, ...rest } = given;
  return keep({
    ...suggest(kind, words, {}, nth),
    id: `${kind}${words}${nth}`,
    annotator: 'bo',
    created: '2023-01-01T00:00:00Z',
    ...rest,
  });
}
