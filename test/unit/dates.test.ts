import { describe, it } from 'node:test';
import { type CheckOptions, check, checkForms } from '../support/check.ts';

/** A Wednesday. */
const published = '2019-04-03';
const dates: CheckOptions = { published, only: ['date'] };
const open: CheckOptions = { only: ['date'] };

function both(...texts: readonly string[]): void {
  for (const text of texts) checkForms(text, dates);
}

describe('dates with their year', () => {
  it('reads months, days and years in every order', () => {
    both(
      'The office opened on [[date=2018-11-05: November 5, 2018]] in Lima.',
      'The office opened on [[date=2018-11-05: 5 November 2018]] in Lima.',
      'The office opened on [[date=2018-11-05: the 5th of November 2018]] in Lima.',
      'It closed in [[date=2017-08: August 2017]] and again in [[date=2015: 2015]].',
      'It fell on [[date=2019-03-31: Sunday, March 31, 2019]], they said.',
      'The spell began in [[date=1996: nineteen ninety-six]] in Chad.',
    );
    check('The law of [[date=1998-02-01: 1998-02-01]] still holds.', dates);
    check(
      'The law of [[date=1998-02-13: 13/2/1998]] and of [[date=1998-02-14: 2/14/1998]] still holds.',
      dates,
    );
  });
  it('reads decades, centuries and eras', () => {
    both(
      'In [[date=195: the 1950s]] and in [[date=18: the 19th century]] it was otherwise.',
      'A coup of [[date=198 DATE START: the early 1980s]] failed.',
    );
    check('They were built [[date=BC0664 DATE APPROX: about 664 B.C.]] by the river.', open);
    check('The [[date=BC0499: 499]]-[[date=BC0493: 493 BC]] revolt failed.', open);
  });
  it('reads quarters, halves, seasons, weeks, school and fiscal years', () => {
    both(
      'Profits fell in [[date=2018-Q3: the third quarter of 2018]] and since.',
      'It grew in [[date=2019-H1: the first half of this year]].',
      'They met in [[date=2001-SU: the summer of 2001]] in Oslo.',
      'It starts in [[date=2019-W15: the week of April 8]] in Rome.',
      'The cuts begin in [[date=FY2020: fiscal year 2020]] in Ohio.',
    );
  });
});

describe('dates against the publication', () => {
  it('takes a bare weekday for the latest one, or the next one after a verb that looks ahead', () => {
    both(
      'The minister resigned on [[date=2019-03-29: Friday]] after talks.',
      'The court will rule on [[date=2019-04-05: Friday]] in the case.',
      'The minister resigned [[date=2019-03-29: last Friday]] after talks.',
      'They meet [[date=2019-04-12: Friday next week]] in Rome.',
    );
  });
  it('gives a month or day the year that brings it nearest', () => {
    both(
      'The king died on [[date=2018-12-27: December 27]] in Riga.',
      'He was held until [[date=2019-05-14: May 14]] in Riga.',
      'The trial began in [[date=2018-11: November]] in Riga.',
    );
  });
  it('counts days, weeks, months and years', () => {
    both(
      'They met [[date=2019-W13: last week]] and will meet [[date=2019-05: next month]].',
      'The deal was signed [[date=2017: two years ago]] in Rome.',
      'He left [[date=2019-04-02: yesterday]] and returns [[date=2019-04-04TMO TIME: tomorrow morning]].',
      'It rained [[date=2019-04-02TNI TIME: last night]] in Rome.',
      'It ends at [[date=2019-05 DATE END: the end of next month]] in Rome.',
    );
  });
  it('leaves open what it cannot know', () => {
    for (const text of [
      'The minister resigned on [[date=XXXX-WXX-5: Friday]] after talks.',
      'They met [[date=PAST_REF: last week]] in Rome.',
      'The trial began on [[date=XXXX-04-27: April 27]] in Rome.',
      'They meet [[date=FUTURE_REF: next month]] in Rome.',
      'They met [[date=PRESENT_REF: this week]] in Rome.',
    ])
      checkForms(text, open);
  });
  it('knows holidays', () => {
    both(
      'She sang on [[date=2018-12-25: Christmas Day]] in Rome.',
      'She will sing on [[date=2019-04-19: Good Friday]] in Rome.',
      'Shops closed for [[date=2018-11-22: Thanksgiving]] in Ohio.',
    );
  });
});

