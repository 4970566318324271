/** How the day of a holiday is found in a year. */
export type HolidayRule =
  /** The same day of a month each year. */
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number }
  /** The n-th weekday (Monday 1) of a month, the last with -1; moved by some days. */
  | {
      readonly kind: 'weekday';
      readonly month: number;
      readonly weekday: number;
      readonly count: number;
      readonly moved?: number;
    }
  /** Days after Easter Sunday of the western or the eastern church. */
  | { readonly kind: 'easter'; readonly moved: number; readonly church: 'western' | 'eastern' }
  /** A day of another calendar. */
  | {
      readonly kind: 'calendar';
      readonly calendar: 'islamic-umalqura' | 'hebrew' | 'chinese';
      readonly month: string;
      readonly day: number;
    }
  /** A month of another calendar, or a day that no rule gives: only its year is known. */
  | { readonly kind: 'year' }
  /** The first Tuesday after the first Monday of November. */
  | { readonly kind: 'election' };

export interface Holiday {
  readonly names: readonly string[];
  readonly rule: HolidayRule;
}

const fixed = (month: number, day: number, ...names: string[]): Holiday => ({
  names,
  rule: { kind: 'fixed', month, day },
});
const weekday = (month: number, count: number, day: number, ...names: string[]): Holiday => ({
  names,
  rule: { kind: 'weekday', month, weekday: day, count },
});
const easter = (moved: number, ...names: string[]): Holiday => ({
  names,
  rule: { kind: 'easter', moved, church: 'western' },
});
const islamic = (month: number, day: number, ...names: string[]): Holiday => ({
  names,
  rule: { kind: 'calendar', calendar: 'islamic-umalqura', month: `M${String(month).padStart(2, '0')}`, day },
});
const hebrew = (month: string, day: number, ...names: string[]): Holiday => ({
  names,
  rule: { kind: 'calendar', calendar: 'hebrew', month, day },
});

