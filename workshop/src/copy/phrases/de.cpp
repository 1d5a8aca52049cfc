#include "copy/languages.h"

namespace aftermint::copy {

std::string_view germanPhrases() {
  return R"(
NO = nein | nö | ne
THANKS = danke | dankeschön | danke schön | danke sehr | vielen dank | besten dank | herzlichen dank | danke vielmals
GENUINE = NO THANKS? | THANKS NO? | THANKS aber NO THANKS? | NO aber THANKS
DET = das | den | die | dem | der | dieses | diesen | diese | diesem | dieser | ein | einen | eine | einem | einer |
  weitere | weiteren | zusätzliche | zusätzlichen | zusätzliches | optionale | optionalen | dies
THING = angebot | angebote | artikel | produkt | produkte | zusatz | zusätze | zusatzartikel | zusatzprodukt |
  zusatzprodukte | zusatzangebot | extra | extras | upgrade | upgrades | zubehör | option | optionen | paket | set |
  garantie | garantieverlängerung | versicherung | abo | abonnement | geschenkverpackung | empfehlung | empfehlungen |
  ergänzung | ergänzungen | erweiterung | vorschlag | vorschläge | schritt | seite | probeabo | schutzbrief | service
OBJECT = dies | das | es | DET? DET? THING
WHOSE = die | der | zur | zum | meine | meiner | ihre | ihrer | deine | deiner | den | dem | das | diese | meinem |
  meinen | aktuelle | ursprüngliche | bisherige | meine aktuelle | meine ursprüngliche
ORDER = bestellung | kauf | einkauf | kasse | warenkorb | bestellübersicht | übersicht | bestellbestätigung |
  bestätigung | zahlung | bezahlung | bezahlen | shop | onlineshop | startseite | auftrag | auswahl | checkout |
  versand | rechnung | bestelldetails | kundenkonto | konto | lieferung | nächsten schritt
WHEN = jetzt | im moment | momentan | derzeit | heute | diesmal | dieses mal | gerade | vorerst | zur zeit | aktuell |
  bei dieser bestellung | fürs erste | noch
LATER = später | vielleicht später | vielleicht | ein andermal | ein anderes mal | nächstes mal | vielleicht ein
  andermal | vielleicht ein anderes mal | vielleicht beim nächsten mal | beim nächsten mal | zu einem späteren
  zeitpunkt | später erinnern | lieber später | eventuell später
TO = (zu | zur | zum | mit | in den | in | an) WHOSE? ORDER
NOT = WHEN nicht | nicht WHEN | lieber nicht | bitte nicht | nicht nötig | nicht notwendig | nicht erforderlich |
  nicht interessiert | nicht gewünscht | kein interesse | kein bedarf | (keine | kein | keinen) DET? THING (gewünscht
  | nötig)? | nicht hinzufügen | (OBJECT)? nicht TO (hinzufügen)? | nicht in den (warenkorb | einkaufswagen) | OBJECT
  nicht hinzufügen | nicht dazulegen | nicht mehr anzeigen | nicht erneut anzeigen | nicht dazu | (keine | kein |
  keinen) THING hinzufügen | nichts (weiter | mehr | weiteres | hinzufügen | dazu)
WITHOUT = ohne | ohne OBJECT | ohne THING hinzuzufügen | ohne hinzufügen | ohne etwas hinzuzufügen | ohne änderung |
  ohne änderungen | unverändert
GO = weiter | fortfahren | fortsetzen | zurück | gehen | weitergehen | weitermachen | weiter gehen
REFUSE = überspringen | ablehnen | schließen | abbrechen | verwerfen | ausblenden | ignorieren | auslassen | weglassen
  | verzichten | abwählen | entfernen | übergehen | beenden
DO = abschließen | ansehen | anzeigen | fortsetzen | beibehalten | behalten | beenden | lassen | prüfen |
  fertigstellen
SIZE = klein* | groß* | mittlere* | einzelne* | aktuelle* | normale* | # (ml | l | liter | kg | g | cm)
GOODS = & | pflanze | pflanzen | topf | töpfe | übertopf | flasche | flaschen | tüte | beutel | sack | packung | paket
  | set | paar | schere | gartenschere | spaten | schaufel | rechen | harke | hacke | handschuhe | schlauch |
  gießkanne | stab | pflanzstab | moosstab | rankhilfe | bänder | erde | substrat | dünger | samen | zwiebeln | lampe
  | luftbefeuchter | hülle | abdeckung | untersetzer | ständer | korb | eimer | werkzeug | farn | monstera | orchidee
  | baum | messer | axt | säge | brett | öl | klinge | stein | bürste | buch | größe | farbe
PICK = (das | die | den | der | mein | meine | meinen | diese | diesen | dieses | ein | eine | einen)? SIZE? GOODS
HAVING = (habe | haben) (ich | wir)? (schon | bereits) | (schon | bereits) (vorhanden | da)
CLAUSE = (nur | bloß | lediglich) PICK | (bei der | bei dem | beim) SIZE? GOODS bleiben | PICK (behalten | reicht) |
  PICK (überspringen | weglassen | auslassen) | (weiter | weiter mit | ohne) PICK | WHOSE? ORDER so (versenden |
  abschicken | senden | absenden | verschicken) | (ich)? HAVING PICK? | (ich)? (habe | haben) (schon | bereits) (eine
  | einen | eins | welche | PICK) | (GO | WITHOUT GO | GO WITHOUT | GO WITHOUT? TO | TO WITHOUT? GO? | WITHOUT TO GO?
  | TO WITHOUT | WITHOUT) | weiter einkaufen | einkauf fortsetzen | WITHOUT (bestellen | bezahlen | abschließen |
  kaufen) | (auf)? OBJECT? REFUSE | darauf verzichten | REFUSE und (fortfahren | weiter) TO? | WHOSE? ORDER WITHOUT
  (aufgeben | absenden | abschicken | bezahlen) | (nur)? WHOSE? ORDER WITHOUT? DO? WITHOUT? | WHOSE? ORDER (so lassen
  | so belassen | unverändert lassen | belassen | so behalten) | NOT | LATER | fenster schließen | fenster REFUSE |
  bestellung fortführen | fertig | das (ist | war) alles | das war's | alles | passt so | das reicht | so lassen | so
  fortfahren
TAIL = WHEN | LATER | bitte | THANKS
decline: GENUINE TAIL? | GENUINE CLAUSE TAIL? TAIL? | CLAUSE TAIL? TAIL? | CLAUSE aber? GENUINE | NO das? CLAUSE

NUM = # | ein | eine | einen | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | wenige | einige | ein
  paar | paar
UNIT = sekunde | sekunden | sek | s | minute | minuten | min | stunde | stunden | std | h | tag | tage | tagen | d
SPAN = # #? UNIT
ITEM = stück | artikel | exemplare | exemplar | einheiten | plätze | platz | teile | produkte | paar | stk | packungen
  | flaschen | dosen | sets | karten | tickets | restexemplare
DEAL = angebot | angebote | aktion | aktionen | rabatt | sale | preis | preise | deal | deals | gutschein |
  sonderangebot | code | chance | vorteil | ausverkauf
PEOPLE = personen | menschen | leute | kunden | kundinnen | käufer | nutzer | besucher | andere | anderen | frauen |
  männer | interessenten | mitglieder
urgency: SPAN ~1 SPAN ~1 SPAN | UNIT UNIT UNIT | #0 UNIT
urgency: DEAL ~4 (endet | enden | läuft | laufen | abläuft | ablaufen | verfällt | schließt) !(nie) | (endet | läuft
  ab | läuft aus | schließt) (in (SPAN | @ | NUM UNIT) | heute | bald | morgen | demnächst | um mitternacht | # uhr) |
  ^ endet (in | am | um | bald | heute) | nur noch ~1 (SPAN | @ | NUM UNIT) !(haltbar | garantie) | noch ~1 (SPAN | @
  | NUM UNIT) (. | bis | gültig | verfügbar | übrig | zeit | dann) | ^ noch (SPAN | @) | nur noch ~2 (heute | morgen |
  bis | kurze | kurz | wenige)
urgency: <(kein | keine | ohne | in) (beeil* | eile ist geboten | schnell sein) | beeilen sie | beeilung | schnell ~1
  (zugreifen | zuschlagen | sein | bestellen | kaufen | sichern) | (jetzt | sofort | gleich | rasch) ~1 (zugreifen |
  zuschlagen | handeln) | (greifen | schlagen) sie ~1 (zu | jetzt) | greif ~1 zu | schlag ~1 zu | (nicht länger |
  keine zeit) (zögern | warten | verlieren) | warten sie nicht | warte nicht | zögern sie nicht !(uns) | zögere nicht
  !(uns)
urgency: bevor ~4 (weg | vergriffen | ausverkauft | spät | vorbei | abläuft | endet | steigen) | solange ~3 (reicht |
  vorrat | verfügbar | gibt | vorrätig) | <(nicht | nie | noch nicht) zu spät !(gepflanzt | gesät | geschnitten | im)
  | nie wieder ~2 (so | günstig* | zu) | kommt nicht wieder | so nicht wieder | jetzt oder nie | bald vorbei | gleich
  vorbei | fast vorbei
urgency: (letzte | letzter | letzten | einmalige | einzige | einmaliges) (chance | gelegenheit | möglichkeit | stunden
  | tag | tage | minuten | angebot | aufruf) !(vor) | endspurt | countdown | (zeitlich)? begrenzt* (zeit | angebot |
  zeitraum | aktion) | zeitlich (begrenzt* | limitiert*) | befristet* | kurze zeit | (kurzer | begrenzter) zeit |
  blitzangebot* | blitzdeal | tagesdeal | flash sale
urgency: (nur)? (heute | dieses wochenende | diese woche | an diesem wochenende) (nur | noch | gültig) | nur (heute |
  morgen | dieses wochenende | diese woche | jetzt | bis | für SPAN) !(haltbar | im | zur) | (zeit | uhr) ~2 (läuft ab
  | abgelaufen | tickt | davon | wird knapp) | (die)? zeit läuft
urgency: (reserviert | zurückgelegt | gesichert) ~2 (für | noch) ~2 (@ | SPAN | .) | (für | noch) ~2 (@ | SPAN)
  (reserviert | zurückgelegt) | (preis | preise) ~2 (steigt | steigen | erhöht*) | (innerhalb | binnen) ~2 (SPAN | @)
  ~1 (bestellen | kaufen | sichern | zuschlagen) | (bestellen | kaufen | sichern) ~3 (innerhalb | binnen | in den
  nächsten) ~3 (UNIT | @)
scarcity: nur ~1 (noch)? ~1 NUM ~2 (ITEM | auf lager | verfügbar | übrig | vorrätig | da | lieferbar | frei) | (nur)?
  noch NUM ~1 (ITEM | auf lager | verfügbar | übrig | vorrätig | da | stück | frei | erhältlich) | NUM ITEM? (übrig |
  auf lager) | weniger als NUM ~1 (ITEM | auf lager | übrig | verfügbar)
scarcity: (wenige | restliche | kaum | fast keine) ~1 (ITEM | übrig | verfügbar | auf lager | vorrätig | restbestände)
  | nur noch ~1 (wenige | wenig | einige | geringe | kleine | restposten)
scarcity: (letzte | letzten | letztes | letzter) ~1 (ITEM | bestände | auf lager) | (geringer | niedriger | knapper |
  begrenzter | limitierter | wenig | kleiner) (bestand | vorrat | lagerbestand | verfügbarkeit | auf lager) |
  (begrenzte | limitierte | geringe) (stückzahl | menge | anzahl | verfügbarkeit | bestände | plätze) | begrenzt
  verfügbar | (bestand | vorrat | lagerbestand) ~1 (gering | niedrig | knapp | begrenzt)
scarcity: (fast | beinahe | nahezu | bald | gleich) (ausverkauft | vergriffen | weg | leer) | (schnell | rasch)
  (vergriffen | ausverkauft | weg) | (geht | gehen | verkauft sich | verkaufen sich | läuft) ~1 (schnell | rasend
  schnell | weg) | (wird | werden | werde) knapp | # % ~2 (verkauft | vergeben | weg | beansprucht | reserviert) |
  (nicht | nie) (mehr | wieder) (nachgeliefert | nachproduziert) | restposten | ausverkauf droht
demand: (hohe | hoher | große | großer | starke | starker | riesige | enorme | extrem hohe | sehr gefragt) nachfrage |
  (sehr | heiß | stark | extrem | besonders) (begehrt | gefragt | nachgefragt) | nachfrage ~1 (hoch | groß | enorm |
  steigt) | (alle | jeder) (wollen | will | kaufen | kauft) | im trend gerade
social: NUM ~1 PEOPLE ~4 (ansehen | anschauen | angesehen | angeschaut | sehen | schauen | betrachten | betrachtet |
  gekauft | kauften | kaufen | bestellt | bestellten | haben | interessieren | warenkorb | merkzettel) | PEOPLE ~2
  (sehen | schauen | betrachten) ~2 (gerade | an | dies*) | <(sie | du | ihr | ich | sie haben | du hast | haben sie |
  hast du) (gerade | soeben | kürzlich | eben) ~3 (gekauft | bestellt | verkauft | angesehen)
social: # (mal | x)? ~1 (verkauft | gekauft | bestellt | angesehen) | in # ~2 (warenkörben | warenkorb) | vor (NUM
  UNIT) ~2 (gekauft | bestellt) | (jemand | ein kunde | eine kundin) ~5 (gekauft | bestellt | kaufte | bestellte) | ^
  _ _? (aus | in) _ ~5 (kaufte | bestellte) | (kaufte | bestellte) ~6 vor NUM UNIT | hat ~6 vor NUM UNIT ~2 (gekauft |
  bestellt)
guilt: (verpass* | verpassen | verpasse) ~3 (nicht | chance | nichts | keine) | (nicht | nichts | keine) ~3 (verpassen
  | entgehen | versäumen) | lass* ~4 entgehen | (bereuen | bereust | ärgern) | worauf ~1 (warten | wartest) |
  (wirklich | sicher) ~4 (verzichten | verpassen | entgehen) | (dumm | verrückt | töricht | blöd | schlau | idiot) ~2
  (wer | wenn | nicht | sein) | (kluge | schlaue | clevere | verantwortungsvolle | gute) (kunden | käufer | menschen |
  eltern | leute | mütter | väter) | (nur)? (dumme | narren | idioten) | (wäre | ist) ~1 (schade | jammerschade) |
  alle anderen ~1 (haben | sind) | wollen sie ~4 riskieren | ihre familie ~3 verdient
opener: (das | dies) könnte* ~2 (gefallen | interessieren) | könnte* ~2 (gefallen | interessieren) | (kunden | andere)
  ~4 kauften | kunden ~6 (auch | ebenfalls) (gekauft | angesehen | bestellt | kauften) | (unsere)? (empfehlungen |
  empfehlung | empfohlen) für (sie | dich) | (wir empfehlen | das passt) ~1 (ihnen | dir) (auch)? | vielleicht ~2
  (gefällt | interessiert) | ähnliche (artikel | produkte) | weitere (artikel | produkte)
formula: (zahlungspflichtig | kostenpflichtig) ~2 (bestellen | kaufen | buchen | abschließen | hinzufügen |
  bestellung) | zahlungspflichtig* ~2 (bestellung | vertrag | bestellen)
pay: zahlen | bezahlen | zahle | bezahle | kaufen
unpaid: (nicht | ohne | nichts | nie | später | kein | weniger | mehr) ~1 (zahlen | bezahlen | zahlung | kaufen) |
  (zahlen | bezahlen) ~1 (später | nichts | nicht)
)";
}

}  // namespace aftermint::copy
