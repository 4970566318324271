import { describe, it } from 'node:test';
import { type CheckOptions, check, checkForms } from '../support/check.ts';

/** A Wednesday. */
const dates: CheckOptions = { published: '2019-04-03', only: ['date'] };

function both(...texts: readonly string[]): void {
  for (const text of texts) checkForms(text, dates);
}

describe('days to come', () => {
  it('reads a day that something is on as the next one', () => {
    both(
      'The vote is on [[date=2019-04-04: Thursday]] in Turin.',
      'The exams are [[date=2019-04-08: Monday]] and [[date=2019-04-09: Tuesday]] in Turin.',
      'She is due back on [[date=2019-04-05: Friday]] in Turin.',
      'Ask me again on [[date=2019-04-05: Friday]].',
      'Join us on [[date=2019-04-06: Saturday]].',
    );
  });
  it('lets the words around a quotation say nothing of the day inside', () => {
    check('“Call me on [[date=2019-04-05: Friday]],” he said.', dates);
  });
  it('keeps the day of what was', () => {
    both('The vote was on [[date=2019-03-28: Thursday]] in Turin.');
  });
});

describe('money and business', () => {
  it('reads a quarter in the year that the tense allows', () => {
    both(
      'Sales fell in [[date=2018-Q3: the third quarter]].',
      'Sales will grow in [[date=2019-Q3: the third quarter]].',
      'The mill will open in [[date=2020-Q1: the first quarter]].',
      'It lost money in [[date=2014-Q2: the second quarter of 2014]].',
      'It grew in [[date=FY2013: fiscal 2013]] and since.',
    );
  });
  it('reads what is current, and rows of quarters', () => {
    both(
      'Sales will rise in [[date=2019-Q2: the current quarter]].',
      'Sales fell over [[date=P3Q DURATION: the last three quarters]].',
      'The current president ate three quarters of the cake.',
    );
  });
  it('reads the ends of periods', () => {
    both(
      'In [[date=P6M DURATION: the six months]] ended [[date=2018-09-30: September 30]] it lost money.',
      'Debts fell at [[date=2019 DATE END: year-end]].',
    );
    check('It sold more than in the [[date=2018: year-ago]] quarter.', dates);
  });
});

describe('how long', () => {
  it('takes last for a verb where it is one', () => {
    both(
      'The truce would last [[date=PT72H DURATION: 72 hours]].',
      'The talks will last [[date=P3D DURATION: three days]].',
      'It rained for [[date=P3D DURATION: the last three days]].',
    );
  });
  it('reads vague measures', () => {
    both(
      'It was built over [[date=PXY DURATION: the past few years]].',
      'Prices rose in [[date=PXM DURATION: recent months]].',
      'They have waited for [[date=PXDE DURATION: decades]].',
      'It is ready in [[date=PXW DURATION: a matter of weeks]].',
    );
  });
  it('keeps the modifier', () => {
    both(
      'It took [[date=P12Y DURATION LESS_THAN: nearly 12 years]].',
      'It took [[date=P1DE DURATION MORE_THAN: more than a decade]].',
      'It took [[date=P3M DURATION EQUAL_OR_MORE: at least three months]].',
    );
  });
});

describe('parts of years and days', () => {
  it('reads early, mid and late', () => {
    both(
      'They moved in [[date=199 DATE START: the early 1990s]].',
      'They moved in [[date=198 DATE MID: the mid-1980s]].',
      'It begins in [[date=2019-10 DATE END: late October]].',
      'Glass of [[date=18 DATE END: the late 19th]] and [[date=19 DATE START: early 20th centuries]] broke.',
    );
  });
  it('reads what a month or year is counted into', () => {
    both(
      'It opens on [[date=2019-05-06: the first Monday of next month]].',
      'It closed on [[date=2019-03-31: the last day of last month]].',
      'It opens [[date=2019-W16: the week after next]].',
      'She left [[date=2017: the year before last]].',
      "It closes by [[date=2019 DATE END: year's end]].",
      'In [[date=1995: 1995]] she left. [[date=1995-SP: That spring]] he died.',
      'It rained over [[date=PXD DURATION: the following days]].',
      'The feast dates back to [[date=1752: 1752]].',
    );
  });
  it('reads the ends of months and years behind a hyphen', () => {
    check(
      'Debts grew to [[date=2019-03 DATE END: end-March]] and will fall by [[date=2020 DATE END: end-2020]].',
      dates,
    );
  });
  it('reads the season of a short year', () => {
    check("They met in [[date=1969-SU: the summer of '69]].", dates);
  });
  it('reads a clock alone in its paragraph as the heading of an entry', () => {
    check(
      '[[date=2019-04-03T09:42 TIME: 9:42]]\n\nThe doors open.\n\n[[date=2019-04-03T10:15 TIME: 10:15]]\n\nShe speaks.',
      dates,
    );
  });
});

describe('scraped text', () => {
  it('reads ranges that have lost their dash', () => {
    check('it held from [[date=1951-05-12: 12]] [[date=1951-05-14: 14 may 1951]] on the hill', dates);
    check('the army of [[date=1915: 1915]] [[date=1917: 17]] was lost', dates);
    check('they left on [[date=2019-03-11: 11 march]] once again', dates);
    check('it began at [[date=2019-04-03T19:15 TIME: 19 15]] the same hour', dates);
  });
  it('takes a count behind a year for a count', () => {
    check('in [[date=2018: 2018]] 19 people came', dates);
  });
});

describe('what counts something else than time', () => {
  it('leaves an ordinal behind a day alone', () => {
    both(
      'They met on [[date=2019-03-30: Saturday]], the first time in [[date=P2Y DURATION: two years]].',
      'They met on [[date=2019-03-28: Thursday the 28th]] in Turin.',
    );
  });
  it('leaves scores and trains alone', () => {
    check('They won 4:05 in the rerun and took the 9:42 train.', dates);
  });
});
