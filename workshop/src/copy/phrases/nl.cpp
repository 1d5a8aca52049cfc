#include "copy/languages.h"

namespace aftermint::copy {

std::string_view dutchPhrases() {
  return R"(
NO = nee
THANKS = bedankt | dank je | dank u | dank je wel | dank u wel | dankjewel | dankuwel | hartelijk dank | dank |
  vriendelijk bedankt
GENUINE = NO THANKS? | THANKS NO? | THANKS maar NO THANKS? | NO maar THANKS | NO hoor THANKS?
DET = de | het | deze | dit | dat | een | die | geen | extra | ander | andere
THING = aanbieding | aanbiedingen | aanbod | artikel | artikelen | product | producten | extra | extra's | toevoeging
  | optie | opties | upgrade | accessoire | accessoires | pakket | set | garantie | verzekering | abonnement |
  aanvulling | suggestie | suggesties | aanbeveling | aanbevelingen | actie | stap | pagina | voorstel |
  cadeauverpakking | service | proefperiode
OBJECT = dit | dat | het | DET? DET? THING
WHOSE = de | mijn | uw | je | jouw | deze | het | huidige | oorspronkelijke | mijn huidige | mijn oorspronkelijke
ORDER = bestelling | aankoop | order | betaling | betalen | afrekenen | kassa | winkelwagen | winkelmand |
  winkelmandje | overzicht | besteloverzicht | bevestiging | winkel | shop | site | volgende stap | checkout |
  selectie | startpagina | verzending | account | bon
WHEN = nu | nu even | even | eventjes | op dit moment | vandaag | deze keer | dit keer | voorlopig | momenteel | nog |
  voor nu | ditmaal | bij deze bestelling
LATER = later | misschien later | misschien | een andere keer | misschien een andere keer | volgende keer | misschien
  een volgende keer | een volgende keer | misschien volgende keer | op een later moment | op een ander moment |
  wellicht later | wellicht een andere keer | herinner me later | liever later
NOT = niet WHEN | WHEN niet | liever niet | niet (nodig | geïnteresseerd | gewenst | toevoegen | voor mij | meenemen |
  meer tonen | opnieuw tonen | meer weergeven) | geen (interesse | behoefte | bezwaar | THING) | geen (extra | andere)
  (artikelen | producten) | OBJECT niet toevoegen | niets (meer | anders | extra | toevoegen | nodig) | niks meer |
  hoeft niet
WITHOUT = zonder | zonder OBJECT | zonder (iets | OBJECT) toe te voegen | zonder toe te voegen | zonder toevoegen |
  zonder wijzigingen | ongewijzigd | zonder aanpassingen | zonder toevoegingen
GO = doorgaan | verder | verdergaan | ga verder | ga door | doorgaan met | ga | terug | terugkeren | door | vervolgen
  | verder gaan
TO = (naar | met | aan) WHOSE? ORDER
REFUSE = overslaan | sla over | afwijzen | weigeren | sluiten | annuleren | verbergen | negeren | wegklikken |
  verwijderen | afslaan | passen | weglaten | afsluiten
DO = afronden | voltooien | bekijken | bekijk | behouden | houden | laten | afmaken | afsluiten | voortzetten |
  controleren
SIZE = kleine | grote | middelgrote | losse | huidige | normale | enkele | # (ml | l | liter | kg | g | cm)
GOODS = & | plant | planten | pot | potten | fles | flessen | zak | zakje | pak | pakje | doos | set | paar |
  snoeischaar | schaar | spade | schep | hark | schoffel | handschoenen | slang | gieter | stok | mosstok | bandjes |
  aarde | potgrond | voeding | mest | zaden | bollen | lamp | luchtbevochtiger | hoes | afdekking | schotel |
  standaard | mand | emmer | gereedschap | varen | monstera | orchidee | boom | mes | bijl | zaag | plank | olie |
  blad | steen | borstel | boek | maat | kleur
PICK = (de | het | mijn | deze | dit | een)? SIZE? GOODS
OWNED = (ik heb | we hebben) (er)? al (een | PICK) | (ik heb | heb) (deze | dit | die) al
CLAUSE = (alleen | enkel | slechts) PICK | PICK (houden | behouden | is genoeg | alleen) | (houd | behoud | hou) PICK
  | PICK (overslaan | weglaten) | (zonder | verder met | doorgaan met | doorgaan zonder) PICK | (verstuur | verzend |
  stuur) WHOSE? ORDER (zo | zoals hij is) | OWNED | GO TO? WITHOUT? | GO WITHOUT TO? | WITHOUT GO? TO? | WITHOUT
  (bestellen | afrekenen | betalen | doorgaan | verdergaan) | TO WITHOUT? GO? | verder winkelen | volgende | laat maar
  | laat (het)? zoals het is | zo laten | (het)? is goed zo | het is goed zo | dit is alles | venster sluiten | sluit
  (dit | het)? venster | (OBJECT)? niet (toevoegen aan | aan) WHOSE? ORDER toevoegen? | OBJECT? REFUSE | REFUSE OBJECT
  | sla OBJECT over | REFUSE en (doorgaan | verder | GO) TO? | (wijs | sla) OBJECT af | WHOSE? ORDER WITHOUT (plaatsen
  | bevestigen | betalen) | (alleen | enkel)? WHOSE? ORDER WITHOUT? DO? WITHOUT? | DO WHOSE? ORDER | (rond | maak)
  WHOSE? ORDER (af | compleet) WITHOUT? | laat WHOSE? ORDER (zo | zoals het is | zoals hij is | ongewijzigd) | NOT |
  LATER | dat (is | was) alles | zo is het goed | klaar | zo laten | alles
TAIL = WHEN | LATER | alsjeblieft | alstublieft | graag | THANKS
decline: GENUINE TAIL? | GENUINE (ik)? CLAUSE TAIL? TAIL? | CLAUSE TAIL? TAIL? | CLAUSE maar? GENUINE

NUM = # | een | één | twee | drie | vier | vijf | zes | zeven | acht | negen | tien | enkele | paar | een paar
UNIT = seconde | seconden | sec | s | minuut | minuten | min | uur | uren | u | dag | dagen | d
SPAN = # #? UNIT
ITEM = stuk | stuks | artikel | artikelen | product | producten | exemplaren | exemplaar | plaatsen | plekken | items
  | paar | st
DEAL = aanbieding | aanbiedingen | actie | acties | korting | kortingen | sale | prijs | prijzen | deal | deals |
  uitverkoop | code | kans | aanbod
PEOPLE = mensen | personen | klanten | kopers | bezoekers | gebruikers | anderen | vrouwen | mannen | leden
urgency: SPAN ~1 SPAN ~1 SPAN | UNIT UNIT UNIT | #0 UNIT
urgency: DEAL ~4 (eindigt | eindigen | verloopt | verlopen | stopt | afloopt | loopt ~2 af | sluit) !(nooit) |
  (eindigt | verloopt | stopt | loopt af) ~1 ((over | binnen) (SPAN | @ | NUM UNIT) | vandaag | binnenkort | morgen |
  vanavond | om middernacht | om # | op #) | nog (maar | slechts | enkel) ~1 (SPAN | @ | NUM UNIT) !(garantie | vers |
  houdbaar) | nog ~1 (SPAN | @ | NUM UNIT) (. | geldig | beschikbaar | te gaan | tot | en) | ^ nog (SPAN | @) | nog
  even (. | geldig | verkrijgbaar | beschikbaar)
urgency: haast (je | u) !(niet) | ^ haast . | wees (snel | er snel bij) | snel (bestellen | kopen | toeslaan | zijn) |
  (bestel | koop | grijp | profiteer | sla | reserveer | handel | pak | beslis) ~2 (snel | nu het | nu voor | meteen |
  direct | voordat | binnen (SPAN | @) | je kans | toe) | sla ~1 (nu | je slag) | (wacht | aarzel) niet !(om) | niet
  (wachten | aarzelen) | grijp ~2 kans
urgency: (voordat | voor) ~3 (op is | weg is | te laat | uitverkocht | voorbij | afloopt | verdwenen | op zijn) |
  <(niet | nooit) te laat !(om | voor het) | (zolang | tot | zo lang) ~2 (voorraad | strekt | duurt | op is) | nu of
  nooit | op is op | op op | (tijd | klok) ~1 (dringt | tikt | raakt | loopt | om .) | aftellen
urgency: (laatste | enige | eenmalige | unieke) (kans | kansen | dag | dagen | uren | uur | minuten | mogelijkheid |
  oproep) | (beperkte | korte | bepaalde) (tijd | periode | duur) | tijdelijk* (aanbieding | actie | aanbod | korting
  | deal | verkrijgbaar | beschikbaar) | (flash | flits) ~1 (sale | deal | deals | verkoop) | flitsdeal | bliksem* |
  dagdeal | (alleen | enkel | slechts) (vandaag | dit weekend | deze week | vanavond | tot) | (vandaag | dit weekend)
  (alleen | nog) | (bijna | binnenkort) (voorbij | afgelopen | verlopen) | (gereserveerd | vastgehouden) ~2 (voor |
  nog) ~1 (@ | SPAN) | (voor | nog) (@ | SPAN) gereserveerd | (prijs | prijzen) ~2 (stijgt | stijgen | omhoog |
  verhoogd) | komt niet meer terug
scarcity: (nog | slechts | maar | alleen) ~2 NUM ~1 (ITEM | over | beschikbaar | op voorraad | leverbaar |
  verkrijgbaar) | nog ~1 (slechts | maar | enkele | een paar | weinig) | NUM ITEM? (over | resterend | op voorraad)
  !(de | het | op) | minder dan # ITEM
scarcity: (laatste | enkele) ~1 (ITEM | voorraad | maten | exemplaren | op voorraad) | (beperkte | lage | geringe |
  kleine | weinig) (voorraad | oplage voorraad | hoeveelheid | beschikbaarheid | aantal) | beperkt (beschikbaar |
  leverbaar | verkrijgbaar | aantal) | voorraad ~1 (laag | beperkt | bijna) | (weinig) ~1 (voorraad | over) | (bijna |
  haast | vrijwel) (uitverkocht | op | weg | leeg) | (gaat | gaan | verkoopt | verkopen | vliegt | vliegen) ~1 (snel |
  hard | de deur) | raakt op | raken op | # % ~2 (verkocht | geclaimd | gereserveerd | weg)
demand: (grote | hoge | enorme | veel | sterke) vraag !(en | of) | (erg | zeer | veel) (gewild | gevraagd | populair
  nu) | veelgevraagd | vraag ~1 (hoog | groot) | iedereen ~1 (wil | koopt)
social: NUM ~1 (andere)? PEOPLE ~4 (bekijken | bekeken | kijken | keken | kochten | gekocht | kopen | besteld |
  bestelden | hebben | winkelwagen | winkelmand | zien) | PEOPLE ~2 (bekijken | kijken) ~1 (dit | nu | naar) | # (x |
  keer)? (verkocht | gekocht | besteld | bekeken) | <((je | u | jij | die | dat) ~1) (zojuist | net | recent |
  onlangs) ~2 (gekocht | verkocht | besteld) !(bij ons) | (iemand | een klant) ~6 (kocht | gekocht | bestelde |
  besteld) | (kocht | gekocht | besteld | bestelde) ~6 NUM UNIT geleden | in # winkelwagens | in # ~1 (winkelmandjes |
  winkelwagen)
