import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const file = path.join(import.meta.dirname, '../../syntaxes/language-configuration.json');
const { wordPattern } = JSON.parse(readFileSync(file, 'utf8'));
const wordsOf = (text: string) => text.match(new RegExp(wordPattern.pattern, wordPattern.flags));

test('names with apostrophes, hyphens and full stops are one word', () => {
  assert.deepEqual(wordsOf("O'Neill, D’Angelo and Kim Jong-un of the U.S. met"), [
    "O'Neill",
    'D’Angelo',
    'and',
    'Kim',
    'Jong-un',
    'of',
    'the',
    'U.S.',
    'met',
  ]);
});

test('the possessive and quotation marks do not belong to the word', () => {
  assert.deepEqual(wordsOf("Kim’s ‘plan’, the Kims' house, don't"), [
    'Kim',
    's',
    'plan',
    'the',
    'Kims',
    'house',
    "don't",
  ]);
});

test('numbers keep their points; compounds of an abbreviation fall apart', () => {
  assert.deepEqual(wordsOf('U.S.-South, 1,000.5 and José'), ['U.S.', 'South', '1,000.5', 'and', 'José']);
});
