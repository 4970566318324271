import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONLL, IOB2 } from '../../../../server/annotations/formats/conll/conll.ts';
import { CSV } from '../../../../server/annotations/formats/csv/marks.ts';
import { DOCCANO, DOCCANO_LABELS } from '../../../../server/annotations/formats/doccano/doccano.ts';
import type { Format } from '../../../../server/annotations/formats/format.ts';
import { FORMATS } from '../../../../server/annotations/formats/formats.ts';
import { GATE } from '../../../../server/annotations/formats/gate/gate.ts';
import { GUARDIAN } from '../../../../server/annotations/formats/guardian/guardian.ts';
import { LABEL_STUDIO } from '../../../../server/annotations/formats/labelStudio/labelStudio.ts';
import { PRODIGY } from '../../../../server/annotations/formats/prodigy/prodigy.ts';
import { TEI } from '../../../../server/annotations/formats/tei/tei.ts';
import { W3C } from '../../../../server/annotations/formats/w3c/w3c.ts';
import { WEBANNO } from '../../../../server/annotations/formats/webanno/webanno.ts';
import { describe, readWith, writeWith } from '../../../support/formats.ts';

// Files as the documentation of each tool prints them, in the same structure with words of our own.

/** The file is known by its content, holds these marks, and says what else it said when it is written again. */
function reads(
  format: Format,
  name: string,
  content: string,
  marks: readonly string[],
  { text, again = [] }: { readonly text?: string; readonly again?: readonly (string | RegExp)[] } = {},
): void {
  const file = { name, content };
  assert.equal(FORMATS.find((own) => own.recognises(file))?.name, format.name);
  const [article] = readWith(format, [file], text);
  assert.ok(article);
  assert.deepEqual(describe(article), marks);
  const written = writeWith(format, article).join('\n');
  for (const part of again)
    if (typeof part === 'string') assert.ok(written.includes(part), `${part}\nis not in\n${written}`);
    else assert.match(written, part);
  const [other] = readWith(format, format.write(article).files, article.text);
  assert.ok(other);
  assert.deepEqual(describe(other).toSorted(), [...marks].sort());
}

test('Prodigy: https://prodi.gy/docs/api-interfaces', () => {
  const tokens = [
    { text: 'My', start: 0, end: 2, id: 0, ws: true },
    { text: 'mother', start: 3, end: 9, id: 1, ws: true },
    { text: 'met', start: 10, end: 13, id: 2, ws: true },
    { text: 'Rui', start: 14, end: 17, id: 3, ws: false },
  ];
  const mother = { start: 3, end: 9, token_start: 1, token_end: 1, label: 'RELATIVE' };
  const rui = { start: 14, end: 17, token_start: 3, token_end: 3, label: 'PERSON', input_hash: 7 };
  const my = { start: 0, end: 2, token_start: 0, token_end: 0, label: null };
  const task = {
    ...{ text: 'My mother met Rui', _input_hash: -1, _task_hash: 2, _is_binary: false, tokens },
    ...{ _view_id: 'relations', meta: { source: 'a book' }, spans: [mother, rui] },
    relations: [
      { head: 1, child: 3, head_span: mother, child_span: rui, color: '#fff', label: 'MET' },
      { head: 1, child: 0, head_span: mother, child_span: my, color: '#fff', label: 'POSS' },
    ],
    ...{ answer: 'accept', _timestamp: 1700000000 },
  };
  reads(PRODIGY, 'a.jsonl', `${JSON.stringify(task)}\n`, ['RELATIVE: mother (MET: Rui)', 'person: Rui'], {
    again: [
      '"_timestamp":1700000000',
      '"input_hash":7',
      '"label":"POSS"',
      '"source":"a book"',
      JSON.stringify(tokens),
    ],
  });
});

