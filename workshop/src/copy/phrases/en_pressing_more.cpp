#include "copy/languages.h"

namespace aftermint::copy {

std::string_view englishPressingMore() {
  return R"(
unfit: risk* | (the | a) chance | chances | gambl* | my chances | chance it | los* !(angeles) | miss | missing |
  regret* | die | dies | dead | dying | died | starv* | wilt* | rot | rots | dry | dries | wither* | brown | yellow |
  suffer* | kill* | hate | bad | worse | worst | rather | sooner | prefer* | <(would | d | 'd | i'd) (like | likes) |
  enjoy* | love* | mind | matter* | care | cares | worry | hope | hoping | luck | lucky | fend | cope | manage |
  itself | alone | on its own | let | leave (my | it to | them to) | watch | without (protect* | help | sav* | care |
  a chance) | protect* | unprotected | sav* | discount* | deal | deals | bargain* | free | money | paying | full price
  | pay (more | the | full) | price | better | best | quality | amazing | happily | (happy | fine | ok | okay) (to |
  with (less | brown | dead | losing | paying | out | a ~1 (dead | dry | sad)) | without (help | results)) | wing it |
  guess* | nature | fate | deserve* | expert | serious | smart | lazy | cheap | stupid | fool* | fail* | mess | forget
  | struggle | dull | boring | ordinary | dark | behind | loser | last to | replac* | start over | (buy | get) (a new
  | another | new) | in spring | (when | until | till | after | if) (it | my | the | i | they | spring) | (don't | do
  not | dont | never) (want | need | like | care) (to | my | any | healthy | better | great | a | % | # | thriv* |
  help) | correctly | definitely | cold | hungry | thirsty | bare | naked | ugly | sad | weeds | pests | slugs |
  healthy | thriv* | problem* | trouble | yes | ok | okay | sure | ^ (add | buy | place | pay | confirm | order |
  upgrade) | (with | accept) (the | this) (upgrade | offer) | (proceed | continue | go) with it | (cancel | remove) my
  order | know better | what could go wrong | i (can | could) (do | handle) | deprive* | ignore my | neglect* |
  abandon* | (plant s? | roots | garden | root | frost | winter) (protection | care | food | health)
unfit: my (plant s? | plants | fern | roots | garden | lawn | roses | & | tree) ~1 (is | are | can | will | do | does
  | has | doesn't | don't | won't) | plants ~1 (are | can | will) | who needs | frost | not worth | tough
PEER = PEOPLE | FOLK | folks | neighbor | neighbors | neighbour | neighbours | everyone | everybody | club | lady |
  man | couple | house | houses | yard | yards | porch | porches | patio | patios | balcony | balconies | friends |
  regulars | members | orders | shoppers | visitors | homes | households | nobody | no one | ones | block | street |
  town | next door
TOOK = added | ordered | bought | took | chose | picked | came | ask | asks | asked | said | say yes | says yes |
  swear* | theirs | hers | already | without (one | it | them) | grab* | put ~2 (in | on | up | under) | agree* |
  never skip | regret* | have (one | it | them) | has (one | it) | did | does too | do too | do the same | in line |
  waiting | (don't | do not | never) ~1 (leave | skip | think | ask | plant | go | buy)
social?: PEER ~5 TOOK | hardly (a | an | anyone) | (zip | postal) code | (first | only one | last one | last) ~5 to
  (leave | go | skip | pass | know | find | say | have) | by name | (before | ahead of) you ~3 (said | took | added |
  ordered) | (every | each) (second | other | third) (order | cart | PEER) | (what | as | like) (others | PEER) (know
  | do | did | have) | (# | NUM) ~2 (PEER) ~1 (who | on | in | from | have | since | this) | word (is | gets) | nobody
  ~3 (but | except) | (join | follow) ~2 PEER
CARRIER = truck | van | box | parcel | carton | crate | pallet | driver | courier
BATCH = batch | tray | bench | shelf | crate | pallet | lot | kiln | firing | harvest | shipment | row | run
urgency?: CARRIER ~5 (loaded | closed | closes | open | sealed | waiting | waits | taped | rolls | pulls | leaving |
  gone) | (price | prices | offer | discount | deal) ~6 (another | higher | different | climb* | ends | end | history
  | memory | gone | again | not come | does not | expires | closes | stops | so does | with it) | so does (this | the)
  (price | offer | deal) | (tonight | tomorrow) ~4 (freez* | frost | gone | price | too late) | (freez* | frost) ~3
  (tonight | tomorrow) | (show | ask | offer | mention | bring | tell) ~4 once | (only | last) (time (we | you) |
  moment | call | day) | one time we | (still | little | not much | no | short on) time (to | . | but | left) | (but |
  and) not (much | long) | you hesitate | (if | while) you (wait | think | hesitate | decide) | (does | do | will) not
  wait | (come | follow) you to | season ~3 (over | ends | closes | closing | almost) | (almost | nearly | already)
  (january | february | march | april | may | june | july | august | september | october | november | december |
  winter | spring | summer) | by the time you | not for long | (say yes | decide | choose) now | in (# | NUM) minutes
  it | then never again
urgency?: BATCH ~5 (empty | gone | half | last | none | thin | bare) | (count | counting | counted) (# | NUM | _ .) |
  there were | (half | almost | nearly | mostly) (gone | empty | sold) | retired | (what | all) (he | she | they) left
  us | left us | (no more | none | not any) ~2 (until | till | after | this) | (could | can) not ~2 (get | find |
  make) ~1 (more | another | any) | (everybody | everyone) wants | # left | NUM left (in | of | and) | (looking at |
  down to | at) the (end | last | rest) | (is | are) rare | it is rare | rarely | once a year | one ~2 a year |
  (nurseries | shops | stores | suppliers | growers) ~6 (out | none | empty) | for now . | empty until | of the # (we
  | that) | (then | after that) (nothing | none | it is over | we are done)
guilt?: trust | promised | conscience | asham* | mercy | betray* | (nobody | no one) ~2 (else | but you) | (has |
  have) (only you | nobody | no one) | (cannot | can't) ~1 (walk | speak | tell you | run | feed itself | help itself)
  | (always | can) tell (who | whose) | whose (plant | plants | fern) | (would | could) you ~3 (leave | send | let |
  go | want) | you would (not | never) ~2 (leave | let | send | buy | go | put | do) | (nothing | little) to (eat |
  drink | live on) | (puppy | dog | child | baby | kid | grandmother | grandma | mother) ~3 (would | without |
  deserves) | (your | a) (puppy | dog | baby | grandmother | grandma) . | what (happens | happened | becomes) (to |
  of) ~2 (plants | FOLK | ferns | ficuses | those | it | them | _ that) | not (be)? pretty | (bad | careless | poor)
  (owner | parent | gardener | home) | (roots | leaves | plants | it) (remember* | know | forgive) | (you | your ~1)
  spoil | fend | thrown (out | away) | what sets ~2 apart | can (look after | take care of) itself | (is | are) (up to
  you | in your hands) | think of the | let ~2 win | a feel for | (have | had | ever | already) (lost | killed) (a |
  an | one | your) | is an annual | (a shame | a pity | heartbreaking | cruel) | yes ~2 my ~2 (deserve* | need* |
  want*) | yes ~2 want ~1 (healthy | happy | strong | living | thriving | beautiful) | (i | we) (am | 'm) ~2
  (responsible | good | caring | serious) | first (night | winter | frost) ~2 (without | alone | decides) | (its |
  their) first (night | winter) | and so do you | (made it | come) this far | you can . | be frank | most people
  forget | money you
guilt?: (& | your ~2) (looks (up | at) | wants | watches | thinks | feels | would (say | choose | ask | thank) | will
  (miss | know | remember | not forget) | is (thirsty | lonely | sad | scared)) | (says | say | tells) ~3 about (its |
  the | your | a) ~1 (FOLK | you) | remember that you | remember (us | this page) | yes ~1 (keep | help | make | let |
  give) (my | our | it) | yes ~4 (happy | healthy | alive | safe | thrive) | skipping ~3 is | (if | when) ~2 goes
  wrong | decent | since this is your first | (not | n't) (everybody | everyone | anybody) (can | could | has | gets)
  | forgives ~1 (mistakes | you) | hold our breath | fingers crossed | (our | any) (vet | vets | growers | experts |
  staff) ~3 (beg | hate | sigh | wince | cringe | shake | weep | cry) | do better | doing it right | (sleep | rest)
  (better | well | easy) | peace of mind | (it | they | plants) (is | are) worth | before it is too | do not (be |
  become) | if you (mean | want) (it | them | your ~2) to (live | last | make | survive) | you will (need | miss |
  wish | want) it | you have been warned | cheaper than (a | another | buying | replacing) | the difference between |
  half a | (kind | type | sort) of FOLK | less than (a | the) (coffee | price of) | your fault | no excuse* | excuse*
urgency?: until this page | full price | one click | right away | (goes | leave | leaves) ~1 (today | tonight) . |
  (season | frost | winter | spring | cold) ~3 (care* | ask* | wait | knock* | come* fast) | last (shipment | delivery
  | truck | order | day | week | box) | (now | today) (or | and not) | while (it | they | we | this | the) ~2 (lasts |
  last | still | open | here) | as long as | on the way out | expire* | deadline | this (minute | moment | second) |
  (disappear* | vanish* | gone) | (goes | go) (back)? up | only here | only now | only today | not later | never
  cheaper | (ends | closes) (when | with | at | in)
urgency?: all (there | we) (will | have | has | is | are | got) ~1 (be | left | this | .) | NUM (are | is) (promised |
  spoken | taken | reserved | sold | claimed) | (made | forged | fired | potted | sewed | grew | got | have) (eleven |
  twelve | thirty | forty | sixty | twenty | # | NUM) . | empty (hands | handed) | (sell | sells | selling | moving |
  move | went | go) (like | fast | quickly | out | before) | hotcakes | no more of | few of | (final | last) (one |
  ones | few | of | batch) | (next | another) (batch | shipment | lot | kiln) ~4 (not | until | unknown | next | when
  | if) | scarce | hard to come by | snapped | (won't | will not) be (more | another)
social?: (went | go | goes | walked | leave | left) (home | out | away) with | all week | on your (street | block |
  road) | to your street | the only (one | yard | porch | house) ~3 (without | who) | stopped arguing | ask (around |
  any FOLK | anyone) | PEER ~3 (swear | love | loves | adore | rave | talking | use | uses | do | does | trust) |
  (everyone's | everybody's) | the whole (town | street | club | block | neighborhood) | (favorite | favourite) of |
  as seen | (most | all) (of our)? PEER ~2 (do not | never | take | would) | you are (one of the)? (few | last | only)
  | (others | they) ~1 (did not | already | all)
guilt?: if ~3 could (talk | speak | ask | choose | tell) | be sorry | the hard way | dead !(end | line | heading) |
  dying | rotten | lifeless | doomed | (person | people | someone | somebody | anyone | FOLK) ~1 like you | yes ~1 (i
  | we) (take | look after | protect | value | respect) | (missing | lacking) (something | one thing) | (and | so) (it
  | they) (die | dies | wilt | starve) | (real | proper | caring) (home | care) | (every | any) (good | real) | what
  kind of | let (my | your) | do not let | never let | not just (any | a) | one day you | in (january | february |
  july | august | winter | spring) you (will | would) | (afford | bother) to | neglect* | careless | lonely | shiver*
  | gasp* | thirst | cry | cries | crying | silently | slow death | guilt* | responsib* | (you | they) (killed | lost)
  | (came | come) to you | depend* on you | rely on you | needs you | only as good as | do (it | them | your ~2) a
  favor | you (adopted | took it)
urgency?: before (we | they | the (truck | box | van | price)) | let ~3 escape | slip away | (today | tonight | now)
  (is | s) ~2 (last | only | final) | (last | final) (chance | minutes | hours | few) | (once | after) (you (pay |
  leave | close) | this page) | you will not (get | see | find | be offered) | a few (pots | plants | of | are | left
  | made) | only (a few | some | NUM | what) ~3 (made | left | came | survived | got) | (there is | there are) (just |
  only) | this (offer | price | deal) (is | ends | leaves | goes) | not (be | come) back | price (only | just) | as
  fast as | (fewer | less) (every | each) (day | hour | minute | year) | (disappearing | shrinking | melting) | the
  clock | (we | they) (never | rarely) (have | get | make | keep)
social?: (other | others | fellow) ~3 (FOLK | PEOPLE) | (nearly | almost) (all | every | everyone) ~3 (FOLK
  | PEOPLE) | few regret | did not think twice | (the rest of | like the rest) | (your | the) ~1 (next door | neighbor
  s?) | in your (area | town | city | state | neighborhood | climate | zone) ~4 (add* | bought | took | chose | have)
  | catch up | left behind | left out | fall behind
guilt?: (a | any | every | no | the | our) GOOD FOLK | feel (bad | guilty | sorry | terrible) | regret (it | this |
  every | not) | same regret | (imagine | picture) ~1 (explaining | telling | coming | finding | how | what | the |
  your) | (explain | tell) ~2 (kids | children | husband | wife | neighbors) | & ~1 (did | does | has | will) (not |
  never) | (did not | didn't) ask to | help (it | her | him) . | no ~2 deserves | (is | s) like (buying | leaving |
  owning | having | sending | going | keeping) | (do | go | be | leave | live) without (this | it) | if you (tend |
  always | often | usually | ever) | (our | the) (doctor | expert | vet | grower | experts) ~2 (sees | see | knows |
  hear | hears)
urgency?: after (tonight | today | tomorrow | this (week | page | order)) | (supplier | maker | potter | grower |
  workshop | mill | forge) ~3 (closed | retired | quit | moved | stopped | gone) | remainder | not many | (we | they)
  (pot | make | grow | sow | get | have) no more | (goes | went) .
social?: best ~1 (gardens | homes | balconies | yards | kitchens) | (all | most) (the)? (good | best | serious) _ |
  like you
guilt?: yes ~1 feed | my poor | (now | your) (job | turn) | hungry (& | plant | fern) | (go | goes) without | so (easy
  | simple) ~4 (owner | cannot | even) | a living thing
urgency?: number (NUM | # | _ .) | looking at number
social?: NOBODY ~4 alone
NEWBIES = beginners | novices | amateurs | newcomers | first timers
guilt?: you ~2 (know | learn | see | guess) (why | who | whose | too late) | (die* | fail* | rot) ~1 (by themselves |
  by itself | on their own) | (somebody | someone) (forg* | neglect* | lets | let) | even (someone | somebody | people
  | those | anyone | a FOLK | the most | if you) ~3 | NEWBIES ~3 (kill* | lose | fail | ruin | drown | never) | joining
  them | half (the | of the | of a) (job | work | story | tool | gift) | finish (it | the job | what you) | (gap |
  hole) in (it | your) | what (completes | fills) | ^ (a | an | the) _ _? (without | with no) ~3 (is | are | makes) |
  who (waters | feeds | protects | looks after | will) | what (then | now | if) | ask yourself | have you (thought |
  asked) | (one | a single) ~3 (undo* | ruin* | destroy* | kill*) | (take | takes | took) you (years | months) | all
  your (work | care) | you (spent | invested)
guilt?: (slowly | quietly | silently) _ | give* up | does to (it | them | your | &) | keep* (it | them | your ~1 | &)
  (alive | living) | yes ~6 (properly | right) | (pay | pays) for (it | that) . | cost you (more | your | a) | that
  pay* | (cannot | can't | will not | won't) ~1 (tell | warn | ask | complain) | should (not | never) (end | die | be
  left) | (almost | nearly) (there | done) | one step ~1 | long (road | way | winter) ahead | (plenty | lots) of (FOLK
  | folks) | (lost | loses) (hers | his | theirs) | by the time | did (its | their) part | hate for you | if you ~1
  ever (lost | killed)
urgency?: (charge | cost | costs) ~1 more | (someone | somebody) else? ~1 (takes | gets | wants | will) | back (on |
  to) the (shelf | bench) | we ~1 (stop* | cannot | can't | won't) ~1 (make | making | promise | hold | save) | if you
  order (now | today) | aside | the last (sack | bag | round | pickup | run) | forecast | of this page | on the hook
social?: FOLK (we | you) (admire | envy | know) | you wondered | down the (road | street) | (mr | mrs | ms) | FOLK who
  (walk | visit | come)
decline: GENUINE? (that is everything | that's everything | my order is (complete | fine)) TAIL?
guilt: NEVER let (your ~2 | & | my ~2) (die | starve | suffer | perish) | don't be the (one | person) who (kill* |
  let* | lose*) | (yourself | you) ~1 forgive yourself | never forgive yourself | (order | cart) ~1 (not | t) complete
  without | ^ (wait | hold on | stop) (. your order | your order) | might as well throw | only yourself to blame |
  (your ~2 | &) (is | are) (counting | depending) on you
belittling: even you (can | could) | idiot proof | for dummies
urgency: not see this (price | offer) again | now or never | at (no | any) other time again
scarcity: (no telling | no way of knowing | anyone's guess) ~1 (when | if | whether) ~4 (next | more | again)
social: your (neighbors | neighbours) already have (theirs | one | it) | everyone who ordered ~3 added it
)";
}

}  // namespace aftermint::copy
