#include "tact/languages.h"

#if !AFTERMINT_PAGE
namespace aftermint::tact {

std::string_view englishPressing() {
  return R"(
FOLK = gardener | gardeners | grower | growers | parent | parents | owner | owners | lover | lovers | mom | moms | mum
  | mums | dad | dads | keeper | keepers | collector | collectors | enthusiast | enthusiasts | hobbyist | hobbyists |
  person | people | shopper | shoppers | buyer | buyers | customer | customers | cook | cooks | mother | mothers |
  father | fathers | host | hosts
GOOD = real | true | good | serious | smart | wise | clever | responsible | caring | sensible | proper | decent |
  devoted | loving | savvy | committed | dedicated | passionate | thoughtful | careful
YOURS = your ~3 | your & ~1 | & | my ~3 | it | them | him | her
HARM = die | dies | starve | starves | suffer | suffers | wilt | wilts | wither | withers | perish | perishes |
  shrivel | shrivels | drown | drowns | choke | rot | rots | struggle | struggles | go (hungry | thirsty | cold | bare
  | to waste | through) | fend | down | sink | thirst | freeze | freezes | beg | get (sick | cold | hurt)
CANNOT = will not | won't | can't | cannot | may not | might not | could not | couldn't | would not | wouldn't | does
  not | doesn't | do not | don't | is not | isn't | never
THIS = it | this | that | one | these | them | & | me
STREET = street | block | neighborhood | neighbourhood | town | village | building | city | road
NOBODY = nobody | no one | none of (our | them | your | the) ~1 | hardly anyone | no (FOLK | plant FOLK)
NEVER = don't | dont | do not | never | please don't | you don't want to | you do not want to | mustn't

guilt?: NEVER let YOURS ~1 HARM | NEVER let ~4 (kill | ruin | destroy | finish | win) ~1 (your | & | it | them | .) |
  NEVER make (YOURS) ~1 (pay | suffer | wait | beg | go | struggle | live | face | do without | sit) | NEVER be (the
  one | one of (those | the | them) | another | the (kind | type | sort | person | FOLK)) | (NEVER | can't just)
  (abandon | neglect | forsake | condemn) YOURS
guilt?: <(for | of | by | from | with | to | the) GOOD (_)? FOLK (never | always | do | don't | does | doesn't | know |
  knows | would | will | wouldn't | won't | use | uses | add | adds | take | takes | plan | plans | protect | protects
  | feed | keep | keeps | have | choose | chooses | buy | get | put | care | think | come | leave | leaves | wait)
guilt?: <(for | to | by | of | from | with) (anyone | anybody | everyone | everybody | those | people | someone | FOLK)
  who ~1 (loves | love | cares | care | value | values | respects | respect) (about | for)? (their | his | her | your
  | a | the | it | them | what | FOLK | plants | _ ~2 (add | adds | take | takes | never | always | would | will |
  does | do | gets | get | puts | buys)) | (as | like) (a | any | every) GOOD _? FOLK | kind of _? FOLK ~3 (who | that
  | would | are you | lets | skips | leaves) | are you a (good | bad | real | true | serious | responsible) _? FOLK
guilt?: (would | will | could | can) (you | i) ~2 forgive | forgive yourself | never forgive | <not (wish (you | you'd)
  ~1 (had | bought | added | taken | ordered | got | kept) | wish you'd) | (hate | hated | sorry | sad) to (see | lose
  | find | watch | have lost) | sorry you (did not | didn't) | kick yourself | live with yourself
guilt?: (only | but | just)? (yourself | only you) to blame | blame yourself | <(not | t | never | longer) your own?
  fault | (on your (head | conscience)) | (don't | do not | never) (say | tell us | complain | claim) ~3 (warn |
  warned | told) | (we | you) ~2 (been | were | did)? warned (you | .) | (come | comes | coming | came) ~2 crying |
  don't cry
guilt?: (your ~3 | &) (is | are) (counting | depending | relying) on you | (your ~3 | &) (needs you | depends on you |
  relies on you | counts on you | trusts you | begs | is begging | is crying | cries) | (don't | do not) (fail |
  betray | forget about) (your | &) | (your ~3 | &) (deserves | deserve)
guilt?: (your ~3 | &) ~1 CANNOT ~1 (survive | make it | live | get through | recover | last | see | be alive | thrive)
  ~5 (without | unless | alone | on its own | (the | this | next | another) (winter | summer | year | week | month |
  season) | (until | till) spring | spring) | without THIS ~4 (your ~2 | & | it | they | the plant | plants) ~3 (HARM
  | dead | dying | doomed | lost) | unless you ~4 (your ~2 | &) ~3 (HARM | dead)
guilt?: (might | may | could) (just)? as well (throw | toss | bin | burn | not | skip | buy | never | forget | give |
  leave | stop | put | have | be) | (only | just | merely) half (the | a | of the | of a | an) _ | half (the | a | of
  the | of a) ~3 without | without ~3 (only | just) half | half-finished | half finished | half-done
guilt?: (order | cart | purchase | basket | & | setup | garden | kitchen | collection | set | box | home) ~2 (not | t |
  never | hardly) ~1 (complete | finished | whole) | incomplete | (complete | useless | pointless | worthless |
  nothing | naked | lonely | lost | finished | ruined | wasted | unprotected | defenseless) without | (what is |
  what's) a ~2 without | ^ (a | an | the) _ _? without ~3 is (only | just | no | like | half | not | useless |
  pointless | nothing)
guilt?: ^ (wait | hold on | stop | not so fast | hang on | whoa | oops | halt | psst | one moment | just a (moment |
  second) | one (more)? (second | thing)) (. !(let | water | then | when) | your | you | don't | did you | there is |
  there's | one more | is this | is that | isn't | are you | before you (go | leave | close | pay | check) | &)
guilt?: <(if | when | once | case | that) (you forgot | you've forgotten | you have forgotten | you missed (something |
  one | it) | you left (something | it) ~1 (behind | out)) | did you forget | are you ~1 forgetting | aren't you
  forgetting | (forgot | forget | forgetting | forgotten) something | (something | one thing | one more thing) (is |
  's)? (still)? missing | ^ before you (go | leave | close | check out | head off) !(on | away | out | to | for |
  into) | before you (say no | decline | skip (this | it) | click (no | away))
guilt?: (really | seriously | honestly | actually) (going to | want to | prepared to | willing to | about to) ~1 (let |
  leave | risk | lose | skip | miss | watch | go without | say no | give up) | (would | will | could | can) you ~2
  (let | watch | leave | see) ~4 (HARM | dead | behind | alone) | (would | could | can) you ~1 (risk | abandon |
  sacrifice) | (worth | is it) ~1 (risking | losing) (your | & | it) | too (cheap | stingy | lazy | busy) (to | for)
guilt?: you ~2 (kill | killing | killed | murder | condemn | neglect | ruin | abandon | doom | starve) (it | your | & |
  them | another | yet another) | (skip | ignore | decline | refuse | pass on) (it | this | that) and (you | your | it
  | & | the | watch) | (owners | people | those | anyone | customers | gardeners | FOLK | in ten | in #) who (skip |
  skipped | skips | decline | declined | refuse | refused | pass on | passed on | passed | say no | said no | go
  without | went without | leave without | left without | don't add | did not add | didn't add | do without)
guilt?: (shake | shakes | shaking | shook) (their | our | his | her) head s? | (shake | shakes | shaking | shook)
  (their | our) heads | roll (their | our) eyes | (laugh | frown | frowns | sneer) (at | on) (you | owners | those |
  people | anyone | FOLK) | (disappointed | disappoint) ~1 (in | if)? you | (owe | owes) it to | you owe (it | this |
  that | your | & | them) | the least you (can | could)
guilt?: (it | that) would be ~1 (cruel | irresponsible | negligent | reckless | heartless | selfish | unfair | tragic |
  foolish | criminal | a (shame | pity | waste | crime | sin | mistake)) | (cruel | irresponsible | heartless |
  selfish | reckless | unforgivable | negligent) (to | not to | if)
guilt?: (why | don't | do not | never | wouldn't | not) ~1 (risk | gamble | gambling with) (it | your | & | losing |
  another | everything) | why risk | why gamble | (take | taking) (your chances | that (risk | chance)) | (your ~3 |
  &) (is | are) (already | slowly | silently | now | right now | still) (suffering | starving | thirsty | hungry |
  dying | struggling | crying | begging | cold | naked | in danger | at risk | losing | going hungry | waiting) |
  (think | imagine | picture) ~1 (of)? (your poor | how ~4 (feel | feels | suffer | suffers | look | looks) | what ~3
  (happen | happens | becomes)) | poor little | (your | the | that) poor (& | plant | fern | thing | roots | leaves |
  _ .)
guilt?: money ~4 (wasted | down the drain | thrown away) | (throw | throwing) ~1 (your)? money | <(if | from | scratch)
  (find | found | finding) (it | your ~2 | &) (dead | rotten | frozen | limp | dried up) | (lose | losing) (your | &)
  ~3 (over | for $ | to (the | a) ~1 (frost | winter)) | (watch | watching) (it | your ~2 | & | them) HARM | would
  (hate | want) to (lose | see ~3 HARM) | (nobody | no one) wants ~2 (dead | dying | sick | ruined) | (would not |
  wouldn't | don't | do not) want ~1 (to)? (lose | find | see | your | it | &) ~3 (dead | HARM | alone | ruined)
guilt?: yes ~1 (i | we) ~2 (care | love | deserve | value | refuse | believe | want to (save | rescue | protect | keep
  | help | be)) | (i | we) (really | truly | do)? (care (about | for) | love) (my | our) | (i | we) (want | wish) (my
  | it | the | our | them) ~2 to (live | survive | thrive | make it | grow up | be (happy | healthy | well | safe)) |
  (save | rescue) (my | your | our | the | this | that)? ~1 (& | plant | plants | fern | ferns | monstera | ficus |
  orchid | cactus | roots | leaves | tree | garden | roses | dog | cat | puppy | pet | family | skin | life) | (yes |
  please) ~1 keep (my | our | it) ~3 (alive | safe) | (yes)? don't let (it | my ~2 | &) HARM
guilt?: if you (really | truly | actually | ever) ~1 (care | love | loved | cared) | if you (care | love | loved |
  cared) (about)? (your | it . | them . | him | her | &)
guilt?: even you !(r | re | ve | ll | do | if) | (so | too | that) (simple | easy | basic | foolproof | obvious)
  ~2 (a | any | even) (child | kid | beginner | toddler | baby | monkey | idiot | novice | dummy | fool | five |
  three) | (idiot | dummy | fool) proof | for dummies | (black | brown) (thumb | thumbs) | (have no | has no | without
  a | lack a | lacks a | lacking a | not have a | n't have a | not a | isn't a) green thumb
guilt?: you (clearly | obviously | evidently | plainly | apparently | desperately | surely | probably | likely) ~1
  (need | needs | don't | do not | have no | can't | cannot | forget | forgot | struggle | lack | aren't | are not |
  never | overwater | haven't) | (people | those | anyone | someone | owners | you | FOLK | who) ~2 (kill | kills |
  killed | murder | killing) ~1 (plants | everything | cacti | cactus | cactuses | succulents | their | every plant |
  all) | (plant | serial) (killer | killers | murderer) | (everything | plants | all) you (touch | grow | buy) (dies |
  die | wilts)
guilt?: (let's | let us) (be honest | be real | face it | be frank) | be honest with yourself | (face it | admit
  it) . | we both know | who are we kidding | <(if | when | case | once) (you | you'll) !(not) (will | 'll | are going
  to | always | tend to | keep | do) !(not) ~1 (forget | forgetting | overwater | drown it | mess | screw) !(about) |
  (in case | since | because | seeing that | considering) you (are | 're) ~2 (not | no | hardly | t) ~3 (expert | pro
  | professional | gardener | thumb | handy | good | great | best | botanist) | you ~1 (have no (idea | clue) | know
  nothing | haven't a clue | are clueless) | (clueless | hopeless | careless | incompetent | neglectful | forgetful |
  lazy) (gardener | gardeners | owner | owners | parent | parents | waterer | waterers | beginners)
urgency?: (just | only) this (once | one time | time) | (CANNOT | no | never) ~1 (get | have | find | see | be offered
  | buy) ~4 (a second time | second chance | another chance | this price | this cheap | cheaper) | (only | exclusively
  | just | reserved) ~2 for (people | customers | those | shoppers | buyers | anyone | everyone | FOLK) who ~2
  (ordered | bought | purchased | checked out) | (once | one) in a (season | year) (price | offer | deal | chance)
urgency?: (gone | lost | over | disappear* | vanish* | expire* | forfeit* | lose | loses | goes away | no longer) ~6
  (close | closes | leave | leaves | closing | leaving | closed | left) ~1 (page | window | tab | screen | site |
  shop) | (close | leave | closing | leaving) ~1 (page | window | tab | screen | site) ~4 (gone | lose | lost |
  disappear* | vanish* | expire* | over | away | goes | leaves) | (leave | close it | walk away | say no) now and |
  DEAL ~1 (leaves | goes | disappears) with (you | it | this) | DEAL ~2 (only now | now only | right now only) | here
  and now
urgency?: (truck | van | courier | driver | mail | carrier) ~1 (is leaving | leaving | about to | leaves | goes) ~1
  (now | soon | any | in a | shortly | without | .) | (only | just) (while | until | as long as) (we | your (order |
  box | parcel | package | basket | cart | plant) | the (truck | box | van) | you are | you're | this (page | window))
  | (hold | holding | keep | keeping | set) (this | it | one | yours | a ~1 | the ~1 | them)? (aside)? ~1 for you ~2
  (only | until | while | for) | (set aside | put aside) for you
urgency?: (tomorrow | next week | tonight | later | after today | from monday) ~3 (costs | cost | pay | price) ~1 (more
  | full | higher | double | up) | (back | returns | return) to (the | its)? (full | regular | normal | old | usual)
  price (tomorrow | soon | tonight | when | once | after) | DEAL (CANNOT) wait | (this | the | that) DEAL ~1 (CANNOT)
  ~1 (be back | come back | return | be around) | only now . | one last time | last time (this | we | you)
urgency?: (grab | snag | secure | claim | snap | buy | get) ~3 before the season ~2 (over | ends | gone | out)
urgency?: (no telling | no (way of | way to) ~1 (know | knowing | tell) | (no one | nobody | who) knows | hard to say
  | (can't | cannot) (say | promise | guarantee | tell) | no idea | (do not | don't) know (yet)? | no guarantee |
  anyone's guess | impossible to say | not sure) ~1 (when | if | whether | how (long | soon | many) | that | there |
  any) ~8 (next | again | back | more | come | comes | coming | last | lasts | batch | any | get | have | left |
  return | restock* | will)
urgency?: (when | once | after | if) (these | this ~1 (batch | lot | run | crop | shipment | pallet | one) | the (last
  | batch | shipment) ~1 | our ~2) ~1 (are | is | 're | 's | has | have)? ~1 (gone | sold | sold out) | (that is |
  that's | that was) (it | all) (for | until | till) (the | this | next) ~1 (year | season | spring | winter | summer
  | fall)
urgency?: (few | very few | not many | hardly any | barely any | scarcely any | next to none | almost none | hardly
  one | nearly none | only some) (left !(over) | remain | remaining | of (these | them) ~2 (left | remain) | in stock)
  | (very few | so few | too few | not many | precious few) of (these | them) | (they | these | it) ~1 (never | don't
  | do not | won't | will not | rarely | seldom) ~1 (stay | stays | last | sit | sits | hang around) ~4 (with us | on
  (the | our) (shelf | shelves | bench) | here | in (the | our) (shop | store) | in stock) | (they | these) never
  (stay | last) long
urgency?: last (batch | lot | crop | shipment | harvest | run | delivery | pallet | box | bundle | tray) (of | this |
  for | until | we | before | .) | (the | our) last of (this year | these | our | the (batch | lot | year | season |
  crop | stock | run) | last) | (we | we've) ~1 (only | just) ~1 (have | got | kept) ~1 (NUM | handful | few | one |
  enough for) | (only | just) (a handful | NUM) (on (the | our) (bench | shelf) | of (these | them)) | (not | never |
  t | no) ~1 (getting | get | making | growing | expecting | ordering | receiving) ~1 (any)? more | <water ^ no more
  (this (year | season) | until | of (these | them)) | (there | we) ~3 no more (this (year | season) | until | of
  (these | them)) | there (will | 'll) be no more | (other | all the) (shops | stores | nurseries) ~4 (out | none |
  empty) | (batch | time | year | season | run | shipment) ~1 sold out | sold out (in | within | twice) ~1 (UNIT | NUM
  | weekend | week)
social?: <(if | when) (your (neighbor | neighbors | neighbour | neighbours | friends | coworkers | colleagues | sister
  | brother | mother) | STREET | the neighbors | the neighbours) ~2 (already | all (have | use | own | bought) | have
  (theirs | one | it | them | some) | has (one | it | theirs) | own (one | theirs) | owns | swear by | swears by |
  bought | got (theirs | one | it)) | (all | most) (of)? (your | the) (friends | neighbors | neighbours | family |
  colleagues) ~1 (already | have | use | own | love | bought | do | swear) | (half | all | whole | rest) (of)? (your |
  the | our)? ~1 STREET ~1 (already | has | have | waters | uses | is | owns | swears | bought | does | knows)
social?: (everyone | everybody | all (those)? | every FOLK | all (our)? FOLK) who ~7 (added | add | adds | took | takes
  | take | got | bought | chose | chooses | has | picked | grabbed) | (everyone | everybody) ~1 (today | this (week |
  month) | adds | added | is adding | takes | took | already | has (one | it) | uses | got (one | it) | does | else
  (has | is | does | already | took | added)) | (ordered | bought) before you | NOBODY ~2 (leaves | left | goes |
  walks | buys | bought | orders | ordered | repots | plants | takes | starts | checks) ~6 without | NOBODY ~1
  (regrets | regretted | skips | skipped | says no | said no | turns | passes | passed)
social?: join (# | thousands | hundreds | millions | over # | more than # | the # | our #) | (# | NUM) (out of | in |
  of) (every)? NUM ~3 (PEOPLE | FOLK | who) ~4 (today | regret* | came back | come back | wish* | took (it | one) |
  take (it | one) | add it | added it | add this | already | this week | passed | skipped | agree | choose (it |
  this)) | # % of ~2 (PEOPLE | FOLK) ~4 (today | regret* | add (it | this) | added (it | this) | take (it | this) |
  already | choose)
social?: (most | half | many | NUM (in | out of) NUM | majority of) ~3 first ~3 (die | dies | fail | dead | killed |
  don't make it | do not make it | do not survive | don't survive | never) | (most | half | many | NUM (in | out of)
  NUM | majority of) ~4 (die | are dead | don't survive | do not survive | don't make it | do not make it) ~1 (within
  | (in | during) (their | the) first | before | in (NUM | #) (UNIT | months | weeks | years) | by (spring | winter |
  march)) | the only (one | person | FOLK | house | garden | home | balcony) ~5 (without | who (doesn't | does not |
  hasn't | has not | skips)) | all the rage | talk of the town | (keep | keeping) up with (the | your) (neighbors |
  neighbours | joneses | others)
urgency?: never again | <(not | never | t) too late | (come | by) (january | february | march | spring | winter |
  summer | fall) you (will | 'll) | (winter | frost | spring | summer | season) (CANNOT) wait | DEAL ~2 (today | now
  !(& | $ | #)) | for (people | customers | those | FOLK) who ~1 just (ordered | bought) | while (we | your order) ~2
  (pack | packing | open)
urgency?: (won't | will not | isn't | not) ~1 (be back | come back | coming back | return | be restocked) | (the |
  our) last of | (they | these | it) ~1 (never | don't | do not | won't) ~1 (last | stay) ~1 long | we (only | just)
  (make | made | grew | grow | potted | get) ~1 (NUM | few) | (very | so) few | hard to (find | come by | get) |
  rarely available
social?: (# | NUM) (out of | in) NUM ~2 (PEOPLE | FOLK | who) | # % of ~2 (PEOPLE | FOLK) | most ~4 (die | fail) |
  (FOLK | PEOPLE) like you | join (the | our) (club | community) | everyone ~1 (loves | knows | needs)
guilt?: <(if | when | before | keeps | that) your ~2 ~3 (die | dies | dead !(end | line) | dying | starve | starves |
  starving | suffer | suffers | suffering | perish | wilts | rots | thirsty | hungry | freezes) | (kill | kills |
  killing | ruin | ruins | lose) your | GOOD _? (gardeners | growers | parents | owners) | your ~2 will thank you |
  <(no | not) (forget | skip) (it | this) and | don't let your ~3 (dry | freeze | get) | without (it | this | that) ~5
  (rot | rots | die | dies | dead | wilts | brown | yellow) | foolproof | (if | since) you (are | 're) ~1 (not | no)
  ~2 (expert | gardener | pro)
guilt?: (NOBODY | no) ~1 who ~2 (loves | love | cares | care) | (would | will | did) you (feel | live with | explain |
  look at | tell) ~5 (HARM | dead | died | if (it | your | &)) | how would you feel | <not (imagine | picture) ~6
  (dead | dying | frozen | rotten | withered | HARM) | (let | letting) ~3 (take | claim | have | get | beat) (your |
  &) | (cannot | can't) (speak | ask | complain | call out | cry) | has no voice | (you have | you've) come (this |
  so) far | (do not | don't) stop (here | now | short) | (thank (us | yourself) later) | (i | we) (will | 'll | am |
  'm | would | 'd | do) ~1 (be)? (a | the) GOOD _? FOLK | i (would never | will never | 'd never | will not | won't |
  refuse to) let | (a | an | the)? (& | plant | fern | orchid | monstera | garden) without ~4 is
guilt?: your ~3 ~9 (die | dies | died | dead !(end | line | heading) | dying | suffer | suffers | suffering | starve |
  starves | starving | rot | rots | wilt | wilts | perish | drown | freeze | freezes | gasp* | beg | begs | sad |
  lonely | scared | regret | doomed | helpless | defenseless | miserable | neglected | thank you) | (die | dies | died
  | dead !(end | line | heading) | dying | suffer* | starv* | kill* | lose | losing | ruin* | neglect* | abandon* |
  forget | forgot) ~6 your | (protect | save | rescue | defend) (my | our) | (dead | dying | sad | lonely | naked)
  (plant | plants | fern | ferns | orchid | monstera | tree | garden) | (^ i (am | 'm | do) | yes i (am | 'm | do) | i
  would never | i promise | i deserve | i believe) | (almost | nearly) (done | there | finished) | (is | 's) at stake
  | (every | each) (day | hour | week) (without | you wait | counts) | too (lazy | proud) | (are you | will you be)
  (sure | certain | ready | willing | prepared) | do you (really | want | dare | care | love) | (is | are) (not worth
  | worth nothing)
urgency?: (once | if | when | the moment | as soon as) you (leave | close | go | navigate) ~1 (we | this (page | offer)
  | now . | the (price | offer | page | deal | discount)) | for the next (few | NUM | #) (minutes | hours | seconds) |
  next few minutes | while (i | you) still can | now or (at | later | pay | full) | (minutes | seconds) and (then |
  your | we | the | it) | DEAL (CANNOT) ~1 (come | apply | return | stay | hold | follow | happen | appear | show |
  survive | carry over | wait | last) | (for | with | on) this (order | purchase) (alone | only) | (only | just) (for
  | with) this (order | purchase)
urgency?: (box | order | parcel | carton) ~1 (closes | is closed | is sealed | gets sealed | goes out | leaves) |
  while ~4 still (open | here | in | on) | once you leave | when you leave the page | say yes ~2 (while | now |
  before) | (this | the) (minute | moment) | (minutes | seconds) (from now | away) | (not | never) !(be charged) ~2
  (again | later | twice) | (here | there) (today | now) ~3 (gone | tomorrow)
urgency?: (were | was | went | are | is) gone (in | within | after) (a | an | one | NUM | #) | (#| NUM | twenty |
  thirty | forty | fifty | sixty) ~1 (are | is | 're) (gone | sold | taken) | (supply | supplies | stock | stocks) (is
  | are | looks | look) ~1 (thin | tight | down | scarce | shaky) | (not | never) be (made | fired | lit | grown |
  sewn | printed | produced | potted | stocked | available | restocked) again | (not | won't be | never) ~2 again
  (until | till | before | this (year | season)) | as long as (they | supplies | stock | we have)
urgency?: we (potted | made | grew | got | received | ordered | fired | sewed | built | found | kept | have) ~1 (# |
  NUM | twenty | thirty | forty | fifty) (. | of | and | this) | last (of the | &) | (until | till) (fall | next year
  | next spring | further notice) | (small | tiny) (run | supply) | (few | not many) ~2 (make it | get one) | (may |
  might) not ~2 again
social?: (can't | cannot) (all)? be wrong | the last ~1 (on | in) (your | the) STREET | (everyone | everybody) ~4
  (ordered | bought | added | took | chose) ~2 (today | this (morning | week | month | season)) | hardly (anyone |
  anybody) ~3 without | (most | many) (people | owners | FOLK | of those) who (skip | skipped | decline | declined |
  pass | passed | say no | said no) | (neighbors | neighbours) ~2 (all)? have (one | it | them)
social?: (everyone | everybody) ~5 (ordered | bought | has | added | uses | takes | took | loves | chose | adds) |
  (thousands | hundreds | millions) of ~2 (FOLK | PEOPLE | plants | homes) | (all | most) of our (FOLK | PEOPLE) |
  (more and more) ~1 (FOLK | PEOPLE) | (your | the) (neighbors | neighbours | street | block) ~4 (have | has | had |
  use | uses | do) | (popular | favorite | favourite) (choice | pick | with)
guilt?: (even | for) (a | an)? (beginner | beginners | amateur | novice | someone | people) like you | (is not |
  isn't | never was) your (strength | strong suit | thing | talent | forte) | not everyone (has | is | can) | (we | i)
  thought so | (if | since) (keeping | growing | watering | plants) ~5 (is not | isn't | are not | aren't) ~1 your |
  you're not (good | great | cut out)
guilt?: (those | people | FOLK | anyone | all) who know ~3 (take | takes | buy | use | never | always | both | better)
  | without ~4 is (just | only | no | nothing | like | merely | pointless | useless | a waste) | finish what you
  (started | began) | (leaving | declining | skipping | saying no) ~3 means | (trusted | trusts) ~1 you | if you
  (can't | cannot) (spare | afford | be bothered | bother) | all it takes to (lose | kill | ruin) | (my | our) ~2 (is
  | are) worth (it | . | every) | give (my | it | your | &) ~3 (chance | life) | (NOBODY | who) wants ~6 (dead |
  dying) | (don't | do not) lose (it | your | &) ~1 to | (don't | do not) (send | leave | put | sentence | force |
  expose | start) (your ~2 | &) ~5 (without | alone | unprotected | hungry | cold) | only a (cruel | bad | careless |
  heartless | selfish) | not your (plant | fern | &) s? fault | (protect | save) your investment
guilt?: (will | can | could) your ~2 ~2 (make it | survive | last | live | cope | get through | be) | borrowed time |
  your ~3 ~1 (called | says | said | asks !(you to) | asked | whispers | misses | hopes | prays | dreams | remembers |
  knows | feels | expects) | your ~3 (unprotected | exposed | defenseless | vulnerable | at risk | in danger) | or ~4
  (dead | die | lose (it | your | &) | regret | replace | buy another | start over) | (did | does | do | is | are |
  was | will | have | would | could) (it | you | they) . | means ~2 (leaving | losing | risking) | plastic (one |
  plant) ~3 you | FOLK will know | (what | who) would ~4 (say | think)
urgency?: (not | never | only) ~2 (shown | offered | asked | repeated | seen) ~3 (twice | again | once) | (only | one |
  last) time (we | you) (will | 'll | can)? (ask | offer | see | show | get | be) | (ask | offer) (this | it | you)?
  (only once | once only | just once) | back to $ | (as long as | only while | while | until) you (stay | are |
  remain) (on | here) | (in | within | over) the next (# | NUM | few | couple of) (minutes | hours | seconds) | (in
  stock | available | here | yours) ~1 (for now | for the moment) | faster than we can
urgency?: after this (page | screen | step | window) | (in a | any) (moment | minute) (and | now | then) | (cannot |
  can't) (change | hold | reopen | undo | promise) it | before (we | your (order | box) | the (box | truck)) ~2 (pack
  | packs | seal | sealed | close | closes | closed | ship | leave | leaves | goes) | today s price | (this | the)
  price (holds | lasts | stays)
urgency?: (shelf | shelves | bench | tray | rack) ~3 (bare | emptying) | (could | can | we) only (get | got | receive
  | received | manage | managed | find | found) ~1 (# | NUM) | going going | (sold | selling | sell) faster
urgency?: (retires | retiring | discontinued | end of the line | no longer (made | make)) | (only | just) ~1 (# | NUM)
  (crates | crate | trays | boxes | pallets | pots | dozen) | (# | NUM) to go around
social?: (first | only one) to (leave | say no | skip | pass | decline | go without) | (FOLK | PEOPLE | others) (in |
  near | around) (your (area | town | city | state | street | zip | neighborhood | neighbourhood) | you) ~4 (added |
  add | adding | bought | buy | take | took | use | have | chose | are) | everyone else ~6 (took | has | did | added |
  got | uses | is) | (our | all) (regulars | regular customers | best customers | experts | pros) ~2 (never | always |
  all | swear | take | add)
social?: (regulars | experts | pros | vets) ~2 (never | always | swear | all) | (thousands | hundreds | millions)
  (have | already | use | trust)
guilt?: (can't | cannot | never | can not) ~1 (keep | kept) ~3 alive | your last (plant | one | fern | monstera |
  orchid | &) ~3 (die | died | dead | not | t | didn't) | (doing it | got it | get it) (all)? wrong | (forgetful |
  clumsy | lazy | busy) people | not rocket science
guilt?: most beginners ~2 (kill | fail | overwater | drown | give up)
guilt?: you (do not | don't) (need | have) to (understand | know) | (since | as | because) you (are | 're) (new | just
  starting) | (sure | think) you can ~2 (keep | handle | manage) | (no | without) ~1 (talent | skill | skills |
  experience) ~1 (needed | required)
guilt?: every (FOLK) (with | who | worth) | (don't | do not) blame (us | the | your | it) | if it could (speak | talk |
  choose | . | ask) | (a | the) (prison | torture | death sentence | slow death) (for | to)? | not worth $ | (do |
  does) right by
guilt?: ^ (is | are | will | does | did | can | would | has) your | you bought it to | (cage | jail | prison | torture
  | punish* | sentence) ~3 your | (heart | conscience) (. | breaks | says)
urgency?: we (CANNOT | may not | might not | may never | might never) ~1 (offer | sell | show | have | carry | make |
  get | order | repeat | hold | price) ~6 (again | tomorrow | later | twice | at this price | next time) | (box |
  order | parcel) ~1 about to | about to be (taped | sealed | closed | packed | shipped | gone | pulled) | one chance
  to | ends with this (page | order | screen)
urgency?: (these | they | those) ~1 (will | 'll) be gone | by (DAY | the weekend | tomorrow | tonight | noon | then)
  ~5 gone | NUM (are | is) LEFT | we ~1 never ~3 again
social?: most people who (leave | go | left) | odd one out | (# | NUM) of your (neighbors | neighbours | friends |
  FOLK)
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

}  // namespace aftermint::tact
#endif