/** Holidays of the world, their names in small letters without marks, as scraped text has them. */
export const HOLIDAYS: readonly Holiday[] = [
  fixed(1, 1, 'new year s day', 'new years day', 'new year day', 'new year'),
  fixed(12, 31, 'new year s eve', 'new years eve', 'new year eve'),
  fixed(1, 7, 'orthodox christmas', 'orthodox christmas day'),
  fixed(1, 6, 'epiphany', 'three kings day', 'feast of the three kings'),
  fixed(1, 26, 'australia day'),
  fixed(1, 27, 'international holocaust remembrance day', 'holocaust remembrance day'),
  fixed(2, 2, 'groundhog day', 'candlemas'),
  fixed(2, 6, 'waitangi day'),
  fixed(2, 14, 'valentine s day', 'valentines day', 'saint valentine s day', 'st valentine s day'),
  fixed(2, 29, 'leap day'),
  fixed(3, 8, 'international women s day', 'international womens day', 'world women s day', 'women s day'),
  fixed(3, 14, 'pi day'),
  fixed(3, 17, 'st patrick s day', 'saint patrick s day', 'st patricks day', 'saint patricks day'),
  fixed(3, 20, 'nowruz', 'norouz'),
  fixed(3, 22, 'world water day'),
  fixed(3, 24, 'world tuberculosis day', 'world tb day'),
  fixed(4, 1, 'april fools day', 'april fool s day', 'april fools'),
  fixed(4, 7, 'world health day'),
  fixed(4, 22, 'earth day'),
  fixed(4, 23, 'st george s day', 'saint george s day', 'world book day'),
  fixed(4, 25, 'anzac day', 'world malaria day'),
  fixed(4, 27, 'king s day', 'koningsdag', 'freedom day'),
  fixed(5, 1, 'may day', 'international workers day', 'international labor day', 'international labour day'),
  fixed(5, 3, 'world press freedom day', 'constitution day'),
  fixed(5, 5, 'cinco de mayo', 'liberation day'),
  fixed(5, 8, 've day', 'v e day'),
  fixed(5, 9, 'victory day', 'europe day'),
  fixed(5, 31, 'world no tobacco day'),
  fixed(6, 5, 'world environment day'),
  fixed(6, 6, 'd day'),
  fixed(6, 14, 'flag day', 'world blood donor day'),
  fixed(6, 19, 'juneteenth'),
  fixed(6, 20, 'world refugee day'),
  fixed(6, 24, 'midsummer day'),
  fixed(7, 1, 'canada day'),
  fixed(7, 4, 'fourth of july', '4th of july', 'us independence day', 'american independence day'),
  fixed(7, 14, 'bastille day'),
  fixed(7, 18, 'mandela day', 'nelson mandela international day'),
  fixed(8, 15, 'assumption day', 'feast of the assumption', 'vj day'),
  fixed(9, 21, 'international day of peace'),
  fixed(10, 3, 'day of german unity', 'german unity day'),
  fixed(10, 24, 'united nations day'),
  fixed(10, 31, 'halloween', 'all hallows eve', 'reformation day'),
  fixed(11, 1, 'all saints day', 'day of the dead'),
  fixed(11, 2, 'all souls day'),
  fixed(11, 5, 'guy fawkes night', 'bonfire night', 'guy fawkes day'),
  fixed(11, 11, 'veterans day', 'veteran s day', 'armistice day', 'remembrance day', 'singles day'),
  fixed(11, 30, 'st andrew s day', 'saint andrew s day'),
  fixed(12, 1, 'world aids day'),
  fixed(12, 6, 'st nicholas day', 'saint nicholas day'),
  fixed(12, 10, 'human rights day'),
  fixed(12, 24, 'christmas eve'),
  fixed(12, 25, 'christmas day', 'christmas', 'xmas', 'xmas day'),
  fixed(12, 26, 'boxing day', 'st stephen s day', 'kwanzaa'),
  weekday(
    1,
    3,
    1,
    'martin luther king day',
    'martin luther king jr day',
    'mlk day',
    'martin luther king junior day',
  ),
  weekday(2, 3, 1, 'presidents day', 'president s day', 'washington s birthday'),
  weekday(2, 1, 7, 'super bowl sunday'),
  weekday(5, 2, 7, 'mother s day', 'mothers day'),
  weekday(5, -1, 1, 'memorial day'),
  weekday(6, 3, 7, 'father s day', 'fathers day'),
  weekday(9, 1, 1, 'labor day', 'labour day'),
  weekday(
    10,
    2,
    1,
    'columbus day',
    'indigenous peoples day',
    'indigenous people s day',
    'canadian thanksgiving',
  ),
  weekday(11, 4, 4, 'thanksgiving day', 'thanksgiving'),
  { names: ['black friday'], rule: { kind: 'weekday', month: 11, weekday: 4, count: 4, moved: 1 } },
  { names: ['cyber monday'], rule: { kind: 'weekday', month: 11, weekday: 4, count: 4, moved: 4 } },
  { names: ['election day'], rule: { kind: 'election' } },
  easter(-47, 'shrove tuesday', 'mardi gras', 'fat tuesday', 'pancake day'),
  easter(-46, 'ash wednesday'),
  easter(-7, 'palm sunday'),
  easter(-3, 'maundy thursday', 'holy thursday'),
  easter(-2, 'good friday'),
  easter(-1, 'holy saturday', 'easter saturday'),
  easter(0, 'easter sunday', 'easter day', 'easter'),
  easter(1, 'easter monday'),
  easter(39, 'ascension day'),
  easter(49, 'pentecost', 'whit sunday', 'pentecost sunday'),
  easter(50, 'whit monday', 'pentecost monday'),
  easter(60, 'corpus christi'),
  { names: ['orthodox easter'], rule: { kind: 'easter', moved: 0, church: 'eastern' } },
  islamic(10, 1, 'eid al fitr', 'eid', 'eid ul fitr', 'id al fitr', 'eid el fitr'),
  islamic(12, 10, 'eid al adha', 'eid ul adha', 'eid al azha', 'feast of the sacrifice'),
  islamic(1, 10, 'ashura', 'ashoura', 'ashurah'),
  islamic(1, 1, 'islamic new year'),
  islamic(3, 12, 'mawlid', 'milad un nabi', 'prophet s birthday'),
  hebrew('M01', 1, 'rosh hashanah', 'rosh hashana'),
  hebrew('M01', 10, 'yom kippur', 'day of atonement'),
  hebrew('M01', 15, 'sukkot'),
  hebrew('M01', 23, 'simchat torah'),
  hebrew('M03', 25, 'hanukkah', 'chanukah', 'hannukah', 'hanukah'),
  hebrew('M06', 14, 'purim'),
  hebrew('M07', 15, 'passover', 'pesach'),
  hebrew('M09', 6, 'shavuot'),
  hebrew('M11', 9, 'tisha b av'),
  {
    names: ['chinese new year', 'lunar new year', 'chinese lunar new year', 'tet'],
    rule: { kind: 'calendar', calendar: 'chinese', month: 'M01', day: 1 },
  },
  {
    names: ['mid autumn festival'],
    rule: { kind: 'calendar', calendar: 'chinese', month: 'M08', day: 15 },
  },
  {
    names: ['dragon boat festival'],
    rule: { kind: 'calendar', calendar: 'chinese', month: 'M05', day: 5 },
  },
  {
    names: [
      'ramadan',
      'ramadhan',
      'lent',
      'diwali',
      'divali',
      'holi',
      'quds day',
      'al quds day',
      'independence day',
      'republic day',
      'national day',
    ],
    rule: { kind: 'year' },
  },
];
