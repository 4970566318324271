/**
 * The words of communication, as data: lemmas by stance. Put together for Newsmark, with the verbs that the Gender Gap
 * Tracker (MIT) and JournalismAI (Apache-2.0) list among them.
 */
export type Stance = 'neutral' | 'claim' | 'denial' | 'promise' | 'question';

/** Verbs that report what somebody says or writes. */
export const VERBS: Readonly<Record<Stance, string>> = {
  neutral:
    'say tell state report announce add note write tweet comment explain declare remark continue read quote observe reply respond answer speak talk recall recount relate relay narrate recite conclude clarify confirm disclose reveal inform notify mention describe detail outline specify stipulate summarise summarize sum repeat reiterate restate retell reaffirm reconfirm testify rule decree find order text email blog post message phone cable wire telegraph whisper mutter murmur mumble shout yell scream cry exclaim holler bellow bark roar chant sing gasp sigh groan moan stammer stutter drawl croak snarl growl hiss snap quip joke jest laugh chuckle giggle smile grin smirk wink crack banter interject interrupt interpose chime chip intervene elaborate expand recap reflect muse ponder marvel enthuse gush rave cheer rejoice greet thank congratulate praise laud hail salute applaud commend acclaim eulogise eulogize apologise apologize sympathise sympathize lament mourn regret express voice utter pronounce proclaim herald trumpet broadcast publicise publicize advertise publish print share communicate convey signal signify indicate imply hint intimate insinuate connote denote address lecture preach sermonise sermonize teach instruct brief advise counsel caution warn alert remind recommend suggest propose submit put offer opine reckon figure guess speculate theorise theorize hypothesise hypothesize predict forecast foretell prophesy project estimate assess judge determine diagnose certify rate rank call term dub label brand name style christen characterise characterize depict portray liken compare refer point cite invoke reference list count number identify single highlight stress emphasise emphasize underline underscore accentuate concede acknowledge admit agree concur accept allow grant own confess recognise recognize react counter retort rejoin riposte begin start finish end close open resume proceed volunteer confide divulge leak let vent fume rant rage thunder storm seethe gripe grumble grouse moan whine complain protest object carp criticise criticize condemn denounce decry slam blast lambast lambaste lash attack assail savage berate chide scold rebuke reprimand castigate excoriate censure deplore bemoan bewail mock ridicule taunt tease jeer sneer scoff deride insult swear curse blame fault chastise upbraid lash rail inveigh inscribe jot scribble scrawl pen type dictate transcribe translate interpret paraphrase echo parrot mimic demonstrate illustrate show attest chronicle document record register file petition plead beg beseech implore entreat urge exhort encourage press prod demand command direct bid dare challenge invite summon request appeal lobby advocate champion endorse support back counter-argue reason rationalise rationalize justify defend stipulate sentence hold uphold affirm overrule find adjudge order rejoice wish hope pray toast boast crow gloat brag vaunt',
  claim:
    'claim allege assert contend argue maintain insist accuse charge purport aver avow profess posit postulate postulate submit swear suspect imply insinuate persist believe assume speculate reckon feel think accuse impute ascribe attribute',
  denial:
    'deny reject refute rebut dismiss dispute disclaim disavow repudiate disown contradict contest disagree dissent demur decline gainsay negate rubbish pooh-pooh refuse recant retract discount',
  promise: 'promise vow pledge threaten swear assure reassure guarantee commit undertake vouch ensure',
  question: 'ask inquire enquire query question wonder quiz demand interrogate probe grill',
};

/** Verbs with their particle, which belongs to the reporting word. */
export const PHRASAL_VERBS: Readonly<Record<Stance, string>> = {
  neutral:
    'point out|refer to|call out|cry out|yell out|shout out|speak out|lash out|hit out|spell out|sound off|chime in|chip in|cut in|weigh in|butt in|sum up|wind up|write in|write back|shoot back|fire back|hit back|go on|carry on|blurt out|burst out|let slip|read out|make clear|put it|call on|allude to|testify to|express hope|express concern|express optimism|express regret|express confidence|give notice|serve notice|take to twitter|make known|sign off|note down',
  claim: 'make out',
  denial: 'brush off|brush aside|wave away|push back|hit back at',
  promise: 'give assurance|give assurances',
  question: 'find out',
};

/** Nouns of communication that may carry a reported clause: `claims that`, `in a statement`. */
export const NOUNS: Readonly<Record<Stance, string>> = {
  neutral:
    'statement report announcement comment remark message letter email e-mail memo memorandum tweet post note notice bulletin dispatch release interview speech address testimony briefing conference word reply response answer explanation description declaration proclamation publication article editorial column blog broadcast communique communiqué admission acknowledgement confession confirmation disclosure revelation finding ruling verdict judgment judgement decision order recommendation suggestion proposal prediction forecast estimate estimation projection conclusion observation opinion view warning caution reminder alert advice criticism complaint objection protest condemnation rumour rumor news message slogan chant summary account version story quotation quote statement filing affidavit petition appeal call plea request demand',
  claim:
    'claim allegation accusation charge assertion contention argument counter-argument insistence speculation suspicion insinuation',
  denial: 'denial rejection refutation rebuttal dismissal repudiation',
  promise: 'promise pledge vow assurance reassurance guarantee threat commitment',
  question: 'question query inquiry enquiry',
};

