#include "copy/languages.h"

namespace aftermint::copy {

std::string_view englishPhrases() {
  return R"(
NO = no | nope
THANKS = thanks | thank you | thank you very much | many thanks | thx
ANYWAY = anyway | though | all the same | very much
GENUINE = NO THANKS ANYWAY? | thanks but no THANKS? | NO but THANKS | NO THANKS? | THANKS

DET = the | this | that | these | any | an | a | optional
MEASURE = (# | one | two | three | four | five | six | eight | ten | twelve) (oz | ounce | ounces | fl oz | gallon |
  gallons | liter | litre | liters | litres | ml | l | g | kg | inch | inches | cm | foot | feet | ft | lb | lbs |
  pound | pounds | quart | quarts | qt | gal | pack | month | week | day)
THING = offer | offers | extra offer | item | items | extra item | extra items | product | products | extra | extras |
  add-on | add-ons | addon | addons | upgrade | upgrades | bundle | set | option | options | suggestion | suggestions
  | recommendation | recommendations | accessory | accessories | promotion | upsell | addition | additional item |
  additional items | trial | subscription | warranty | extended warranty | insurance | coverage | protection plan |
  plan | service | gift wrap | gift wrapping | step | page
OBJECT = it | this | that | these | them | this one | that one | this time | anything else | anything extra | DET?
  THING
WHOSE = (the | my | your | this)? (current | original | existing)? | the | my | your | this
ORDER = order | purchase | checkout | check out | check-out | payment | cart | basket | bag | order summary | summary
  | confirmation | order confirmation | confirmation page | receipt | order details | order status | account |
  delivery | shipping | store | shop | site | shopping | thank you page | next step | overview | order overview | home
  page
WHEN = now | for now | right now | just now | today | this time | at this time | at the moment | this once | for today
  | at present | just yet | yet | on this occasion
LATER = maybe | later | maybe later | perhaps later | another time | some other time | maybe another time | not WHEN |
  perhaps another time | maybe next time | next time | at a later time | remind me later | ask me later | later on

ADDING = adding | taking | choosing | buying | including | selecting | using | purchasing
SIZE = small | smaller | smallest | large | larger | big | bigger | medium | mini | regular | standard | single | one
  | two | three | first | MEASURE
GOODS = & | plant s? | plants | houseplant | houseplants | fern | monstera | orchid | pothos | tree | pot | pots |
  planter | planters | saucer | saucers | tray | bottle | bottles | bag | bags | box | jar | pack | packs | kit | set
  | pair | can | tin | roll | bundle | tool | tools | pruner | pruners | shears | secateurs | scissors | saw | knife |
  axe | spade | shovel | trowel | rake | hoe | fork | gloves | glove | hose | nozzle | sprayer | mister | globe |
  globes | stake | stakes | pole | poles | trellis | ties | clips | labels | soil | mix | compost | mulch | feed |
  food | fertilizer | fertiliser | seed | seeds | bulbs | cuttings | lamp | light | humidifier | meter | mat | cover |
  sleeve | holster | sheath | stand | shelf | hanger | basket | bucket | board | oil | refill | blade | blades | stone
  | brush | book | guide | card | size | color | colour | version
STUFF = moss | bamboo | coir | clay | terracotta | ceramic | steel | leather | canvas | watering | potting | plant |
  grow | garden | seed | drip | rain | hand | pruning | cotton | wool | felt | liquid | organic
PICK = (the | my | this | that | a | an | one | these | those | your)? SIZE? SIZE? STUFF? GOODS (size | one | only)?
WITHOUT = without (OBJECT | PICK | ADDING OBJECT? | changes | any changes | changing anything | a THING | one | extras
  | upgrading) | as is | as it is | unchanged | with nothing else | with no extras | with no changes
GOAL = (to | with | at) (WHOSE? ORDER)
GO = continue | next | skip | proceed | carry on | go on | move on | move along | go ahead | go | return | go back |
  back | head back | on
FINISH = complete | go with | finish | review | view | see | keep | check | show
REFUSE = decline | skip | dismiss | reject | refuse | ignore | pass on | pass | hide | remove | leave out | leave off
  | cancel | close | exit | opt out of | opt out | do not add | do not add (OBJECT)? to WHOSE? ORDER | don't add
  (OBJECT)? to WHOSE? ORDER | don't add (to WHOSE ORDER)? | dont add | do not upgrade | don't upgrade | no change | no
  changes | do not include | don't include | not adding | not this | never mind | nevermind | no need | no need for |
  not needed | not necessary | not required | not interested | not interested in | not for me | don't show again | do
  not show again | do without | not
HAD = (one | it | this | that | these | them | some | a pair | a set | PICK) already? | enough of (it | them | these)
CLAUSE = (just | only) (for)? PICK | PICK (only | alone) | (keep | stay with | stick with | continue with | go with |
  proceed with) (just | only)? PICK | (skip | continue without | without | leave out | no) PICK | (ship | send) WHOSE?
  ORDER (as is | as it is | alone | without it) | (i | we)? already (have | own | got) HAD | (i | we) have (one | some
  | mine | these | PICK) (already | at home)? | (i | we) ('ll | will)? keep PICK | (PICK | (the | my) SIZE one?) is
  (enough | fine | plenty | all) | (send | ship)? (just | only) what i (ordered | have) | (send | ship) (just | only)
  (my order | what i (ordered | have)) | (i | we)? (don't | do not) need (another | more | PICK) | GO GOAL? WITHOUT? |
  GO shopping WITHOUT? | take me GOAL WITHOUT? | FINISH WHOSE? ORDER WITHOUT? WITHOUT? | just WHOSE (ORDER | original
  ORDER) | only WHOSE ORDER | check out WITHOUT | (place | confirm | submit | pay for) WHOSE? ORDER WITHOUT | checkout
  WITHOUT | pay WITHOUT | keep (it | things | everything | WHOSE ORDER | WHOSE current (plan | order | selection)) (as
  is | as it is | the same | as they are)? | leave (as is | as it is) | close (this | the)? (window | popup | pop-up |
  dialog | message) | (just | only | straight to) WHOSE? ORDER | FINISH WITHOUT | leave (it | things | everything |
  WHOSE ORDER) (as is | as it is | out | off | unchanged) | stay with WHOSE (current | original) (plan | order |
  selection) | WITHOUT | REFUSE OBJECT? | REFUSE OBJECT? and GO GOAL? | REFUSE OBJECT? (WHEN | LATER) | LATER | NO
  (OBJECT | additional items | extras) (WHEN)? | done
NOTHING = nothing (else | more | extra | further) (WHEN | needed | to add)? | that is all | that's all | thats all |
  that will be all
TAIL = WHEN | LATER | please | ANYWAY | THANKS
PHRASE = CLAUSE | NOTHING
decline: GENUINE TAIL? TAIL? | GENUINE and? PHRASE TAIL? TAIL? | PHRASE TAIL? TAIL? | PHRASE (but | and)? GENUINE

NUM = # | one | two | three | four | five | six | seven | eight | nine | ten | a dozen | a few | few | a couple | a
  couple of | a handful | a handful of | several | very few | hundreds | thousands | hundreds of | thousands of |
  dozens | dozens of
SECOND = second s? | seconds | sec | secs | s
TIL = (when | until | till | once | if | after | so | whether) ~5
LEFT = <(the | your | its | a | on | to) left !(over | hand | handed | side | blade | edge | strap | foot | arm | leaf
  | leaves | in the (pot | bag | bottle | tank | soil))
BRIEF = SECOND | minute | minutes | min | mins | m | hour | hours | hr | hrs | h
UNIT = BRIEF | day | days | d
SPAN = # #? UNIT
ITEM = item s? | items | unit s? | units | piece | pieces | pair | pairs | copy | copies | pc | pcs | spot | spots |
  seat | seats | place | places | ticket | tickets | slot | slots | room | rooms | product | products | size | sizes |
  stock | stocks | box | boxes | set | sets | bottle | bottles | pack | packs | space | spaces | bundle | bundles |
  remaining
DEAL = offer | offers | sale | sales | deal | deals | discount | discounts | promo | promotion | coupon | voucher |
  event | special | specials | price | prices | savings | bonus | cart | basket | bag | reservation | opportunity |
  code
TERMS = offer | offers | sale | sales | deal | deals | discount | discounts | promo | promotion | coupon | voucher |
  event | special | specials | price | prices | savings | bonus | opportunity | code
ENDS = end | ends | ending | expire | expires | expiring | finishes | closes | closing | disappears | vanishes | over
DAY = monday | tuesday | wednesday | thursday | friday | saturday | sunday
SOON = DAY | soon | today | tonight | tomorrow | shortly | midnight | at midnight | this (week | weekend | evening) |
  in (SPAN | @ | # | a NUM) | in . | at .
HAVE = bought | purchased | ordered | added | grabbed | snagged | favorited | favourited | claimed | booked | got
GONE = gone | sold | late | over | end | ends | expire | expires | disappear | disappears | vanish | vanishes | sell |
  sells | run out | runs out | go up | goes up | taken | snapped up | leave | leaves | run dry | miss | change
LOOK = viewing | viewed | looking | looked | watching | watched | seeing | seen | browsing | browsed | eyeing |
  checking | checked | considering | view | views
PEOPLE = people | persons | person | customer | customers | shopper | shoppers | user | users | buyer | buyers |
  visitor | visitors | other | others | guest | guests | women | men | girls | guys | fans | members | households |
  families
BAG = (shopping)? (cart | carts | basket | baskets | bag | bags | wishlist | wishlists)
GET = order | buy | shop | get | grab | claim | act | book | add | save | reserve | redeem | activate | secure | snag
  | snap | purchase | checkout | check out | hurry | join | take | upgrade | try

BUY = order | buy | shop | grab | claim | act | book | save | reserve | redeem | activate | secure | snag | snap |
  purchase | checkout | check out | upgrade | get yours | join
urgency: @3 | SPAN ~1 SPAN ~1 SPAN | UNIT UNIT UNIT | # (day | days) # . | SPAN ~1 # SECOND | #0 UNIT ~1 # UNIT | # #0
  UNIT
urgency: TERMS ~3 <the (ENDS | expired) !(never) | (cart | basket | bag | reservation) ~3 (expire | expires | expiring |
  expired | ends | ending) | ^ ENDS (SOON | on) | <(never | not) (ends | ending | expires | expiring | finishes) SOON
urgency: DEAL ~2 (released | reserved | held !(by | with | in | on | up | together | until the)) | DEAL ~2 (last |
  lasts | good | available | valid | here) ~1 only | only ~1 (valid | good | available) (if | until | till | today |
  now | tonight | for (SPAN | a (short | limited))) | (valid | available | good | yours) ~1 (today | tonight | this
  (week | weekend)) only
urgency: <(no | a | to | of | not | in | never | t | any | the | your | without) (hurry | hurries) !(is | kills |
  costs | does | harms | helps | never | ruins | hurts) | ^ rush | rush to | rush now
urgency: (act | move | decide) (now | today | immediately) | (^ | so | and | must | to | better) (act | move | decide)
  (fast | quick | quickly | soon) | (^ | better | please | must) be (quick | fast)
urgency: (don't | dont | do not | never) (wait | delay | hesitate | sleep on | procrastinate) !(to (contact | ask |
  call | reach | get | write | email | let | drop | message) | for | until)
urgency: GET ~3 (before ((it | they | this | these | that) ~2 GONE | (its | time | stock | stocks | supplies |
  midnight | tonight | prices | somebody | someone | others | SOON) | we ~1 (GONE | pack | close | change | ship) |
  the (DEAL | price | rush | stock | truck | van | box | clock | timer | end | others | next person) | you (go | leave
  | close) !(on | away)) | while (you (can | still) | supplies | stocks | stock | (it | they) ~1 (last | lasts | here
  | there | available | left) | we (have | still | can | pack | are)) | in @ | asap | until midnight | by (midnight |
  tonight) | now or) | BUY ~3 (soon | immediately | right away)
urgency: BUY (it | this | yours | now | today | your ~2)? (within | in) (SPAN | @ | NUM UNIT | the next (SPAN | @ |
  NUM)) !(of)
urgency: while (it | they | this | supplies | stocks | stock | quantities | offers) ~1 (last | lasts) | (while |
  until) ~2 (stocks | stock | supplies | quantities) ~1 (last | lasts | gone | run out | runs out | sold out) | until
  (gone | sold out | it's gone | they're gone)
urgency: before (it | they | it's | they're | its | you | stock | stocks | the DEAL | time) ~1 (gone | late | sold |
  expire | expires | sell | sells | vanish | disappear | miss) | before (it | this | stock | stocks | the DEAL | time)
  ~1 (end | ends | over) | before (time | stock | stocks | supplies | the DEAL) ~1 (run | runs) out
urgency: (last | final | one | only | your only) (chance | chances | call | opportunity) | (last | final | only) shot
  | last minute (deal | deals | chance | offer) | ^ (final | last) (NUM)? (hours | days | hour | day) | final ~1
  (hours | minutes) | (closing | last) (hours | day) (of (the)? (DEAL) | to | for (DEAL | free | this))
urgency: limited (time | period | offer | offers | deal | deals | sale | promotion) | limited-time | time limited |
  (DEAL | available | on | valid) ~2 for a (short | brief) (time | period) only | ^ (short | brief) (time | period)
  only | for a ~1 limited (time | period) | (only | available | offer | offered | DEAL) ~2 for a (short | brief) (time
  | period)
urgency?: SPAN only | (a | one) day only | this (week | month) only | ^ only for SPAN | for NUM (UNIT | week | weekend
  | weeks) only
urgency: (today | tonight | this weekend) only | only (today | tonight | this
  (week | weekend)) | for (today | tonight | one day) only | only for today | (DEAL | available | valid | yours) ~2
  only for SPAN | today and tomorrow only
urgency: (NUM (UNIT | month | week) | weekend | midnight) (only)? (sale | deal | deals | offer | special) | weekend only
urgency: (flash | lightning | blitz | doorbuster) (sale | deal | deals | offer) | doorbusters
urgency?: (timer | clock | hours | minutes) ~2 (runs out | is up | is running)
urgency: time (is | s)? ~1 (running out | almost up | ticking) | clock ~2 (ticking | running out) | (hours | seconds |
  minutes) ~2 (running out | ticking) | hits zero | running out of time | (count down | countdown) | against the clock
  | tick tock | time's up | race against
urgency: # (minutes | hours | hrs | mins) ~1 (LEFT | remaining | to go) (. | to (order | buy | save)) | time (left |
  remaining) (. | @ | #) | (guaranteed | locked | frozen) for (# BRIEF | @ | .) | (sale | offer | deal | discount)
  extended
urgency?: <TIL (almost | nearly | about to | soon) (over | end | ending | expire | expired | close | gone | disappear
  | vanish) | gone (soon | tomorrow | by | before | when) !(the) | <(not | never | t | ever | far | much) (be | is |
  it's | s) too late !(in | at | to) | too late (for (your | &) | .)
urgency: (will not | won't | wont | can't | doesn't) ~1 (be repeated | be available)
  !(a | you | in | as) | gone (forever | for good) | never (again . |
  be repeated | see this) | (DEAL | this | these | it) ~1 never ~1 (come back | comes back | return) | (will not |
  won't | never | wont) see (this | it | them) ~2 again | once (it's | they're | its | it is | they are) gone
urgency: (price | prices | rates) ~2 (increase | increases | increasing | rise | rises | rising | go up | goes up |
  going up | jump | jumps) ~1 (in | soon | tomorrow | tonight | at | today | after)
urgency: now or never | one time (offer | deal | only | price | chance) | one-off (offer | chance) | once in a
  lifetime
urgency: (reserved | saved | holding | reserving) ~4 for (@ | SPAN | . | a limited | the next) | (your | cart | order
  | basket | price | item | items | this | spot) ~3 held ~4 for (@ | SPAN | . | a limited | the next) | (cart | order
  | item | items | basket | spot | seat) ~3 (reserved | held) for | reserved (your | the) (order | cart | items |
  basket) | deadline !(day) | (expires | expiring) . | expir* (in (SPAN | @ | .) | soon | today | tonight) | released
  in
urgency: (closes | closing | close) (soon | tonight | at midnight) | ends (today | tonight | tomorrow | soon |
  midnight) | starts now ends

scarcity: <TIL (only | just | fewer than | less than | under) ~2 (NUM | # m) ~2 (LEFT | remaining | remain | in stock
  | to go) !(in the (pot | bag | bottle) | on the (stem | plant | branch))
urgency?: (only | just | fewer than | less than | under) ~2 (NUM | # m) ~2 (LEFT | remaining | remain | available | in
  our)
scarcity: (quantity | items | units | pieces | pairs | seats | spots) (left | remaining) # | going going gone | very
  limited . | limited ~1 (left | remaining) | NUM ITEM? (LEFT | remaining) (. | in | at | online | for | only |
  available) !(hand | the) | left in (online)? stock | # left (get | order | hurry | buy) | (is | are | has | have) ~1
  (# | few) LEFT | (only | just) (a few | one | # | few) LEFT | ^ (only | just) (a few | one | # | few) . | ((there |
  there's | we | we've) ~1 (only | just)) (a few | one | # | few) .
scarcity: (low | limited | short | scarce | little | dwindling) ~1 (on | in | of)? (stock | stocks | supply | supplies
  | quantity | quantities | availability | inventory) | (limited | scarce | low) ~1 (number | numbers | spots | seats
  | spaces | places | pieces | items | units | copies | available | amount) | <(TIL | water | power | food | feed)
  (stock | stocks | supply | supplies | inventory | quantities) ~1 (running | is | are | very)? (low | thin | tight |
  limited | short | scarce | dwindling | almost gone | is going) |  in short supply | limited (release | drop)
scarcity: (last | final) (few | ones? | NUM | remaining)? (item | items | piece | pieces | unit | units | pair | pairs
  | stock | copies | sizes | few !(weeks | days | months | years | hours | inches | leaves | drops | warm | times |
  feet | of (the | its)) | one (in | left | available | remaining | .)) | NUM (in stock | available) . | remaining
  stock | stock remaining | sellout risk | (quantity | stock | qty) only # | last NUM (in | left | available |
  remaining | .) | last one (. | LEFT | in stock | available | of this) | (few | handful) ~2 (LEFT | remaining |
  remain | available | stocks) | we ~1 have ~1 few | (have | has) few LEFT | one of the last (& | ~2 (of | this | left
  | we)) | the last &
scarcity: <TIL (almost | nearly | practically | virtually) ~1 (sold | out of stock) | (shelf |
  shelves | stock | warehouse | rack) ~2 (almost | nearly | practically) empty | (selling | sells | sell | sold |
  flying | disappearing | snapped | running out) (out | up | off)? ~1 (fast | quick | quickly | soon | rapidly |
  shelves) | selling out | sells out | (will | could | may |
  might | to | before) ~2 (sell out | sells out) | sell-out risk
scarcity: NUM % ~3 (claimed | sold | booked | redeemed | reserved)
urgency?: NUM % ~3 (gone | taken) | <TIL running (low | short) | <TIL (almost | nearly | practically | virtually) ~1
  (gone | out . | shelf) | (we | they | these | those | stock | stocks | supplies) ~1 (will | could | may | might |
  'll | are going to) !(not) ~1 run out | about to run out | (going | goes | go | moving | run) (out | off | up)?
  (fast | quick | quickly | rapidly) (. | today | tonight | now | this | right | so | and | order | while | at this) |
  (SPAN | @ | second s? | seconds | minute | minutes | hour | hours | days) ~1 (LEFT | remaining | to go) | (have |
  has) few LEFT | last NUM (.) | last one .
scarcity: (not | never | won't | no) ~2 (restock* | back in stock) | (there | we) ~2 no more ~1 (will | once | after)
  | just missed | low stock | don't run out of luck

urgency?: (will not | won't | wont | can't | doesn't) ~1 (last | be here | be around)
demand: highly demanded | (high | huge | great | strong | extreme | massive | incredible | unprecedented |
  overwhelming | big | hot | heavy | peak) ~1 demand | in demand | demand ~1 (high | huge | strong | soaring | surging
  | rising | growing | is) | (trending | hot | popular) (now | right now) | (everyone | everybody) ~1 (wants |
  wanting) (it | this | one | them | . | in) | (everyone | everybody | other people | others | people | customers) ~1
  (want this | is buying | are buying | is getting | is talking) | (extremely | hugely | insanely | super | wildly)
  popular | hot (item | seller) | much sought | most wanted

social: NUM ~1 (PEOPLE | PEOPLE PEOPLE) ~4 (LOOK | HAVE | want | like this | love this | started buying) | NUM ~2
  <(you | we | i | you just | you have | you've) (sold | bought | purchased | viewed | ordered) (this | today | in |
  over | within | recently | already | so | since | .) | NUM (recently | just | already)? (LOOK | sold | bought |
  purchased | ordered) !(from | by | separately)
social: (recently | just) (purchased | bought | ordered) by | NUM PEOPLE ~2 (currently | now | shopping | online | on
  this)
social: (PEOPLE | someone | somebody) ~2 (viewing | looking | watching | buying) | PEOPLE ~2 (right now | just now) |
  (viewing | browsing) (this | it) | (people | are | others) ~1 buying (this | it) | (looking at | watching) this |
  currently (viewing | looking | watching | browsing | buying | active | online) | # ~2 (active | online) ~3 (now |
  website | site)
social: ((someone | somebody) !(who) | another (PEOPLE | gardener) | a (customer | shopper | buyer)) ~7 (bought |
  purchased* | ordered | added | started | is viewing | signed up)
social: ^ _ _? _? (in | from) _ ~6 <(you | we | i) (just)? (bought | purchased* | ordered) !(by | from | with |
  together | separately | elsewhere) | ^ purchased (a | an) | !(you | i | we | ve | have | who | they) _ (just |
  recently) (bought | purchased | ordered) !(from us)
social: (bought | purchased* | ordered | sold | added | viewed | booked | looked) ~9 ~5 ((SPAN | (an | one) UNIT) ago
  | just now | SPAN SPAN) | (bought | purchased* | ordered | sold | viewed | booked) ~9 ~5 times | (sold | bought |
  purchased | viewed | views | ordered) ~4 (in | over | within) (the)? (last | past) | last (purchased | bought |
  ordered | sold | viewed) (at | .) | # views (in | today | this | per) | recent (customers | buyers | purchases) (are
  | is | include)
social: (in | of) ~1 (# | other) ~1 (PEOPLE s? BAG | carts | cart | wishlists | baskets | shopping BAG) | (have | has)
  (this | it | these) ~1 in (their | a) BAG | PEOPLE ~4 in their BAG | (added to) ~2 BAG # times | PEOPLE ~3 added
  (this | it)
social: (favored | favoured | favorited | favourited | liked | wanted | watched | wishlisted | viewed | saved) by ~1 #
  PEOPLE

guilt: (don't | dont | do not | never | won't want to | wouldn't want to | hate to | hate for you to | can't afford
  to) ~1 (miss | miss out | pass up | lose out | regret | let (this | it) ~2 (pass | go . | go by | slip | get away |
  sail)) !(a (step | beat | spot | watering | day | feeding | dose | leaf | bloom | week | drop | thing about))
guilt: (missing out | miss out | too good to (miss | pass) | (will | you'll | 'll | may | might | to) regret | <(not |
  never | t | no) regret (it | not | missing | this)) | what are you waiting for | why wait (. | when | any) | are you
  sure | (really | sure you) want to (miss | skip | leave | lose | pass | give up)
guilt: (be | are | you'd be | would be | only) (a | an)? (fool | idiot | crazy | stupid | silly | mad | foolish |
  insane) (to | not | would | if) | don't be (the (only | last) (one | person)? | left (out | behind) | silly | stupid
  | a | foolish | that) | (only | smart | wise | clever) (fools | idiots | losers) | (smart | wise | clever |
  responsible | good | caring | sensible) (people | shoppers | buyers | customers | parents | mothers | fathers |
  owners) (know | always | don't | choose | never | would | add | buy | take | say)
guilt: (don't | do not | can't) (let ~2 down | leave ~2 behind | fall behind | disappoint) | (shame | pity) (to | if |
  not) | (don't you | do you even) (really)? (care | love) | how (can | could) you ~3 (without | not | say no |
  refuse) | (think of | for the sake of) your (family | children | kids) | wait (don't go | before you go | don't
  leave) | unless you (hate | don't care | (like | want | enjoy | prefer) ~1 (losing | paying | wasting | killing |
  missing | dead | brown | risk | problems | more work | your)) | stop (wasting | losing | overpaying) | still
  (overpaying | paying full) | you can't afford (not | to)

opener: you (might | may | could | would | will | 'll)? (also)? (like | love | enjoy | be interested) | (customer |
  customers | others | people | shoppers) ~2 also (bought | like | liked | viewed | shopped | purchased | ordered) |
  (recommended | picked | selected | suggested | chosen | just) for you | you may be interested | we think you |
  (other | related | similar) (products | items) | (how about | why not) (these | this | try) | more (like this | to
  love | products)

formula: (order | buy | purchase | booking | contract) with (an)? obligation to pay | order with payment obligation
pay: pay | pay now | make payment of
unpaid: (don't | do not | not | never | no need to | without | nothing to | no) ~1 (pay | paying | payment | charge) |
  (pay | paid | payment) ~1 (later | nothing | less | more | back | off)
)";
}

}  // namespace aftermint::copy
