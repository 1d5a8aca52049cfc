#include "copy/languages.h"

namespace aftermint::copy {

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
)";
}

}  // namespace aftermint::copy
