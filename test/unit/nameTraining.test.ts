import assert from 'node:assert/strict';
import { it } from 'node:test';
import { LOOKS, readLook } from '../../server/analysis/tagger/looks.ts';
import { learnLooks } from '../../server/training/looks.ts';
import { createRandom } from '../../server/training/random.ts';
import { makeWordPool, replaceWords } from '../../server/training/replaceWords.ts';

it('words of open text are replaced by rare ones, names and common words are not', () => {
  const frequent = Array.from({ length: 800 }, (_, i) => `w${toLetters(i)}ing `.repeat(10)).join('');
  const pool = makeWordPool([`${frequent} harvesting lanterning Gathering`]);
  const others = new Map<string, string>();
  const text = `Kim waaaing whhbing whjjing went to a Harvesting`;
  const replaced = replaceWords(createRandom(1), text, pool, 1, others);
  assert.notEqual(replaced, text);
  assert.match(replaced, /^Kim .* to a Harvesting$/u);
  assert.ok(others.size > 0);
  for (const [word, other] of others) assert.equal(other.slice(-2), word.slice(-2));
  assert.equal(replaceWords(createRandom(9), text, pool, 1, others), replaced);
});

it('a word that nobody knows looks like what its letters are common in', () => {
  const lists = {
    common: new Set(['walking', 'talking', 'baking', 'making', 'asking', 'taking']),
    given: new Set(['anna', 'hanna', 'joanna', 'dianna']),
    surname: new Set(['petrov', 'ivanov', 'smirnov', 'volkov']),
    place: new Set(['hamburg', 'salzburg', 'freiburg', 'augsburg']),
  };
  const weights = learnLooks(createRandom(1), lists);
  const best = (word: string): string => LOOKS[(readLook(weights, word) - 1) % 4] ?? '';
  assert.equal(best('raking'), 'common');
  assert.equal(best('rosanna'), 'given');
  assert.equal(best('kuznov'), 'surname');
  assert.equal(best('magdeburg'), 'place');
});

function toLetters(number: number): string {
  return String.fromCharCode(
    97 + Math.floor(number / 100),
    97 + (Math.floor(number / 10) % 10),
    97 + (number % 10),
  );
}