test('doccano: labels, and entities with relations', () => {
  const lines =
    '{"id": 3, "text": "UN rejects French call.", "label": [[0, 2, "ORG"], [11, 17, "MISC"]], "Comments": ["ok"]}';
  reads(DOCCANO_LABELS, 'all.jsonl', lines, ['ORG: UN', 'MISC: French'], {
    again: ['"Comments":["ok"]', '"id":3'],
  });
  const record = {
    ...{ id: 1, text: 'Volvo was founded in 1927 by Assar and Gustaf.' },
    entities: [
      { id: 10, start_offset: 0, end_offset: 5, label: 'ORG' },
      { id: 11, start_offset: 21, end_offset: 25, label: 'DATE' },
      { id: 12, start_offset: 29, end_offset: 34, label: 'PERSON' },
    ],
    relations: [
      { id: 0, from_id: 10, to_id: 11, type: 'foundedAt' },
      { id: 1, from_id: 10, to_id: 12, type: 'foundedBy' },
    ],
  };
  reads(
    DOCCANO,
    'all.jsonl',
    `\ufeff${JSON.stringify(record)}\r\n`,
    ['ORG: Volvo (foundedAt: 1927; foundedBy: Assar)', 'date: 1927', 'person: Assar'],
    {
      again: [
        '{"id":10,"label":"ORG","start_offset":0,"end_offset":5}',
        '"from_id":10,"to_id":12,"type":"foundedBy"',
      ],
    },
  );
});

test('Label Studio: https://labelstud.io/guide/task_format', () => {
  const label = (id: string, start: number, end: number, text: string, labels: string[]) => ({
    ...{
      value: { start, end, text, labels },
      id,
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      origin: 'manual',
    },
  });
  const task = {
    ...{ id: 1, created_at: '2021-03-09T21:52:49.513742Z', project: 83 },
    data: { text: 'Ada 🎹 met Rui in Porto.', source: 'wire' },
    annotations: [
      {
        ...{ id: 1001, completed_by: 10, was_cancelled: false, lead_time: 4.288 },
        result: [
          label('a1', 0, 3, 'Ada', ['PER']),
          { ...label('b2', 11, 14, 'Rui', ['PER', 'Guest']), meta: { text: ['who?'] } },
          { from_id: 'a1', to_id: 'b2', type: 'relation', direction: 'right', labels: ['met'] },
          {
            id: 'c',
            type: 'choices',
            from_name: 'sentiment',
            to_name: 'text',
            value: { choices: ['Positive'] },
          },
        ],
      },
    ],
    predictions: [
      {
        model_version: 'ner 1',
        score: 0.9,
        result: [{ ...label('p', 18, 23, 'Porto', ['LOC']), score: 0.8 }],
      },
    ],
  };
  reads(
    LABEL_STUDIO,
    'project-1.json',
    JSON.stringify([task], undefined, 2),
    ['person: Ada (met: Rui)', 'person: Rui (# who?)', 'Guest: Rui (# who?)', 'LOC: Porto'],
    { again: ['"Positive"', '"lead_time": 4.288', '"score": 0.8', '"source": "wire"', '"completed_by": 10'] },
  );
});

test('Label Studio: offsets that count a line end as one', () => {
  const task = {
    data: { text: 'One.\r\nTwo.\r\nKim won.' },
    annotations: [
      {
        result: [
          {
            id: 'x',
            type: 'labels',
            from_name: 'l',
            to_name: 't',
            value: { start: 10, end: 13, text: 'Kim', labels: ['PER'] },
          },
        ],
      },
    ],
  };
  reads(LABEL_STUDIO, 'a.json', JSON.stringify(task), ['person: Kim']);
});

const PAGE = 'Ada said this is an error that has some effect. Ada left.';

test('W3C: https://www.w3.org/TR/annotation-model', () => {
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    ...{
      id: 'http://example.org/page1',
      type: 'AnnotationPage',
      partOf: { id: 'http://example.org/all', total: 3 },
    },
    items: [
      {
        ...{ id: 'http://example.org/anno23', type: 'Annotation', motivation: 'tagging' },
        body: [{ type: 'TextualBody', value: 'typo', purpose: 'tagging', language: 'en' }],
        target: {
          source: 'http://example.org/error.txt',
          selector: {
            type: 'TextQuoteSelector',
            exact: 'error',
            prefix: 'this is an ',
            suffix: ' that has some',
          },
        },
      },
      {
        ...{ id: 'http://example.org/anno24', type: 'Annotation', bodyValue: 'Comment text' },
        creator: { type: 'Person', name: 'Ben', nickname: 'b' },
        target: {
          source: 'http://example.org/error.txt',
          selector: { type: 'TextPositionSelector', start: 48, end: 51 },
        },
      },
      {
        id: 'http://example.org/anno1',
        type: 'Annotation',
        body: 'http://example.org/post1',
        target: 'http://example.com/page1#xyz=1',
      },
    ],
  };
  reads(W3C, 'page.jsonld', JSON.stringify(page), ['typo: error', 'annotation: Ada (# Comment text)'], {
    text: PAGE,
    again: [
      '"anno1"'.replaceAll('"', ''),
      '"nickname": "b"',
      '"language": "en"',
      '"total": 3',
      'http://example.org/post1',
    ],
  });
});