/** Phrases that name the source of what the sentence says. */
export const SOURCE_PHRASES: readonly string[] = [
  'according to',
  'in the words of',
  'in the opinion of',
  'in the view of',
  'as per',
  'per',
];

/** Forms that the rules of inflection do not give: lemma, then past, past participle, third person, -ing where odd. */
export const IRREGULAR_VERBS: Readonly<Record<string, readonly string[]>> = {
  say: ['said', 'says', 'saying'],
  tell: ['told', 'tells', 'telling'],
  write: ['wrote', 'written', 'writes', 'writing'],
  speak: ['spoke', 'spoken', 'speaks', 'speaking'],
  read: ['read', 'reads', 'reading'],
  swear: ['swore', 'sworn', 'swears', 'swearing'],
  find: ['found', 'finds', 'finding'],
  put: ['put', 'puts', 'putting'],
  let: ['let', 'lets', 'letting'],
  feel: ['felt', 'feels', 'feeling'],
  think: ['thought', 'thinks', 'thinking'],
  hold: ['held', 'holds', 'holding'],
  uphold: ['upheld', 'upholds', 'upholding'],
  show: ['showed', 'shown', 'shows', 'showing'],
  sing: ['sang', 'sung', 'sings', 'singing'],
  begin: ['began', 'begun', 'begins', 'beginning'],
  teach: ['taught', 'teaches', 'teaching'],
  retell: ['retold', 'retells', 'retelling'],
  foretell: ['foretold', 'foretells', 'foretelling'],
  undertake: ['undertook', 'undertaken', 'undertakes', 'undertaking'],
  forecast: ['forecast', 'forecasts', 'forecasting'],
  broadcast: ['broadcast', 'broadcasts', 'broadcasting'],
  bid: ['bid', 'bids', 'bidding'],
  beseech: ['besought', 'beseeched', 'beseeches', 'beseeching'],
  overrule: ['overruled', 'overrules', 'overruling'],
  cry: ['cried', 'cries', 'crying'],
  go: ['went', 'gone', 'goes', 'going'],
  make: ['made', 'makes', 'making'],
  give: ['gave', 'given', 'gives', 'giving'],
  take: ['took', 'taken', 'takes', 'taking'],
  cut: ['cut', 'cuts', 'cutting'],
  hit: ['hit', 'hits', 'hitting'],
  spell: ['spelled', 'spelt', 'spells', 'spelling'],
  wind: ['wound', 'winds', 'winding'],
  shoot: ['shot', 'shoots', 'shooting'],
  burst: ['burst', 'bursts', 'bursting'],
  refer: ['referred', 'refers', 'referring'],
  admit: ['admitted', 'admits', 'admitting'],
  submit: ['submitted', 'submits', 'submitting'],
  commit: ['committed', 'commits', 'committing'],
  permit: ['permitted', 'permits', 'permitting'],
  aver: ['averred', 'avers', 'averring'],
  demur: ['demurred', 'demurs', 'demurring'],
  concur: ['concurred', 'concurs', 'concurring'],
  rebut: ['rebutted', 'rebuts', 'rebutting'],
  begrudge: ['begrudged', 'begrudges', 'begrudging'],
  blog: ['blogged', 'blogs', 'blogging'],
  brag: ['bragged', 'brags', 'bragging'],
  quip: ['quipped', 'quips', 'quipping'],
  snap: ['snapped', 'snaps', 'snapping'],
  chip: ['chipped', 'chips', 'chipping'],
  recap: ['recapped', 'recaps', 'recapping'],
  jot: ['jotted', 'jots', 'jotting'],
  grin: ['grinned', 'grins', 'grinning'],
  pen: ['penned', 'pens', 'penning'],
  dub: ['dubbed', 'dubs', 'dubbing'],
  beg: ['begged', 'begs', 'begging'],
  prod: ['prodded', 'prods', 'prodding'],
  sum: ['summed', 'sums', 'summing'],
  quiz: ['quizzed', 'quizzes', 'quizzing'],
  label: ['labelled', 'labeled', 'labels', 'labelling', 'labeling'],
  signal: ['signalled', 'signaled', 'signals', 'signalling', 'signaling'],
  counsel: ['counselled', 'counseled', 'counsels', 'counselling', 'counseling'],
  lie: ['lied', 'lies', 'lying'],
};
