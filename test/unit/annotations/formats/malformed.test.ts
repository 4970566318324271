import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONLL } from '../../../../server/annotations/formats/conll/conll.ts';
import { CSV } from '../../../../server/annotations/formats/csv/marks.ts';
import { CSV_QUOTES } from '../../../../server/annotations/formats/csv/quotes.ts';
import { DOCCANO } from '../../../../server/annotations/formats/doccano/doccano.ts';
import { exportText } from '../../../../server/annotations/formats/exportText.ts';
import type { Format } from '../../../../server/annotations/formats/format.ts';
import { FORMATS } from '../../../../server/annotations/formats/formats.ts';
import { GATE } from '../../../../server/annotations/formats/gate/gate.ts';
import { GUARDIAN } from '../../../../server/annotations/formats/guardian/guardian.ts';
import { LABEL_STUDIO } from '../../../../server/annotations/formats/labelStudio/labelStudio.ts';
import { PRODIGY } from '../../../../server/annotations/formats/prodigy/prodigy.ts';
import { TEI, TEI_STANDOFF } from '../../../../server/annotations/formats/tei/tei.ts';
import { W3C } from '../../../../server/annotations/formats/w3c/w3c.ts';
import { WEBANNO } from '../../../../server/annotations/formats/webanno/webanno.ts';
import { articleWith, assertRefused, lossesWith, markOf, spanOf } from '../../../support/formats.ts';

const TEXT = 'Ada met Rui. 🎹';

/** Each content is refused at its line, for its reason. */
function refuses(format: Format, cases: readonly (readonly [string, number, RegExp])[], text?: string): void {
  for (const [content, line, reason] of cases)
    assertRefused(format, { name: `x${format.endings[0]}`, content }, line, reason, text);
}

test('lines of JSON: Prodigy and doccano', () => {
  const good = JSON.stringify({ text: TEXT, spans: [{ start: 0, end: 3, label: 'PER' }] });
  refuses(PRODIGY, [
    [`${good}\n{"text": "Ada"`, 2, /“\}” is missing/u],
    [`${good}\n\n[]`, 3, /no object/u],
    ['{"spans":[]}', 1, /"text" is no string/u],
    [`${good}\n${good.replace('"end":3', '"end":300')}`, 2, /outside of the text/u],
    [good.replace('"end":3', '"end":-3'), 1, /"end" is no whole number/u],
    [good.replace('"end":3', '"end":0'), 1, /it is empty/u],
    [good.replace('"label"', '"text":"Rui","label"'), 1, /the text has “Ada” where a span has “Rui”/u],
    [good.replace('"spans":[', '"spans":[7,'), 1, /"spans" is no object/u],
    ['{"text":"a\u0001"}', 1, /control character/u],
  ]);
  refuses(DOCCANO, [
    ['{"text":"Ada","label":[[0,2]]}', 1, /not of the form \[start, end, "label"\]/u],
    [
      '{"text":"Ada","entities":[{"id":1,"start_offset":0,"end_offset":1,"label":"X"}],"relations":[{"from_id":1,"to_id":2,"type":"r"}]}',
      1,
      /no entity 2/u,
    ],
    [
      '{"text":"Ada","entities":[{"id":1,"start_offset":0,"end_offset":1,"label":"X"},{"id":1,"start_offset":0,"end_offset":1,"label":"X"}]}',
      1,
      /an entity 1 before it/u,
    ],
  ]);
});

