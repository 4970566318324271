import { test } from 'node:test';
import { check, checkForms } from '../support/check.ts';

const people = { only: ['person'] } as const;

test('a Korean name keeps its last syllable', () => {
  checkForms('President [[person: Moon Jae-in]] will meet Mr. [[person: Kim]] of Busan.', people);
  check('South Korean president [[person: moon jae in]] will push the plan', { ...people, form: 'scraped' });
});

test('two people in a row are two when each is known alone', () => {
  check(
    'mr [[person: trump]] said so mr [[person: kim]] agreed the [[person: trump]] [[person: kim]] summit ended ' +
      'and mr [[person: trump]] left before mr [[person: kim]] did',
    { ...people, form: 'scraped' },
  );
});

test('a verb does not stick to a name that goes without it', () => {
  check('mr [[person: kim]] spoke mr [[person: kim]] may also want to leave and mr [[person: kim]] left', {
    ...people,
    form: 'scraped',
  });
});

test('the letters before question and answer are nobody', () => {
  check('Q: Was it worth the wait?\n\nA: It was.\n\nQ: Will you come back?\n\nA: Perhaps.', people);
});

test('a common word before a name that goes without it elsewhere is no part of it', () => {
  check(
    'mr [[person: karlsen]] spoke first and mr [[person: karlsen]] spoke last the ferry [[person: karlsen]] had bought was late',
    { ...people, form: 'scraped' },
  );
});

test('what has analysts and shares is a firm, wherever it stands and whatever people are called', () => {
  check(
    'Analysts at Anders Holm said so. Shares in Keller rose. Anders Holm and Keller were glad, said Ms. [[person: Keller]].',
    people,
  );
  check('analysts at anders holm said so but anders holm was wrong', { ...people, form: 'scraped' });
  check('He stayed in the shares of memory that [[person: Anders Holm]] keeps.', people);
});
