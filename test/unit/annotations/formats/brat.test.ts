import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextFile } from '../../../../server/annotations/formats/annotation.ts';
import { BRAT } from '../../../../server/annotations/formats/brat/brat.ts';
import { configureBrat } from '../../../../server/annotations/formats/brat/config.ts';
import {
  articleWith,
  assertRefused,
  describe,
  lossesWith,
  markOf,
  readWith,
  spanOf,
  writeWith,
} from '../../../support/formats.ts';

const TEXT = '🗞 Kim of North\r\nKorea said: “No.”';

test('writes offsets in code points, cut at line breaks, with references, relations and notes', () => {
  const speaker = markOf(TEXT, 'Kim', 'person', {
    attributes: { entity: 'Kim Jong Un' },
    note: 'sure\nor not',
  });
  const country = markOf(TEXT, 'North\r\nKorea', 'country', { attributes: { code: 'KP', form: 'name' } });
  const quote = markOf(TEXT, '“No.”', 'quote', {
    parts: { speaker: spanOf(TEXT, 'Kim'), cue: spanOf(TEXT, 'said') },
  });
  const article = articleWith(TEXT, [speaker, country, quote]);
  const [text, standoff] = writeWith(BRAT, article);
  assert.equal(text, TEXT);
  assert.equal(
    standoff,
    [
      'T1\tPerson 2 5\tKim',
      'N1\tReference T1 Entity:Kim%0020Jong%0020Un\tKim Jong Un',
      '#1\tAnnotatorNotes T1\tsure\\nor not',
      'T2\tCountry 9 14;16 21\tNorth Korea',
      'N2\tReference T2 ISO3166:KP\tNorth Korea',
      'A1\tForm T2 name',
      'T3\tQuote 28 33\t“No.”',
      'T4\tCue 22 26\tsaid',
      'R1\tCue Arg1:T3 Arg2:T4',
      'R2\tSpeaker Arg1:T3 Arg2:T1',
      '',
    ].join('\n'),
  );
  assert.deepEqual(lossesWith(BRAT, article), []);
});

test('people of one name are equivalent, and a cut mark is one of several fragments', () => {
  const text = 'Kim and Moon met; Kim left.';
  const [first, second] = [markOf(text, 'Kim', 'person'), markOf(text, 'Kim left', 'person')];
  const marks = [
    { ...first, attributes: { entity: 'Kim' } },
    { ...second, end: second.start + 3, attributes: { entity: 'Kim' } },
    { ...first, kind: 'pair', parts: { fragment: spanOf(text, 'Moon') } },
  ];
  const [, standoff = ''] = writeWith(BRAT, articleWith(text, marks));
  assert.match(standoff, /^\*\tEquiv T1 T2$/mu);
  assert.match(standoff, /^T3\tPair 0 3;8 12\tKim Moon$/mu);
});

// Made after the examples of https://brat.nlplab.org/standoff.html, in their structure.
const MERGER = 'Sony said it and Ericsson merged in North and South America.';
const STANDOFF = [
  'T1\tOrganization 0 4\tSony',
  'T2\tMERGE-ORG 26 32\tmerged',
  'T3\tOrganization 17 25\tEricsson',
  'T4\tLocation 36 41;52 59\tNorth America',
  'E1\tMERGE-ORG:T2 Org1:T1 Org2:T3',
  'R1\tOrigin Arg1:T1 Arg2:T4',
  '*\tEquiv T1 T3',
  'A1\tNegation E1',
  'A2\tConfidence T1 L1',
  'A3\tSpeculation T3',
  'N1\tReference T1 Wikipedia:42009\tSony Group',
  '#1\tAnnotatorNotes T1\tthis annotation is suspect',
  '#2\tAnnotatorNotes R1\tand so is this',
];

test('reads what the documentation of brat shows, and writes back what it cannot hold', () => {
  const files: readonly TextFile[] = [
    { name: 'a/merger.ann', content: `${STANDOFF.join('\n')}\n` },
    { name: 'a/merger.txt', content: MERGER },
  ];
  const [article] = readWith(BRAT, files);
  assert.ok(article);
  assert.equal(article.name, 'a/merger');
  assert.deepEqual(describe(article), [
    'organization: Sony (confidence=L1; wikipedia=42009; # this annotation is suspect)',
    'MERGE-ORG: merged',
    'organization: Ericsson (speculation=true)',
    'location: North (fragment: America)',
  ]);
  const kept = STANDOFF.filter((line) => /^(?:E1|R1|\*|A1|N1|#2)\t/u.test(line));
  assert.deepEqual(article.rest[0]?.lines, kept);
  const [, again = ''] = writeWith(BRAT, article);
  assert.deepEqual(again.trimEnd().split('\n').sort(), [...STANDOFF].sort());
});

test('a wrong line refuses the file and says why', () => {
  const refuses = (standoff: string, line: number, reason: RegExp): void =>
    assertRefused(BRAT, { name: 'x.ann', content: standoff }, line, reason, TEXT);
  refuses('T1\tPerson 2 5\tKin', 1, /the text has “Kim”/u);
  refuses('T1\tPerson 2 5\tKim\nT2\tPerson 2 900\tKim', 2, /outside/u);
  refuses('T1\tPerson 2 5\tKim\nT1\tPerson 2 5\tKim', 2, /before it/u);
  refuses('T1 Person 2 5 Kim', 1, /form/u);
  refuses('T1\tPerson 2 5\tKim\nA1\tForm T9 name', 2, /no T9/u);
  refuses('T1\tPerson 2 5\tKim\nR1\tKnows Arg1:T1 Arg2:T9', 2, /no T9/u);
  refuses('hello', 1, /no line of brat/u);
  assertRefused(BRAT, { name: 'x.ann', content: '' }, 1, /x\.txt is missing/u);
});

test('a mark that begins with a line break is named, for brat cannot hold it', () => {
  const mark = markOf(TEXT, '\r\nKorea', 'country');
  assert.deepEqual(lossesWith(BRAT, articleWith(TEXT, [mark])), ['mark of \r\nKorea']);
});

test('the settings declare what is used', () => {
  const mark = markOf(TEXT, 'Kim', 'ship', { attributes: { form: 'name', sunk: 'true', entity: 'K J' } });
  const quote = markOf(TEXT, '“No.”', 'quote', { parts: { speaker: spanOf(TEXT, 'Kim') } });
  const [annotation, visual] = configureBrat([articleWith(TEXT, [mark, quote])]);
  assert.match(annotation?.content ?? '', /^Ship$/mu);
  assert.match(annotation?.content ?? '', /^Form\tArg:Ship, Value:name$/mu);
  assert.match(annotation?.content ?? '', /^Sunk\tArg:Ship$/mu);
  assert.match(annotation?.content ?? '', /^Speaker\tArg1:Quote, Arg2:Ship$/mu);
  assert.match(visual?.content ?? '', /^Person\tbgColor:/mu);
});
