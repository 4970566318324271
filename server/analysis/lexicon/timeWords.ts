import type { Part, Season, Unit } from '../dates/meaning.ts';

/** Months by name and abbreviation, 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = numbered([
  'january jan',
  'february feb febuary',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sept sep',
  'october oct',
  'november nov',
  'december dec',
]);

/** Months whose names or abbreviations are also common words or names: they need a neighbour that speaks for a date. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = words(
  'may march mar jan jun jul sep sept dec apr feb aug oct nov',
);

/** Days of the week, Monday 1 to Sunday 7. */
export const WEEKDAYS: ReadonlyMap<string, number> = numbered([
  'monday mondays mon',
  'tuesday tuesdays tue tues',
  'wednesday wednesdays wed weds',
  'thursday thursdays thu thur thurs',
  'friday fridays fri',
  'saturday saturdays sat',
  'sunday sundays sun',
]);

/** Abbreviated days of the week: only beside a date. */
export const DOUBTFUL_WEEKDAYS: ReadonlySet<string> = words(
  'mon tue tues wed weds thu thur thurs fri sat sun',
);

/** Units of time, singular. */
export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['second', 'second'],
  ['sec', 'second'],
  ['minute', 'minute'],
  ['min', 'minute'],
  ['hour', 'hour'],
  ['hr', 'hour'],
  ['day', 'day'],
  ['night', 'night'],
  ['evening', 'evening'],
  ['morning', 'morning'],
  ['weekend', 'weekend'],
  ['week', 'week'],
  ['fortnight', 'fortnight'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['season', 'season'],
  ['winter', 'winter'],
  ['summer', 'summer'],
  ['year', 'year'],
  ['yr', 'year'],
  ['decade', 'decade'],
  ['century', 'century'],
  ['millennium', 'millennium'],
]);

/** Units of time, plural. */
export const PLURAL_UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['seconds', 'second'],
  ['secs', 'second'],
  ['minutes', 'minute'],
  ['mins', 'minute'],
  ['hours', 'hour'],
  ['hrs', 'hour'],
  ['days', 'day'],
  ['nights', 'night'],
  ['evenings', 'evening'],
  ['mornings', 'morning'],
  ['weekends', 'weekend'],
  ['weeks', 'week'],
  ['fortnights', 'fortnight'],
  ['months', 'month'],
  ['quarters', 'quarter'],
  ['seasons', 'season'],
  ['winters', 'winter'],
  ['summers', 'summer'],
  ['years', 'year'],
  ['yrs', 'year'],
  ['decades', 'decade'],
  ['centuries', 'century'],
  ['millennia', 'millennium'],
]);

/** Parts of the day. */
export const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['morning', 'MO'],
  ['dawn', 'MO'],
  ['daybreak', 'MO'],
  ['sunrise', 'MO'],
  ['midday', 'MI'],
  ['lunchtime', 'MI'],
  ['noontime', 'MI'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['dusk', 'EV'],
  ['sunset', 'EV'],
  ['night', 'NI'],
  ['nightfall', 'NI'],
  ['overnight', 'NI'],
  ['daytime', 'DT'],
]);

/** Seasons; `fall` and `spring` are verbs as well. */
export const SEASONS: ReadonlyMap<string, Season> = new Map<string, Season>([
  ['spring', 'SP'],
  ['springtime', 'SP'],
  ['summer', 'SU'],
  ['summertime', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
  ['wintertime', 'WI'],
]);

/** Cardinal numbers below a hundred, and the scales above. */
export const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, 20 + 10 * index] as const),
  ['fourty', 40] as const,
]);

export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
]);

/** Ordinal numbers up to ninetieth that are one word. */
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, index) => [word, index + 1] as const),
  ...'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'
    .split(' ')
    .map((word, index) => [word, 20 + 10 * index] as const),
]);

/** Decades as a plural word: the eighties. */
export const DECADES: ReadonlyMap<string, number> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, index) => [word, 20 + 10 * index] as const),
);

/** Words for a number that is not said. */
export const VAGUE_COUNTS: ReadonlySet<string> = words(
  'several many few numerous countless some various dozens scores hundreds thousands millions billions tens',
);

/** Adjectives and adverbs of frequency, with the value of the SET. */
export const FREQUENCIES: ReadonlyMap<string, string> = new Map([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['nightly', 'XXXX-XX-XXTNI'],
  ['weekly', 'P1W'],
  ['biweekly', 'P2W'],
  ['fortnightly', 'P2W'],
  ['monthly', 'P1M'],
  ['bimonthly', 'P2M'],
  ['quarterly', 'P3M'],
  ['yearly', 'P1Y'],
  ['annual', 'P1Y'],
  ['annually', 'P1Y'],
  ['semiannual', 'P6M'],
  ['semiannually', 'P6M'],
  ['biannual', 'P6M'],
  ['biannually', 'P6M'],
  ['biennial', 'P2Y'],
  ['biennially', 'P2Y'],
]);

/** Names of time zones that may follow a clock time; the value tells whether it is UTC. */
export const ZONES: ReadonlyMap<string, boolean> = new Map([
  ...'utc gmt z zulu'.split(' ').map((zone) => [zone, true] as const),
  ...'et est edt ct cst cdt mt mst mdt pt pst pdt bst cet cest eet eest msk ist wib jst kst hkt sgt aest aedt acst awst nzst nzdt wat cat eat sast akst akdt hst ast adt brt art clt pkt npt ict pht irst gst'
    .split(' ')
    .map((zone) => [zone, false] as const),
]);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

function numbered(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(' ').map((word) => [word, index + 1] as const)));
}
