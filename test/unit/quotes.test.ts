import { describe, it } from 'node:test';
import { check } from '../support/check.ts';

describe('quotations of edited text', () => {
  const texts = [
    '[[speaker #1: The minister]] [[cue #1: said]] that [[quote indirect #1: the bridge would open in May]].',
    '[[quote direct #1: "The bridge is safe,"]] [[cue #1: said]] [[speaker #1: the engineer]].',
    '[[quote indirect #1: The bridge is safe]], [[cue #1: according to]] [[speaker #1: the engineer]].',
  ];
  for (const text of texts) it(text, () => check(text, { only: ['quote'] }));
});

describe('text without quotations', () => {
  const texts = [
    'The bridge opened in May.',
    "The officers' mess was 12' wide.",
    'They called the bridge a gift.',
  ];
  for (const text of texts) it(text, () => check(text, { only: ['quote'] }));
});