describe('dates against an earlier date', () => {
  it('counts from the nearest earlier date, not from the publication', () => {
    both(
      'The war began on [[date=1950-06-25: June 25, 1950]]. Two cities fell [[date=1950-06-27: two days later]].',
      'He was born in [[date=1950: 1950]] and moved [[date=1952: two years later]] to Rome.',
      'They met on [[date=2019-04-01: Monday]] and spoke again [[date=2019-04-02: the next day]].',
      'The strike began [[date=2019-03-29: Friday]]. Nobody was hurt [[date=2019-03-29: that day]].',
    );
  });
  it('keeps the year told shortly before', () => {
    both(
      'He was held on [[date=2017-11-15: November 15, 2017]] and freed on [[date=2017-11-21: November 21]].',
    );
  });
});

describe('clock times', () => {
  it('joins a clock with its day and its zone', () => {
    both(
      'It struck at [[date=2019-03-30T16:42 TIME: 4:42 p.m. local time on Saturday]] near Rome.',
      'It struck at [[date=2019-03-31T03:00Z TIME: 0300 UTC Sunday]] near Rome.',
    );
    check('It struck at [[date=2019-03-30T17:00Z TIME: 17:00 GMT on Saturday]] near Rome.', dates);
  });
});

describe('durations and sets', () => {
  it('reads measures', () => {
    both(
      'He ruled for [[date=P7Y DURATION: seven years]].',
      'He ruled for [[date=P60Y DURATION MORE_THAN: more than 60 years]].',
      'It took [[date=PT1H30M DURATION: an hour and a half]] to cross.',
      'A [[date=P25Y DURATION: 25-year-old]] man was hurt.',
      'It took [[date=PXD DURATION: two to four days]] to cross.',
      'He was away for [[date=P2W DURATION: the last two weeks]].',
      'They had a [[date=P5D DURATION: five-day]] visit.',
    );
  });
  it('reads what comes again', () => {
    both(
      'She is paid [[date=P1Y SET: annually]] by the board.',
      'It costs 40 million dollars [[date=P1Y SET: a year]] to run.',
      'They meet [[date=P2D SET: every second day]] and [[date=P1W SET: once a week]] in Rome.',
      'They met [[date=XXXX-WXX-1 SET: every Monday]] in Rome.',
    );
  });
  it('reads the present, the past and the future', () => {
    both(
      'She is [[date=PRESENT_REF: now]] in Rome and [[date=PAST_REF: recently]] moved.',
      'Nobody knows what will be in [[date=FUTURE_REF: the near future]].',
    );
  });
});

describe('spans', () => {
  it('leaves an article to the noun it belongs to', () => {
    check('the [[date=195: 1950s]] war and a [[date=2019-07-06: July 6]] statement', dates);
  });
  it('makes two marks of a range', () => {
    both('He ruled from [[date=1973: 1973]] to [[date=1990: 1990]] in Chile.');
    check('It runs [[date=2019-05-13: May 13]]-[[date=2019-05-15: 15]] in Rome.', dates);
    check('he ruled in [[date=1950: 1950]] [[date=1953: 1953]] in korea', dates);
  });
});

describe('words that are no dates', () => {
  it('leaves them alone', () => {
    both(
      'They may march in the fall of the second team.',
      'The sun sat low when he took the second place.',
      'Shares rose 12.53% and 90 percent of them agreed.',
      'Call 555-2014 or come to 1600 Main Street.',
      'They won 3-2 with version 10.4.2 of the plan.',
      'She may be right that we march on.',
      'The august body met Mr. May.',
      'The Daily Telegraph and the Sunday Times agreed.',
      'It moved at 40 miles per hour and 3 quarters of it fell.',
      'He read as quickly as soon as he could.',
    );
    check('It cost $1950 and weighed 2,000 pounds.', dates);
    check('He was in his early 70s and watched Back to the Future.', dates);
    check('We crossed 2000 people, 1,995 miles and 1500 homes.', dates);
  });
});
