import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Source } from '../../server/training/corpus.ts';
import { dataFolder } from '../../server/training/data.ts';
import { trainNames } from '../../server/training/trainNames.ts';
import { NAME_TRAINING } from '../../server/training/workshop.ts';

// The lists of names that replace others come from the data folder.
const skip = dataFolder() ? false : 'there is no data folder';

it('the same seed gives the same bytes, another seed others', { skip }, () => {
  const train = (seed: number): Buffer => {
    const options = { ...NAME_TRAINING, buckets: 1 << 12, secondBuckets: 1 << 10, goldEpochs: 2, seed };
    const sections = trainNames(LISTS, SOURCES, options, () => {});
    return Buffer.concat([...sections.values()]);
  };
  const one = train(1);
  assert.ok(one.equals(train(1)));
  assert.ok(!one.equals(train(2)));
});

const LISTS = new Map([
  ['words', new Uint8Array()],
  ['phrases', new Uint8Array()],
  ['looks', new Uint8Array(1 << 17)],
]);

const SOURCES: readonly Source[] = [
  ['Mayor [Ada Okafor] met [Lars Brandt] in the harbour on Tuesday.', true],
  ['"We agree," [Brandt] said. Ms. [Okafor] did not.', true],
  ['The ferry of [Paul Lind] left late, and so did [Lind].', true],
  ['Reporters asked [Maria Solberg] about the bridge.', true],
  ['The bridge was closed, [Solberg] said on Friday.', false],
].map(([marked, gold], i): Source => {
  const entities: { start: number; end: number; type: string }[] = [];
  let text = '';
  for (const [, name, plain = ''] of String(marked).matchAll(/\[([^\]]*)\]|([^[]+)/gu)) {
    if (name) entities.push({ start: text.length, end: text.length + name.length, type: 'PERSON' });
    text += name ?? plain;
  }
  return { record: { id: String(i), text, entities }, gaps: {}, weight: 1, gold: gold === true };
});
