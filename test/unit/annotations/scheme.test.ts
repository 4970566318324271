import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { configureBrat } from '../../../server/annotations/formats/brat/config.ts';
import { configureLabelStudio } from '../../../server/annotations/formats/labelStudio/config.ts';
import { applyRules } from '../../../server/annotations/lexicon/apply.ts';
import { neverKinds } from '../../../server/annotations/lexicon/rules.ts';
import { problemInWords, readScheme } from '../../../server/annotations/scheme/readScheme.ts';
import {
  DEFAULT_SCHEME,
  kindOf,
  SCHEME_FILE,
  SCHEME_KEYS,
} from '../../../server/annotations/scheme/scheme.ts';
import { findSuggestions } from '../../../server/annotations/suggestions.ts';
import { readArticle } from '../../support/reader.ts';

function read(file: unknown) {
  const reading = readScheme(typeof file === 'string' ? file : JSON.stringify(file));
  assert.equal(reading.kind, 'read', JSON.stringify(reading));
  return reading.kind === 'read' ? reading.scheme : DEFAULT_SCHEME;
}

function refused(file: unknown): string {
  const reading = readScheme(typeof file === 'string' ? file : JSON.stringify(file));
  return reading.kind === 'refused' ? problemInWords(reading.problem) : 'read';
}

test('own kinds come behind those of Newsmark, or in their place', () => {
  const ship = {
    name: 'ship',
    title: 'Ship',
    key: 'b',
    attributes: [{ name: 'flag', values: ['PA', 'LR'] }],
  };
  assert.deepEqual(
    read({ kinds: [ship] }).kinds.map(({ name }) => name),
    ['person', 'country', 'date', 'quote', 'ship'],
  );
  assert.deepEqual(read({ defaults: false, kinds: [ship] }).kinds, [{ ...ship, parts: [] }]);
  assert.deepEqual(read('\ufeff{}'), DEFAULT_SCHEME);
});

test('a kind of Newsmark keeps what it has', () => {
  const scheme = read({
    kinds: [
      { name: 'quote', title: 'Speech', attributes: [{ name: 'tone', values: ['calm'] }], parts: ['hearer'] },
    ],
  });
  const quote = kindOf(scheme, 'quote');
  assert.deepEqual([quote?.title, quote?.key, quote?.parts], ['Speech', 'q', ['speaker', 'cue', 'hearer']]);
  assert.deepEqual(
    quote?.attributes.map(({ name }) => name),
    ['quotation', 'entity', 'stance', 'tone'],
  );
});

test('a broken scheme is refused with the place and the reason', () => {
  assert.match(refused('{\n  "kinds": [\n    nothing'), /^line [23]: not JSON/u);
  assert.equal(refused('[]'), 'file: not an object: []');
  assert.equal(refused({ kind: [] }), 'file: unknown field: kind');
  assert.equal(refused({ kinds: {} }), 'kinds: not a list: {}');
  assert.equal(refused({ defaults: 'no' }), 'defaults: not true or false: no');
  assert.equal(refused({ kinds: [{ name: 'a b' }] }), 'kinds[0].name: not a name: a b');
  assert.equal(refused({ kinds: [{ name: 'a' }, { name: 'a' }] }), 'kinds[1].name: named twice: a');
  assert.equal(refused({ kinds: [{ name: 'a', key: 'p' }] }), 'kinds[0].key: no key for kinds: p');
  assert.equal(
    refused({
      kinds: [
        { name: 'a', key: 'b' },
        { name: 'c', key: 'b' },
      ],
    }),
    'kinds[1].key: key used twice: b',
  );
  assert.equal(
    refused({ kinds: [{ name: 'a', attributes: [{ name: 'x', values: [1] }] }] }),
    'kinds[0].attributes[0].values[0]: not a text: 1',
  );
  assert.equal(refused({ kinds: [{ name: 'a', color: 'red' }] }), 'kinds[0]: unknown field: color');
});

test('the JSON schema that editors check the file by knows the same keys', () => {
  const root = path.join(import.meta.dirname, '../../..');
  const { jsonValidation } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).contributes;
  assert.deepEqual(
    jsonValidation.map(({ fileMatch }: { fileMatch: string }) => fileMatch),
    [SCHEME_FILE],
  );
  const schema = JSON.parse(readFileSync(path.join(root, jsonValidation[0].url), 'utf8'));
  assert.deepEqual(schema.properties.kinds.items.properties.key.enum, SCHEME_KEYS);
});

test('of kinds that a scheme leaves out nothing is suggested', () => {
  const article = readArticle('Brazil paid on Tuesday.');
  const suggestions = findSuggestions(article);
  const { suggestions: left, withheld } = applyRules(neverKinds(['date']), suggestions, article);
  assert.deepEqual(
    [suggestions, left, withheld].map((some) => some.map(({ kind }) => kind)),
    [['country', 'date'], ['country'], ['date']],
  );
});

test('brat and Label Studio are set up for the kinds of the scheme', () => {
  const scheme = read({
    defaults: false,
    kinds: [{ name: 'ship', attributes: [{ name: 'flag', values: ['LR', 'PA'] }], parts: ['port'] }],
  });
  const [annotation] = configureBrat([], scheme);
  assert.match(annotation?.content ?? '', /\[entities\]\n\nShip\nPort\n/u);
  assert.match(annotation?.content ?? '', /Port\tArg1:Ship, Arg2:Port\n/u);
  assert.match(annotation?.content ?? '', /Flag\tArg:Ship, Value:LR\|PA\n/u);
  const [settings] = configureLabelStudio([], scheme);
  assert.match(settings?.content ?? '', /<Label value="ship"\/>\n {4}<Label value="port"\/>/u);
  assert.match(settings?.content ?? '', /<TextArea name="flag"/u);
});
