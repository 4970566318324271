import { describe, it } from 'node:test';
import { type CheckOptions, check, checkForms } from '../support/check.ts';

/** A Wednesday. */
const published = '2019-04-03';
const dates: CheckOptions = { published, only: ['date'] };
const open: CheckOptions = { only: ['date'] };

describe('dates with their year', () => {
  it('reads months, days and years in every order', () => {
    checkForms('The office opened on [[date=2018-11-05: November 5, 2018]] in Lima.', dates);
    checkForms('The office opened on [[date=2018-11-05: 5 November 2018]] in Lima.', dates);
    checkForms('It closed in [[date=2017-08: August 2017]] and again in [[date=2015: 2015]].', dates);
    checkForms('It fell on [[date=2019-03-31: Sunday, March 31, 2019]], they said.', dates);
    check('The law of [[date=1998-02-01: 1998-02-01]] still holds.', dates);
  });
  it('reads decades, centuries and eras', () => {
    checkForms('In [[date=195: the 1950s]] and [[date=18: the 19th century]] it was otherwise.', dates);
    check('They were built [[date=BC0664 DATE APPROX: about 664 B.C.]] by the river.', { only: ['date'] });
  });
});

describe('dates against the publication', () => {
  it('takes a bare weekday for the latest one', () => {
    checkForms('The minister resigned on [[date=2019-03-29: Friday]] after talks.', dates);
    checkForms('The court will rule on [[date=2019-04-05: Friday]] in the case.', dates);
  });
  it('counts weeks, months and years', () => {
    checkForms('They met [[date=2019-W13: last week]] and will meet [[date=2019-05: next month]].', dates);
    checkForms('The deal was signed [[date=2017: two years ago]] in Rome.', dates);
  });
  it('leaves open what it cannot know', () => {
    checkForms('The minister resigned on [[date=XXXX-WXX-5: Friday]] after talks.', open);
    checkForms('They met [[date=PAST_REF: last week]] in Rome.', open);
    checkForms('The trial began on [[date=XXXX-04-27: April 27]] in Rome.', open);
  });
});

describe('durations and sets', () => {
  it('reads measures', () => {
    checkForms('He ruled for [[date=P7Y DURATION: seven years]].', dates);
    checkForms('It took [[date=PT1H30M DURATION: an hour and a half]] to cross.', dates);
    checkForms('A [[date=P25Y DURATION: 25-year-old]] man was hurt.', dates);
    checkForms('She is paid [[date=P1Y SET: annually]] by the board.', dates);
  });
});

describe('words that are no dates', () => {
  it('leaves them alone', () => {
    const texts = [
      'They may march in the fall of the second team.',
      'The sun sat low when he took the second place.',
      'Shares rose 12.53% and 90 percent of them agreed.',
      'Call 555-2014 or come to 1600 Main Street.',
      'They won 3-2 with version 10.4.2 of the plan.',
    ];
    for (const text of texts) checkForms(text, dates);
  });
  it('stays apart from prices and amounts', () => {
    check('It cost $1950 and weighed 2,000 pounds.', dates);
  });
});
