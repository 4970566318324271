import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProblemCode } from '../../server/features/problems/problem.ts';
import { findProblems } from '../../server/features/problems/problems.ts';
import { type ArticleOptions, articleOf } from '../support/article.ts';

/** Expects the problems of one code at the stretches between pairs of cursors, and gives their messages. */
function expectProblems(code: ProblemCode, marked: string, options: ArticleOptions = {}): readonly string[] {
  const article = articleOf(marked, options);
  const found = findProblems(article).filter((problem) => problem.code === code);
  const words = found.map(({ start, end }) => `${start}: ${article.text.slice(start, end)}`);
  const expected = article.cursors.flatMap((start, i) =>
    i % 2 === 0 ? [`${start}: ${article.text.slice(start, article.cursors[i + 1])}`] : [],
  );
  assert.deepEqual(words, expected);
  return found.map(({ message }) => message);
}

function finds(code: ProblemCode, marked: string, options?: ArticleOptions): void {
  test(`finds: ${short(marked)}`, () => {
    const messages = expectProblems(code, marked, options);
    assert.ok(0 < messages.length);
    for (const message of messages) assert.match(message, /^\P{Ll}.*[.]$/u);
  });
}

function leaves(code: ProblemCode, text: string, options?: ArticleOptions): void {
  test(`leaves alone: ${short(text)}`, () => void expectProblems(code, text, options));
}

function short(text: string): string {
  return text.length < 80 ? text : `${text.slice(0, 79)}…`;
}

describe('impossible-date', () => {
  const code = 'impossible-date';
  finds(code, 'The court sat on <|>30 February 2018<|> in Accra.');
  finds(code, 'The court sat on <|>Feb. 30<|>.');
  finds(code, 'The law is dated <|>September 31, 2019<|>.');
  finds(code, 'Born on the <|>31st of April<|>, she left early.');
  finds(code, 'It came out on <|>29 February 2019<|>.');
  finds(code, 'Filed <|>2019-13-04<|> at noon.');
  finds(code, 'the meeting was held on <|>june 31 2014<|> in lima');
  leaves(code, 'It came out on 29 February 2020.');
  leaves(code, 'It came out on February 29.');
  leaves(code, 'In April 31 people left, and in June 31 came back.');
  leaves(code, 'On May 31 and on 31 July they met.');
  leaves(code, 'He may 40 times have said it; the march 50 people joined ended.');
  leaves(code, 'Call 2019-99-4412-3 for help.');
});

describe('wrong-weekday', () => {
  const code = 'wrong-weekday';
  finds(code, 'They met on <|>[[date=2019-03-26: Monday, March 26, 2019]]<|>.');
  finds(
    code,
    'They met on <|>Monday, [[date=2019-03-26: March 26, 2019]]<|>.'.replace(
      'Monday',
      '[[date=2019-03-25: Monday]]',
    ),
  );
  finds(code, 'They met on <|>[[date=2019-03-26: Friday, 26 March]]<|>.', { published: '2019-04-02' });
  leaves(code, 'They met on [[date=2019-03-26: Tuesday, March 26, 2019]].');
  leaves(code, 'They met on [[date=2019-03-26: Monday, March 26]].');
  leaves(code, 'They met on [[date=2019-03-26: Monday, March 26]].', { published: '2012-03-27' });
  leaves(code, 'They met on [[date=2019-03-25: Monday]] and [[date=2019-03-26: March 26, 2019]].');
});

describe('two-dates', () => {
  const code = 'two-dates';
  finds(code, 'They met <|>[[date=2019-04-27: yesterday, April 27]]<|>.', { published: '2019-05-03' });
  finds(code, 'They met <|>[[date=2019-05-02: yesterday]] ([[date=2019-04-27: April 27]]<|>).', {
    published: '2019-05-03',
  });
  leaves(code, 'They met [[date=2019-05-02: yesterday, May 2]].', { published: '2019-05-03' });
  leaves(code, 'They met [[date=2019-05-01: Wednesday]], [[date=2019-05-02: May 2]] and later.', {
    published: '2019-05-03',
  });
  leaves(code, 'They met [[date=2019-05-02: yesterday]] and on [[date=2019-04-27: April 27]].', {
    published: '2019-05-03',
  });
});

