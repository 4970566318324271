import { isRealDay } from '../analysis/dates/calendar.ts';

const YEAR = '(?:\\d{4}|XXXX)';
const FORMS: readonly RegExp[] = [
  // Centuries and decades, years, months, days with a time.
  /^(?:\d{2}|\d{3}|\d{4}|BC\d{4})$/u,
  new RegExp(`^${YEAR}-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\\d|3[01]|XX))?(?<time>T.+)?$`, 'u'),
  // Weeks with a weekday or the weekend, seasons, quarters and halves.
  new RegExp(`^${YEAR}-W(?:0[1-9]|[1-4]\\d|5[0-3]|XX)(?:-(?:[1-7]|WE))?(?<time>T.+)?$`, 'u'),
  new RegExp(`^${YEAR}-(?:SP|SU|FA|WI|Q[1-4X]|H[12X])$`, 'u'),
  /^(?:PRESENT|PAST|FUTURE)_REF$/u,
  // Durations.
  /^P(?=.)(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|WE|DE|CE|ML|Q|SP|SU|FA|WI|H))*(?:T(?=.)(?:(?:\d+(?:\.\d+)?|X)[HMS])*(?:(?:\d+|X)(?:MO|AF|EV|NI|DT))?)?$/u,
  /^(?<time>T.+)$/u,
];
const TIME =
  /^T(?:(?:[01]\d|2[0-4]|XX)(?::[0-5]\d(?::[0-5]\d)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?|MO|MI|AF|EV|NI|DT|PM|AM)$/u;

/** What is wrong with a TIMEX3 value, in a sentence; undefined where nothing is. */
export function checkTimexValue(value: string): string | undefined {
  const form = FORMS.map((pattern) => pattern.exec(value)).find((match) => match !== null);
  if (!form)
    return 'This is no TIMEX3 value: write 2019-04-27, 2019-W13, 2019-Q2, 195, P3D, PT2H or PRESENT_REF.';
  const time = form.groups?.time;
  if (time !== undefined && !TIME.test(time))
    return `“${time}” is no time of day: write T16:42, T16:42Z or TEV.`;
  const day = /^(\d{4})-(\d{2})-(\d{2})/u.exec(value);
  if (day && !isRealDay(Number(day[1]), Number(day[2]), Number(day[3])))
    return `The calendar has no ${day[0]}.`;
  return undefined;
}