test('JSON files tell the line of the object that is wrong', () => {
  const region = (value: string): string =>
    `[{"data": {"text": "Ada"},\n"annotations": [{"result": [\n{"id":"a","type":"labels","from_name":"l","to_name":"t",\n"value": ${value}}]}]}]`;
  refuses(LABEL_STUDIO, [
    [region('{"start":0,"end":9,"labels":["X"]}'), 3, /region a is wrong: .* outside/u],
    [region('{"start":0,"end":2,"text":"Rui","labels":["X"]}'), 3, /the text has “Ad”/u],
    [region('{"start":0,"end":2,"labels":[]}'), 3, /has no label/u],
    [region('{"start":0,"end":2,"labels":["X"]'), 4, /missing/u],
    ['[{"data": {}}]', 1, /"data" has no text/u],
    ['[{"id": 1}]', 1, /"data" is no object/u],
    ['{', 1, /a key is missing/u],
    ['[[[[', 1, /too early/u],
    [`${'['.repeat(5000)}`, 1, /nested too deeply/u],
  ]);
  const set = (annotation: string): string =>
    `{"text": "Ada",\n"annotation_sets": {"": {"annotations": [\n${annotation}\n]}}}`;
  refuses(GATE, [
    [set('{"type":"P","start":0,"end":4,"id":0,"features":{}}'), 3, /outside/u],
    [set('{"start":0,"end":2,"id":0,"features":{}}'), 3, /"type" is no string/u],
    [
      set('{"type":"P","start":0,"end":2,"id":0,"features":{"newsmark:parts":[["x",9]]}}'),
      3,
      /part that is no annotation/u,
    ],
    ['{"annotation_sets":{}}', 1, /"text" is no string/u],
  ]);
  const entity = (own: string): string => `[{"paragraphs": ["Ada said no."],\n"entities": [\n{${own}}]}]`;
  refuses(GUARDIAN, [
    [
      entity('"span_label":"Cue","span_text":"said","span_start":5,"paragraph_start":0'),
      3,
      /the text has “aid ”/u,
    ],
    [
      entity('"span_label":"Cue","span_text":"said","span_start":4,"paragraph_start":3'),
      3,
      /no such paragraph/u,
    ],
  ]);
  const item = (selector: string): string =>
    `{"type":"AnnotationPage","items":[\n{"type":"Annotation","id":"a","target":{"source":"x","selector":${selector}}}]}`;
  refuses(
    W3C,
    [
      [item('{"type":"TextQuoteSelector","exact":"Tom"}'), 2, /does not have “Tom”/u],
      [
        item('{"type":"TextQuoteSelector","exact":"e"}').replace('"e"', '"."').replace('"."', '"a"'),
        2,
        /^the text/u,
      ],
      [item('{"type":"TextPositionSelector","start":0,"end":99}'), 2, /outside/u],
      [
        '{"type":"AnnotationPage","items":[{"type":"Annotation","target":"http://x.org"}]}',
        1,
        /no stretch of a text/u,
      ],
    ],
    'Ada met a dog.',
  );
  refuses(W3C, [[item('{"type":"TextQuoteSelector","exact":"Tom"}'), 1, /its article x is missing/u]]);
});

test('words and tags', () => {
  refuses(CONLL, [
    ['Ada NNP I-NP B-PER\nmet', 2, /last column is no tag/u],
    ['Ada NNP I-NP PER', 1, /last column is no tag/u],
  ]);
  refuses(
    CONLL,
    [
      ['Ada x x B-PER\nmet x x O\nTom x x B-PER', 3, /does not have “Tom” there/u],
      ['Ada x x B-PER', 1, /goes on behind the last word/u],
    ],
    TEXT,
  );
});

