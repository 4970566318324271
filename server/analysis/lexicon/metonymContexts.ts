const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Before a city: it is a place that one is at, comes to or leaves. */
export const PLACING_WORDS = words(`
in at near outside around inside into through across via within toward towards of downtown central eastern western
southern northern greater visit visits visited visiting reach reached reaches enter entered enters leave leaves left
leaving arrive arrived city capital capitals metropolitan suburban airport bombed shelled hit struck above over beyond
where street avenue called named mayor aboard old new
`);

/** After a city: it is part of the name of another place or thing, or its people and parts are spoken of. */
export const LOCAL_NOUNS = words(`
airport university street avenue road square times post suburb suburbs residents resident d dc state where hospital
hotel stadium zoo marathon summit accord accords agreement treaty protocol convention games olympics olympic conference
declaration area region district province mayor police metro subway bureau correspondent international school college
institute monument museum theater theatre club team fc stock exchange bourse journal herald star examiner redskins
nationals capitals wizards mystics weather traffic market markets streets neighborhood neighborhoods church cathedral
mosque bridge river harbor harbour port station streets courthouse court prison jail embassy consulate
`);

/** After a city: the men who rule from it. */
export const RULING_NOUNS = words('government regime administration leadership junta dictatorship');

/** After a house that rules: those who work there and what they put out. */
export const STAFF_NOUNS = words(`
spokesman spokesmen spokeswoman spokesperson spokespersons spokeman official officials aide aides adviser advisers
advisor advisors staff staffers statement press counsel lawyer lawyers attorney attorneys request counterterrorism
economist budget chief national communications deputy senior policy task announcement decision plan proposal
source sources memo order orders insiders veto threat nominee
`);

/** What a government has: after the possessive of its city, in the next words. */
export const POLICY_NOUNS = words(`
ambition ambitions call calls view views proposal proposals promise promises attempt attempts assertion assertions idea
ideas control government policy policies decision decisions demand demands claim claims refusal rejection response
support position positions stance ally allies influence effort efforts plan plans intention intentions program
programme programs programmes aggression aggressions relations relationship ties role nuclear missile missiles
sanctions diplomacy diplomatic foreign military reintegration interference denial denials criticism threat threats
crackdown commitment commitments strategy sovereignty territorial claim envoy ambassador compliance human treatment
request requests offer insistence willingness desire interests concerns concern warning warnings rule backing
involvement intervention capabilities capability arms complaint complaints reluctance patience behest objections
objection anger pursuit explanation restrictions uranium enrichment development negotiator negotiators hostility
official ruling communist weapons delegation declaration candidacy occupation invasion annexation economic political
trade membership blockade truce aspirations entry exports budget cooperation friends enemies rivals neighbors
neighbours foes partners
approval disapproval opposition handling admission recognition priority wishes wish state conditions fears actions behavior behaviour approach failure unwillingness readiness bid regime leadership
leaders rulers troops army weapons arsenal rhetoric
`);

/** A verb whose object is asked, pressed or blamed, as governments are. */
export const ADDRESSING_VERBS = words(`
accuse accuses accused accusing urge urges urged urging ask asks asked asking warn warns warned warning press pressed
pressing pressure pressured pressuring convince convinced convincing persuade persuaded persuading blame blames blamed
blaming criticize criticizes criticized criticizing criticise criticises criticised criticising condemn condemns
condemned condemning anger angers angered angering irritate irritated infuriate infuriated embarrass embarrassed force
forced forcing allow allowed allowing help helped helping let letting deter deterred deterring isolate isolated
isolating punish punished punishing sanction sanctioned sanctioning provoke provoked provoking compel compelled
offer offering offered lead led appease persuading consulting consult consulted thank thanked thanks push pushed
pushing lobby lobbied lobbying defy defied defying engage engaging engaged enrage enraged alarm alarmed worry worried
recognize recognizes recognized recognise recognises recognised recognizing give gives gave giving grant grants granted
granting deny denying denied praise praised praising denounce denounced denouncing suspect suspects suspected support
supports supporting supported back backs backing backed oppose opposes opposing opposed encourage encouraged
encouraging demand destabilize dismiss dismissed acknowledge trust trusts antagonize antagonise fears distrust
signaled signalled refer refers referred referring stop stopping stopped prevent prevents preventing prevented tell tells
told telling remind reminded invite invited arm armed arming fund funded bribe lure lured pit pitting
`);

/** Before `with`, `between`, `from`, `to`, `on`, `against`, `over` and a city: dealings of states. */
export const DEALING_NOUNS = words(`
relations relationship relationships ties tie tensions tension talks talk negotiations negotiation dialogue dialog
deal agreement agreements cooperation co-operation links dispute disputes standoff confrontation alliance alliances
differences contacts contact peace truce diplomacy rapprochement detente trade war conflict cold partnership accord
rift row feud program programme disagreement disagreements rivalry friction negotiate negotiating negotiated ceasefire pact clash
`);