describe('dates-after-publication', () => {
  const code = 'dates-after-publication';
  const late = 'It opened on <|>[[date=2019-05-02: May 2, 2019]]<|> and closed in [[date=2020: 2020]].';
  finds(code, late, { published: '2018-05-03' });
  leaves(code, late.replaceAll('<|>', ''), { published: '2019-05-03' });
  leaves(code, late.replaceAll('<|>', ''));
  leaves(code, 'It opens on [[date=2019-05-02: May 2, 2019]].', { published: '2018-05-03' });
});

describe('no-publication-date', () => {
  const code = 'no-publication-date';
  finds(code, 'They left <|>[[date=PAST_REF: yesterday]]<|> and return [[date=FUTURE_REF: next week]].');
  leaves(code, 'They left [[date=PAST_REF: yesterday]].', { published: '2019-03-04' });
  leaves(code, 'They left on [[date=2019-03-04: March 4, 2019]].');
});

describe('unclosed-quotation', () => {
  const code = 'unclosed-quotation';
  test('finds a mark that stays open', () => {
    const { strayMarks, ...article } = articleOf('He said <|>“we go.', { strayMarks: ['opening'] });
    const [problem] = findProblems({ ...article, strayMarks }).filter((found) => found.code === code);
    assert.equal(problem?.start, 8);
    assert.equal(problem?.end, 9);
  });
  leaves(code, 'He said [[quote direct #1: “we go.”]]');
});

describe('quotation-without-speaker', () => {
  const code = 'quotation-without-speaker';
  finds(code, '<|>[[quote direct #1: “We go home now.”]]<|> The rain fell.');
  finds(code, '<|>[[quote direct #1: “We go,]]<|>\n\n[[quote direct #1: “and we stay.”]] The rain fell.');
  leaves(code, '[[quote direct #1: “We go,”]] [[speaker #1: she]] said. [[quote direct #1: “And we stay.”]]');
  leaves(code, 'They called it [[quote mixed #1: “a great day”]].');
});

describe('quotation-marks', () => {
  const code = 'quotation-marks';
  finds(
    code,
    'He said [[quote direct #1: “We go.”]] She said [[quote direct #2: “No.”]] He: [[quote direct #3: <|>"<|>Yes."]]',
  );
  finds(code, 'He said [[quote direct #1: <|>“<|>We go."]]');
  leaves(code, 'He said [[quote direct #1: “She said ‘no’ to us.”]] [[quote direct #2: “So.”]]');
  test('finds a mark that closes nothing', () => {
    const article = articleOf('We go.<|>” she said.', { strayMarks: ['closing'] });
    assert.deepEqual(
      findProblems(article).map(({ code: found }) => found),
      [code],
    );
  });
});

describe('ambiguous-person', () => {
  const code = 'ambiguous-person';
  finds(
    code,
    '[[person=Ann Kim: Ann Kim]] met [[person=Bo Kim: Bo Kim]]. Then <|>[[person=?: Kim]]<|> left and [[person=?: Kim]] came.',
  );
  leaves(code, '[[person=Ann Kim: Ann Kim]] left. [[person=Ann Kim: Kim]] came back.');
  test('names the people it may be', () => {
    const [message] = expectProblems(
      code,
      '[[person=Ann Kim: Ann Kim]] met [[person=Bo Kim: Bo Kim]]. <|>[[person=?: Kim]]<|> left.',
    );
    assert.equal(message, '“Kim” may be Ann Kim or Bo Kim.');
  });
});

describe('surname-only', () => {
  const code = 'surname-only';
  finds(code, 'Then <|>[[person=Odhiambo: Odhiambo]]<|> spoke. [[person=Odhiambo: Odhiambo]] left.');
  leaves(code, '[[person=Amina Odhiambo: Amina Odhiambo]] spoke. [[person=Amina Odhiambo: Odhiambo]] left.');
  leaves(code, 'A fan of [[person=Pelé: Pelé]] came.');
  leaves(code, '[[person=the Kims: the Kims]] came and [[person=the Kims: the Kims]] left.');
});

