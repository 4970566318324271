import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../../../server/annotations/formats/annotation.ts';
import { readBrat } from '../../../../server/annotations/formats/readBrat.ts';
import { writeBrat } from '../../../../server/annotations/formats/writeBrat.ts';

const TEXT = '🗞 Kim of North\r\nKorea said: “No.”';

function annotation(words: string, kind: string, rest: Partial<Annotation> = {}): Annotation {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length, kind, attributes: {}, parts: {}, ...rest };
}

test('writes offsets in code points, cut at line breaks, with references, relations and notes', () => {
  const speaker = annotation('Kim', 'person', {
    attributes: { entity: 'Kim Jong Un' },
    note: 'sure\nor not',
  });
  const country = annotation('North\r\nKorea', 'country', { attributes: { code: 'KP', form: 'name' } });
  const quote = annotation('“No.”', 'quote', {
    parts: { speaker: { start: speaker.start, end: speaker.end } },
  });
  const { standoff, leftOut } = writeBrat(TEXT, [speaker, country, quote]);
  assert.deepEqual(leftOut, []);
  assert.equal(
    standoff,
    [
      'T1\tPerson 2 5\tKim',
      'N1\tReference T1 entity:Kim%0020Jong%0020Un\tKim Jong Un'.replace('entity', 'Entity'),
      '#1\tAnnotatorNotes T1\tsure\\nor not',
      'T2\tCountry 9 14;16 21\tNorth Korea',
      'N2\tReference T2 ISO3166:KP\tNorth Korea',
      'A1\tForm T2 name',
      'T3\tQuote 28 33\t“No.”',
      'T4\tSpeaker 2 5\tKim',
      'R1\tSpeaker Arg1:T3 Arg2:T4',
      '',
    ].join('\n'),
  );
  assert.deepEqual(readBrat(TEXT, standoff), {
    kind: 'read',
    annotations: [speaker, country, quote],
    kept: [],
  });
});

test('what it has no place for is kept line by line', () => {
  const event = ['E1\tMeet:T1 Theme:T2', '*\tEquiv T1 T2', 'R1\tFamily Arg1:T1 Arg2:T2', 'A1\tNegated E1'];
  const own = ['T1\tPerson 2 5\tKim', 'T2\tGPE 16 21\tKorea'];
  const read = readBrat(TEXT, [...own, ...event].join('\r\n'));
  assert.equal(read.kind, 'read');
  if (read.kind === 'read') {
    assert.deepEqual(read.kept, event);
    assert.deepEqual(
      read.annotations.map(({ kind }) => kind),
      ['person', 'gPE'],
    );
  }
});

test('a wrong line refuses the file and says why', () => {
  const refuses = (standoff: string, line: number, reason: RegExp): void => {
    const read = readBrat(TEXT, standoff);
    assert.equal(read.kind, 'refused');
    if (read.kind === 'refused') {
      assert.equal(read.line, line);
      assert.match(read.reason, reason);
    }
  };
  refuses('T1\tPerson 2 5\tKin', 1, /the text has “Kim”/u);
  refuses('T1\tPerson 2 5\tKim\nT2\tPerson 2 900\tKim', 2, /outside/u);
  refuses('T1 Person 2 5 Kim', 1, /form/u);
  refuses('T1\tPerson 2 5\tKim\nA1\tForm T9 name', 2, /no T9/u);
  refuses('hello', 1, /no line of brat/u);
  refuses('T1\tPerson 2 3;4 5\tK m', 1, /more than a line break/u);
});
