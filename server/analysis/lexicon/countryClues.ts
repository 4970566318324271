const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** States of which articles on the Georgia in the Caucasus speak. */
export const CAUCASUS_CODES = words('GE RU SUHH AM AZ UA TR');

/** Words of articles on the Georgia in the United States. */
export const GEORGIA_STATE_WORDS = words(`
atlanta savannah augusta macon columbus athens fulton dekalb gwinnett cobb florida alabama carolina tennessee
mississippi louisiana texas virginia ohio michigan pennsylvania arizona nevada iowa california republican republicans
democrat democrats democratic kemp abrams ossoff warnock perdue loeffler raffensperger bulldogs falcons braves cdc
senate county sheriff gop trump biden primary
`);

/** After `us` in lower case: the state, not the pronoun. */
export const AFTER_US_THE_STATE = words(`
president vice presidential troops troop official officials army military government state states secretary senate
senator senators house congress congressman congresswoman congressional ambassador ambassadors embassy forces navy air
airstrike airstrikes strike strikes marine marines department federal district supreme led backed based born made
citizen citizens economy economic dollar dollars treasury attorney justice judge court courts law laws lawmakers
intelligence drone drones soldier soldiers election elections presidency administration foreign defense defence
sanctions customs border coast geological census food trade tariffs companies company market markets stock stocks
national representative representatives diplomat diplomats envoy diplomacy policy policies interests service open
soccer women men olympic team centers center aid agency agencies commander commanders general base bases missile
nuclear warplanes warships ship ships aircraft carrier helicopter spy allies ally lawmaker capitol budget debt
immigration visa visas airlines airline media television rate rates bank banks central health public surgeon peace
space geographic dollar territory territories soil side history
`);

/** Before `us` in lower case: the state, as a noun. */
export const BEFORE_US_THE_STATE = words('the former senior top current mainland continental anti pro non');

/** Before `us` in lower case: the pronoun. */
export const BEFORE_US_THE_PRONOUN = words(`
of for to with from at on all both most some many join help helps helped show shows showed make makes made take takes took
allow allows tell tells told ask asks asked give gives gave let lets behind around among between against about like than
upon before after teach teaches taught remind reminds bring brings brought put keep keeps kept leave left see saw send
sent want wants need needs call called cost got get gets
`);

/** Before and after `turkey` in lower case: the bird. */
export const BEFORE_THE_BIRD = words(
  'the a roast roasted wild cold thanksgiving christmas ate eat eating cook cooking cooked frozen ground smoked whole fried deep stuffed',
);
export const AFTER_THE_BIRD = words(
  'sandwich sandwiches dinner breast meat meats farm farms farmer farmers hunting vulture vultures trot leg legs burger burgers bacon sausage gravy feathers',
);

/** Around `polish` in lower case: the verb or the paste. */
export const BEFORE_POLISHING = words('to nail shoe furniture will spit boot and your floor wax car');
export const AFTER_POLISHING = words('up off his her their your its my our it them');

/** States and peoples whose names people bear. */
export const NAMES_OF_PEOPLE = words(
  'chad jordan israel georgia kenya india china holland ireland france cuba german dutch dane lebanon america brazil malta cyprus finn germany jordans english togo ceylon trinidad ghana asia persia vietnam swede french poland england scotland welsh britain',
);

/** Titles in front of a name. */
export const HONORIFICS = words('mr mrs ms miss dr sir lady judge justice sen senator rep gov governor');

/** After a state's name or adjective: a body of that state, whose name does not cover the state's. */
export const BODIES_OF_STATE = words(
  'army navy air marines congress senate embassy government parliament ministry military supreme state treasury justice defense defence interior foreign secretary attorney president prime commerce labor labour homeland transportation police',
);

/** Peoples that speak a language of the same name. */
export const LANGUAGES = words(
  'chinese russian french german spanish italian japanese polish turkish portuguese dutch swedish danish norwegian finnish hungarian czech slovak romanian bulgarian greek ukrainian vietnamese thai indonesian malay nepali somali swahili serbian croatian bosnian albanian macedonian slovenian estonian latvian lithuanian icelandic irish burmese lao mongolian armenian georgian kazakh uzbek turkmen tajik kyrgyz azerbaijani filipino maltese',
);

/** Before a language: somebody speaks, writes or translates it. */
export const BEFORE_A_LANGUAGE = words(
  'speak speaks spoke spoken speaking fluent into learn learned learning learns taught teach teaches broken colloquial',
);

/** After an adjective of a people: a language, or the food of the people. */
export const AFTER_A_LANGUAGE = words(
  'language languages translation dialect dialects alphabet subtitles phrase phrases',
);
export const FOOD = words(
  'restaurant restaurants food foods cuisine dish dishes cooking takeaway takeout wine wines cheese sausage beer yogurt yoghurt',
);