describe('two-spellings', () => {
  const code = 'two-spellings';
  finds(
    code,
    '[[person=Bruce Tellner: Bruce Tellner]] spoke and [[person=Bruce Tellner: Tellner]] left; <|>[[person=Bruce Telner: Bruce Telner]]<|> stayed.',
  );
  finds(code, '[[person=Bruce Tellner: Bruce Tellner]] spoke, and <|>[[person=Telner: Telner]]<|> left.');
  finds(
    code,
    '[[person=Pak Song-il: Pak Song-il]] and [[person=Pak Song-il: Pak Song-il]], then <|>[[person=Pak Song-il: Pak Song Il]]<|>.',
  );
  finds(
    code,
    '[[person=Bruce Tellner: Bruce Tellner]] spoke, [[person=Bruce Tellner: Tellner]] sat, <|>[[person=Bruce Tellner: Telner]]<|> left.',
  );
  leaves(code, '[[person=Ivan Petrov: Ivan Petrov]] and [[person=Anna Petrova: Anna Petrova]] met.');
  leaves(code, '[[person=Ann Larsen: Ann Larsen]] and [[person=Bo Larson: Bo Larson]] met.');
  leaves(code, '[[person=Mario Rossi: Mario Rossi]] and [[person=Maria Rossi: Maria Rossi]] met.');
  leaves(code, '[[person=the Tellners: the Tellners]] and [[person=Tellner: Tellner]] met.');
  leaves(code, '[[person=Ann Kim: ANN KIM]] left. [[person=Ann Kim: Ann Kim]] came back.');
});

describe('cut-text', () => {
  const code = 'cut-text';
  finds(code, '<|>ouncil<|> members in Lima voted. They went home.');
  finds(code, 'The council in Lima voted. Members then went to <|>the<|>');
  finds(code, 'The council in Lima voted. Its members went <|>home<|>');
  finds(code, 'the council in lima voted and its members went to <|>the<|>');
  leaves(code, 'The council in Lima voted. They went home.');
  finds(code, '<|>overnment<|> officials in lima voted and went home');
  leaves(code, 'zorblatt officials in lima voted and went home');
  leaves(code, '[[person=Avery: avery]] and others in lima voted and went home');
  leaves(code, 'the council in lima voted and its members went home');
  leaves(code, 'The council voted.\n\nThey went home.\n\nReporting by Ann Lee');
  leaves(code, 'iPhone sales rose. The maker was glad.');
  leaves(code, '');
  leaves(code, '“we are here,” she said.\n\nIt rained in 2019');
});

describe('run-in-line', () => {
  const code = 'run-in-line';
  finds(
    code,
    'the state has fired missiles in the face of warming relations between both <|>see also<|> neighbour again fires rockets into the sea in developments with wider regional implications for all',
  );
  finds(
    code,
    '<|>Lima council votes on a tax after long talks<|> The council of Lima voted on Monday to raise a tax on water.',
  );
  leaves(code, 'The council of Lima voted on Monday to raise a tax on water, as it had said.');
  leaves(code, 'In Lima the council of The Hague was a guest on Monday and left again.');
  leaves(code, 'You can see also the river from the old tower.');
  leaves(code, 'See also: Lima council');
  leaves(
    code,
    'the men answered an advertisement in lima and in related stories of other papers of the town on that monday in the rain',
  );
});

describe('repeated-sentence', () => {
  const code = 'repeated-sentence';
  const sentence = 'The council of Lima voted on Monday to raise the tax.';
  finds(code, `${sentence} It rained. <|>${sentence}<|> It stopped.`);
  finds(code, `${sentence}\n\nIt rained.\n\n<|>${sentence}<|>`);
  leaves(code, 'He did not elaborate. It rained. He did not elaborate.');
  leaves(code, `${sentence} ${sentence.replace('Monday', 'Tuesday')}`);
  finds(
    code,
    'the council of lima voted on monday to raise the tax on water after long and bitter talks and then some more of them it rained <|>the council of lima voted on monday to raise the tax on water after long and bitter talks<|> so it goes',
  );
});

describe('odd-characters', () => {
  const code = 'odd-characters';
  finds(code, 'The council<|>â€™<|>s vote in S<|>Ã£<|>o Paulo.');
  finds(code, 'The co<|>\ufffd<|>ncil voted and the co\ufffdncil left.');
  finds(code, 'The <|>\u0007<|>council voted.');
  finds(code, 'The <|>\ud83d<|> council voted.');
  leaves(code, 'The café in São Paulo sold Âge d’or — “naïve” 😀 — for €5…');
  leaves(code, 'Tabs\tand\r\nline ends are fine.');
});

describe('not-text and too-long', () => {
  leaves('not-text', 'The council voted.');
  leaves('too-long', 'The council voted.');
});
