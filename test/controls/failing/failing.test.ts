import { assert } from 'chai';

suite('a control', () => {
  test('that passes', () => assert.ok(true));
  test('that fails', () => assert.ok(false));
});
