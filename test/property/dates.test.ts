import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/full';
import { addTo, factsOf, holidayIn, nthWeekday, weekOf } from '../../server/analysis/dates/calendar.ts';
import { anyText } from '../support/anyText.ts';
import { findDates } from '../support/dateSuites.ts';

/** Words of time, so that chance makes expressions of them. */
const timeWords = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'the a an last next this past of in on at and to from until early late mid may march second sun sat fall monday friday june february 30 31 29 2019 1950 2020 1950s 4 42 p m am utc week weeks year years day ago later earlier every each once half quarter first third century bc new year s eve christmas easter night morning noon midnight today tomorrow now soon two twenty five hundred few several'.split(
          ' ',
        ),
      ),
      fc.constantFrom(',', '.', '-', '–', '/', ':', "'", '%', '$', '(', ')', '\n'),
      fc.integer({ min: 0, max: 99999 }).map(String),
    ),
    { maxLength: 60 },
  )
  .chain((words) => fc.constantFrom(' ', '', '  ').map((gap) => words.join(gap)));

const day = fc
  .integer({ min: 0, max: 200_000 })
  .map((days) => Temporal.PlainDate.from('1600-01-01').add({ days }).toString());

describe('dates of any text', () => {
  it('lie in the text, in order, apart, whatever the text and the day', () => {
    fc.assert(
      fc.property(fc.oneof(timeWords, anyText), fc.option(day, { nil: undefined }), (text, published) => {
        const dates = findDates({ id: '', text, entities: [], ...(published && { published }) });
        let end = 0;
        for (const date of dates) {
          assert.ok(end <= date.start && date.start < date.end && date.end <= text.length);
          assert.doesNotMatch(date.value, /undefined|NaN|null/u, text);
          end = date.end;
        }
      }),
      { numRuns: 600 },
    );
  });
  it('are the same the second time', () => {
    fc.assert(
      fc.property(timeWords, day, (text, published) => {
        const own = { id: '', text, entities: [], published };
        assert.deepEqual(findDates(own), findDates(own));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the calendar', () => {
  it('keeps weeks, leap days and ends of years as ISO 8601 has them', () => {
    assert.equal(weekOf('2018-12-31'), '2019-W01');
    assert.equal(weekOf('2021-01-03'), '2020-W53');
    assert.equal(addTo('2020-02-29', 1, 'years'), '2021-02-28');
    assert.equal(addTo('2019-12-31', 1, 'days'), '2020-01-01');
    assert.equal(nthWeekday(2019, 9, 1, 1), '2019-09-02');
    assert.equal(nthWeekday(2019, 2, 5, 5), undefined);
  });
  it('agrees with itself for any day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
        assert.equal(addTo(addTo(from, count, 'days'), -count, 'days'), from);
        assert.equal(factsOf(addTo(from, 7 * count, 'days')).weekday, factsOf(from).weekday);
        assert.match(weekOf(from), /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u);
      }),
    );
  });
  it('knows the holidays that move', () => {
    const days = ['easter', 'orthodox easter', 'thanksgiving', 'eid al fitr', 'passover', 'chinese new year'];
    assert.deepEqual(
      days.map((name) => holidayIn(name, 2019)),
      ['2019-04-21', '2019-04-28', '2019-11-28', '2019-06-04', '2019-04-20', '2019-02-05'],
    );
  });
});