test('GATE: https://gatenlp.github.io/python-gatenlp', () => {
  const document = {
    annotation_sets: {
      '': {
        name: '',
        next_annid: 2,
        annotations: [
          { type: 'Document', start: 0, end: 8, id: 0, features: {} },
          { type: 'Person', start: 0, end: 3, id: 1, features: { gender: 'f', score: 0.5 } },
        ],
      },
      NLTK: {
        name: 'NLTK',
        next_annid: 1,
        annotations: [
          { type: 'Token', start: 0, end: 3, id: 0, features: null },
          { type: 'Mark', start: 8, end: 8, id: 1, features: {} },
        ],
      },
    },
    ...{ text: 'Ada won.', features: { purpose: 'example' }, offset_type: 'p', name: '' },
  };
  reads(
    GATE,
    'a.bdocjs',
    JSON.stringify(document),
    ['Document: Ada won.', 'Person: Ada (gender=f)', 'Token: Ada'],
    {
      again: [
        '"score":0.5',
        '"NLTK":{"name":"NLTK"',
        '"purpose":"example"',
        '"type":"Mark","start":8,"end":8',
      ],
    },
  );
});

// The structure is that of the example in JournalismAI-2021-Quotes/quote-extraction (Apache 2.0), whose ends are inexact.
test('Guardian and AFP quotes', () => {
  const common = { paragraph_start: 1, paragraph_end: 1 };
  const document = {
    metadata: { path: 'path/to/article', publisher: 'A paper', topic: ['A', 'B'] },
    paragraphs: ['The mayor came.\n', 'She said, quietly, "the bridge is open.\n', '"And it stays open."\n'],
    entities: [
      {
        index: 0,
        span_text: 'She',
        span_coref: 'the mayor',
        span_label: 'Source',
        span_start: 0,
        span_end: 2,
        ...common,
      },
      {
        index: 1,
        span_text: 'said',
        span_label: 'Cue',
        span_coref: '',
        span_start: 4,
        span_end: 7,
        ...common,
      },
      {
        ...{
          index: 2,
          span_text: '"the bridge is open.\n"And it stays open."',
          span_label: 'Content',
          span_coref: '',
        },
        ...{ span_start: 19, span_end: 64, paragraph_start: 1, paragraph_end: 2 },
      },
    ],
  };
  const marks = [
    'speaker: She (entity=the mayor)',
    'cue: said',
    'quote: "the bridge is open.\n"And it stays open."',
  ];
  reads(GUARDIAN, 'a.json', JSON.stringify([document]), marks, { again: ['"publisher": "A paper"'] });
});

test('CoNLL-2003 and IOB2', () => {
  const lines = [
    '-DOCSTART- -X- -X- O',
    '',
    'U.N. NNP I-NP I-ORG',
    'official NN I-NP O',
    'Ada NNP I-NP I-PER',
    'Lovelace NNP I-NP I-PER',
    'Rui NNP I-NP B-PER',
    'heads VBZ I-VP O',
    '',
    '. . O O',
    '',
  ];
  reads(CONLL, 'a.conll', lines.join('\n'), ['ORG: U.N.', 'person: Ada Lovelace', 'person: Rui'], {
    again: [lines.join('\n')],
  });
  const iob = 'Alex\tB-PER\nis\tO\ngoing\tO\nto\tO\nLos\tB-LOC\nAngeles\tI-LOC\n\nYes\tO\n';
  reads(IOB2, 'a.iob', iob, ['person: Alex', 'LOC: Los Angeles'], { again: ['Angeles\tI-LOC\n\nYes'] });
  const bioes = 'Alex S-PER\nin O\nLos B-LOC\nAngeles E-LOC\n';
  reads(IOB2, 'a.iob', bioes, ['person: Alex', 'LOC: Los Angeles']);
});