export const DEALINGS_BY_PREPOSITION: Readonly<Record<string, ReadonlySet<string>>> = {
  from: words(
    'independence independent signal cooperation investment influence pressure help support assistance aid response orders instructions guarantees assurances concessions autonomy secede secession backing permission signal signals approval recognition money funding',
  ),
  to: words(
    'ambassador ambassadors envoy envoys concession concessions message messages warning warnings allegiance loyal aid sales support assistance hostile close closer allied signal signals threat threats',
  ),
  on: words('call called calls calling pressure sanctions embargo restrictions penalties sanction tariffs'),
  against: words(
    'sanctions action actions allegations accusations measures embargo charges penalties war campaign resolution complaint retaliation retaliate',
  ),
  toward: words('policy policies stance approach attitude hostility'),
  towards: words('policy policies stance approach attitude hostility'),
  for: words('support'),
  of: words('defiance criticism condemnation support backing ire patience behalf ally allies critic critics'),
  by: words(
    'attempt attempts opposed requested demanded accused sponsored funded financed approved proposed controlled rejected backed supported denied imposed taken made',
  ),
};

/** After a city as subject: what only those who rule from it do. */
export const ACTING_VERBS = words(`
say says said insist insists insisted deny denies denied accuse accuses accused consider considers considered want
wants wanted agree agrees agreed reject rejects rejected refuse refuses refused threaten threatens threatened warn
warns warned vow vows vowed pledge pledges pledged promise promises promised argue argues argued maintain maintains
maintained claim claims claimed believe believes believed hope hopes hoped fear fears feared seek seeks sought demand
demands demanded urge urges urged condemn condemns condemned criticize criticizes criticized criticise criticised
blame blames blamed support supports supported oppose opposes opposed back backs backed recognize recognizes
recognized recognise recognises recognised regard regards regarded view views viewed respond responds responded
react reacts reacted retaliate retaliates retaliated impose imposes imposed lift lifts lifted cut cuts severed
suspend suspends suspended break broke restored withdraw withdraws withdrew deploy deploys deployed sent sends
blacklisted expelled expels recalled recalls summoned announces announced declares declared confirmed confirms
acknowledged acknowledges admitted admits offered offers proposed proposes appealed called calls asked asks intends
intended plans planned hopes expects expected prefers favors favours favored denounced denounces dismissed dismisses
challenged challenges ignored ignores violated violates pursues pursued tests tested conducts conducted launched fired
signed ratified abandoned abandons stopped resumed resumes halted freezes froze backs took takes decided decides
signaled signals signalled indicated indicates stressed emphasized replied replies faces needs must wishes
tolerates welcomes welcomed praised praises hailed helps helped continues continued lacks lacked presents makes wins recognises grew became insisted blocks blocked
vetoed vetoes orders ordered allows allowed accepts accepted recommends provided provides supplies supplied honors
joined joins launches needed remains remained responds maintains relies imposed seized seizes annexed annexes invaded
invades adopted adopts failed fails conducts dropped drops surrendered reimposed reimposes boycotted boycotts barred
bars attempts attempted depends ended ends estimates extended extends apologized apologised apologizes urged admitted
admits paid pays appears appeared holds harbors harbours sponsors sponsored arms armed trains finances financed
exports sells sold buys bought spends uses used tries tried pushes pushed presses pressed lobbied lobbies
gave gives listens listened meddles meddled waits waited
voiced expressed expresses reiterated reiterates disputes disputed
objected objects fears granted grants approved approves banned bans closed released issued issues
`);

/** After an auxiliary: what a state is doing or about to do. */
export const STATE_PARTICIPLES = words(`
seeking trying considering targeting developing ready willing prepared unwilling planning pursuing threatening
refusing demanding insisting demonstrating hoping helping supporting backing arming supplying using building
violating cooperating complying committed determined interested concerned worried convinced open opposed reluctant
eager keen unhappy aware cheating negotiating moving preparing attempting hiding interfering meddling serious
responsible behind putting giving offering pushing urging continuing looking obliged entitled silent isolated free awaiting withdrawing
sending ignoring blocking denying calling asking waiting taking insisting enriching hoping expected likely set due
provided shared supplied built given made
`);

export const AUXILIARIES = words('has have had is was are were be');
export const MODALS = words(
  'will would must should may might could can cannot won wouldn does did doesn didn',
);
export const ADVERBS = words(`
flatly itself secretly reportedly again not also already repeatedly long now never still always only again recently consistently publicly formally officially
strongly apparently reportedly so yet since later initially t even been privately quickly clearly
`);
/** A city does these too. */
export const LOCAL_ACTS = words(
  'host hosts hosted hosting see seen be been witness become remain hold stage',
);

/** After a city and `to`: what a state is made, asked or expected to do. */
export const ACTS_OF_STATES = words(`
lift share obtain close end stop agree accept sign allow return give comply halt suspend abandon release withdraw provide
honor honour respect recognize recognise resume freeze dismantle negotiate stop pay extradite hand open restore ease
reconsider join rejoin support condemn impose cut reduce increase improve answer respond act change drop adopt ratify
disarm cooperate denuclearize denuclearise talk
`);

/** After `has no`: what a state may lack. */
export const VIEWS = words(
  'plan plans intention intentions interest role news desire right choice objection objections',
);