test('WebAnno TSV', () => {
  const file = (...rows: string[]): string =>
    [
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=webanno.custom.Span|value',
      '#T_RL=webanno.custom.R|label|BT_webanno.custom.Span',
      '',
      '',
      '#Text=Ada met',
      ...rows,
    ].join('\n');
  refuses(WEBANNO, [
    ['1-1\t0-3\tAda\t_', 1, /first line is not #FORMAT/u],
    [file('1-1\t0-3\tAda'), 7, /it has 0 columns, the head of the file 3/u],
    [file('1-1\t0-3\tRui\t_\t_\t_'), 7, /the text has “Ada” there/u],
    [file('1-1\t0-3\tAda\tA[1]|B[2]\t_\t_', '1-2\t4-7\tmet\t_\tx\t1-1[9_0]'), 8, /joins what is not there/u],
    [file('Ada'), 7, /not of the form/u],
    [file().replace('#T_SP', '#T_XX'), 2, /not of the form/u],
  ]);
});

test('TEI', () => {
  const file = (body: string, beside = ''): string =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0">\n${beside}<text><body>\n${body}\n</body></text></TEI>`;
  for (const format of [TEI, TEI_STANDOFF])
    refuses(format, [
      [file('<p>Ada <persName>Rui</p>'), 3, /unexpected close tag|unclosed/iu],
      [file('<p>Ada &unknown; met</p>'), 3, /entity/iu],
      [
        file('<p>Ada</p>', '<standOff><spanGrp><span from="#a1" to="#a2"/></spanGrp></standOff>'),
        2,
        /no such anchor/u,
      ],
      [
        file('<p>Ada</p>', '<standOff><link type="x" target="#a #b"/></standOff>'),
        2,
        /does not link two marks/u,
      ],
      [file('<p>Ada</p>', '<standOff><note target="#a">x</note></standOff>'), 2, /there is no #a/u],
      ['<TEI><text>', 1, /unclosed/iu],
    ]);
});

test('CSV', () => {
  const head = 'article,kind,start,end,words\r\n';
  refuses(
    CSV,
    [
      [`${head}x,person,0,3,Ada\r\nx,person,0,3,Rui\r\n`, 3, /the text has “Ada” where “Rui”/u],
      [`${head}x,person,0,,Ada\r\n`, 2, /are no numbers/u],
      [`${head}x,person,,,Ada\r\n`, 2, /has no offsets/u],
      [`${head}x,,0,3,Ada\r\n`, 2, /has no kind/u],
      [`${head}x,person,0,3,"Ada\r\n`, 2, /quote/iu],
      [`${head}x,person,0,3,Ada,more\r\n`, 2, /6 cells/u],
      [`${head}x,person,0,99,\r\n`, 2, /outside/u],
    ],
    TEXT,
  );
  refuses(CSV, [[`${head}x,person,0,3,Ada\r\n`, 2, /its article x is missing/u]]);
  refuses(CSV_QUOTES, [['article,start,end,speaker,cue\r\nx,,,,\r\n', 2, /has no offsets/u]], TEXT);
});

test('what no file can hold is not written', () => {
  for (const format of FORMATS) {
    const outside = exportText(format, articleWith(TEXT, [{ ...markOf(TEXT, 'Ada', 'person'), end: 99 }]));
    assert.equal(outside.kind, 'refused', format.name);
    const half = exportText(
      format,
      articleWith(TEXT, [{ ...markOf(TEXT, 'Rui. 🎹', 'person'), end: TEXT.length - 1 }]),
    );
    assert.match(half.kind === 'refused' ? half.reason : '', /inside of a character/u, format.name);
  }
  const control = exportText(TEI, articleWith('Ada \u0001 met.', []));
  assert.equal(control.kind, 'refused');
  const lone = exportText(TEI, articleWith('Ada \ud83c met.', []));
  assert.match(lone.kind === 'refused' ? lone.reason : '', /half a character/u);
});

test('what a format has no place for is named', () => {
  const crossing = articleWith(TEXT, [
    markOf(TEXT, 'Ada met', 'person', { note: 'x', attributes: { code: '' }, annotator: 'anna' }),
    markOf(TEXT, 'met Rui', 'quote', { parts: { speaker: spanOf(TEXT, 'Ada') } }),
  ]);
  assert.deepEqual(lossesWith(TEI, crossing), ['annotator of Ada met', 'mark of met Rui']);
  assert.deepEqual(lossesWith(TEI_STANDOFF, crossing), ['annotator of Ada met']);
  assert.deepEqual(lossesWith(WEBANNO, crossing), ['annotator of Ada met', 'attributes.code of Ada met']);
  assert.deepEqual(lossesWith(GATE, crossing), []);
  assert.deepEqual(lossesWith(CONLL, crossing), [
    'attributes.code of Ada met',
    'note of Ada met',
    'annotator of Ada met',
    'parts.speaker of met Rui',
    'mark of met Rui',
  ]);
});