// After the examples of the user guide of INCEpTION (Apache 2.0), in their structure.
test('WebAnno TSV 3.3: layers, stacked and cut annotations, relations, slots and chains', () => {
  const file = [
    '#FORMAT=WebAnno TSV 3.3',
    '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS|PosValue',
    '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value',
    '#T_SP=webanno.custom.Frame|FE|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink|webanno.custom.Lu',
    '#T_CH=de.tudarmstadt.ukp.dkpro.core.api.coref.type.CoreferenceLink|referenceType|referenceRelation',
    '#T_RL=webanno.custom.Knows|label|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
    '',
    '',
    '#Text=Ms. Duarte 😊 plays_on Rui .',
    '1-1\t0-3\tMs.\tNNP\t*[1]|*[2]\tPER[1]|PERpart[2]\t_\t_\t_\tpr[1]\tcoref->1-1\t_\t_\t',
    '1-2\t4-10\tDuarte\tNNP\t*[1]\tPER[1]\tbuy\tseller;goods\t1-1;1-5[4]\t_\t_\t_\t_\t',
    '1-3\t11-13\t😊\tSYM\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
    '1-4\t14-22\tplays_on\tVBD\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
    '1-4.1\t14-19\tplays\t_\t*\tverb\\_part\t_\t_\t_\t_\t_\t_\t_\t',
    '1-5\t23-26\tRui\tNNP\thttp://x.org/Q1\tPER\t_\t_\t_\tpr[1]\t*->1-2\tfriend\t1-1[1_0]\t',
    '1-6\t27-28\t.\t.\t_\t_\t_\t_\t_\t_\t_\t_\t_\t',
    '',
  ].join('\n');
  reads(
    WEBANNO,
    'a.tsv',
    file,
    [
      'person: Ms. Duarte (friend: Rui)',
      'PERpart: Ms.',
      'verb_part: plays',
      'person: Rui (identifier=http://x.org/Q1)',
    ],
    {
      again: [
        '#T_CH=',
        '\tbuy\tseller;goods\t1-1;1-5[4]\t',
        '\tpr[1]\tcoref->1-1\t',
        '1-4.1\t14-19\tplays\t_',
        '\tfriend\t1-1[1_',
      ],
    },
  );
});

test('TEI P5: https://tei-c.org/release/doc/tei-p5-doc', () => {
  const file = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE TEI SYSTEM "file:///etc/passwd">
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>The bridge</title></titleStmt></fileDesc></teiHeader>
  <text><body>
    <head>The bridge</head>
    <p>On <date when="2019-03-27" cert="high">Wednesday</date> <persName ref="#duarte">Elena
       <surname>Duarte</surname></persName> of <country key="BR">Brazil</country> said:
       <said who="#duarte" direct="true">No &amp; never.</said><pb n="2"/></p>
    <p>The <rs type="ship">Vera</rs> left.</p>
  </body></text>
</TEI>`;
  reads(
    TEI,
    'a.xml',
    file,
    [
      'date: Wednesday (cert=high; value=2019-03-27)',
      'surname: Duarte',
      'person: Elena Duarte (entity=#duarte)',
      'country: Brazil (code=BR)',
      'quote: No & never. (direct=true; entity=#duarte)',
      'ship: Vera',
    ],
    {
      again: [
        '<title>The bridge</title>',
        ' ref="#duarte"',
        ' who="#duarte"',
        '<rs xml:id',
        ' when="2019-03-27"',
      ],
    },
  );
  const [article] = readWith(TEI, [{ name: 'a.xml', content: file }]);
  assert.equal(
    article?.text,
    'The bridge\nOn Wednesday Elena Duarte of Brazil said: No & never.\nThe Vera left.',
  );
});

test('CSV of a spreadsheet, with semicolons and columns of its own', () => {
  const content =
    'doc;start;end;label;text;who checked\r\nerror.txt;0;3;PER;Ada;Ben\r\nerror.txt;20;25;Typo;"error";\r\n';
  reads(CSV, 'marks.csv', content, ['person: Ada', 'Typo: error'], {
    text: PAGE,
    again: ['who checked', 'Ben'],
  });
});