guilt: (mis | misloop | loop) ~3 (niet | niets | mis) | mis dit niet | (niet | niets | geen) ~2 (missen | mislopen) |
  (krijg* | krijgt) ~1 spijt | <geen spijt van | (waar | waarop) wacht | laat ~3 (niet)? (schieten | lopen |
  voorbijgaan | ontglippen) | weet (je | u) ~1 zeker ~4 (missen | afzien | laten | mislopen | wilt weigeren) | (dom |
  gek | dwaas | idioot | stom) ~2 (om | als | wie | niet) | (zou | is) ~1 (jammer | zonde) | (slimme | verstandige |
  verantwoordelijke) (klanten | mensen | ouders | kopers) | alleen dommeriken | iedereen ~1 (heeft | al) ~1 | (je |
  uw) gezin ~2 verdient
opener: (dit)? ~1 (vind | vindt | vinden) (je | u) ~1 (misschien | wellicht)? ook ~1 (leuk | interessant) | misschien
  ~1 ook (leuk | interessant | iets) | (andere)? klanten ~4 ook | (aanbevolen | geselecteerd | aanbevelingen) voor
  (jou | u | je) | vergelijkbare (producten | artikelen) | anderen (kochten | bekeken) ook | ook leuk voor
formula: (bestelling | bestellen | boeking | bestel) met betalingsverplichting | (bestelling | bestellen) met
  betaalverplichting | bestellen en betalen
pay: betalen | betaal | afrekenen | reken
unpaid: (niet | zonder | niets | nooit | minder | meer | geen) ~1 (betalen | betaling | betaal) | (betaal | betalen)
  ~1 (later | niets | minder | achteraf)
)";
}

}  // namespace aftermint::copy
