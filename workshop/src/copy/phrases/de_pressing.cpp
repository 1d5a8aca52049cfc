#include "copy/languages.h"

namespace aftermint::copy {

std::string_view germanPressing() {
  return R"(
FOLK = gärtner | gärtnerin | gärtnerinnen | hobbygärtner | pflanzeneltern | pflanzenmama | pflanzenmutter |
  pflanzenvater | pflanzenfreund | pflanzenfreunde | pflanzenliebhaber | eltern | besitzer | halter | liebhaber |
  freunde | mutter | mütter | vater | väter | menschen | leute | kunden | käufer | köche | köchin
GOOD = echt* | wahr* | gut* | klug* | schlau* | ernsthaft* | verantwortungsvoll* | verantwortungsbewusst* | clever* |
  vernünftig* | liebevoll* | richtig* | umsichtig*
YOURS = (ihr* | dein* | euer* | eure*) ~2 | & | sie | ihn | es
HARM = verhungern | verdursten | sterben | stirbt | eingehen | ein | erfrieren | erfriert | leiden | leidet |
  verwelken | welken | verrotten | verfaulen | verkümmern | ersticken | ertrinken | zugrunde | büßen | frieren |
  hungern | im stich | umkommen
LACKING = ohne (das | dies | diesen | diese | dieses | es | ihn | sie | & | ein* &?)

guilt?: (lassen sie | lass | lasst) ~4 (nicht | nie) ~2 (HARM) | (lassen sie | lass) ~3 nicht (dafür | darunter |
  allein | zurück) | (lassen sie | lass) nicht zu
guilt?: (seien sie | sei) nicht ~1 (derjenige | diejenige | der | die | einer | eine | jemand) | (seien sie | sei)
  keine* ~1 (von | der | die)
guilt?: <(für | von | mit | bei) GOOD FOLK ~2 (nie* | immer | nicht | wissen | weiß | lassen | nehmen | gehen |
  verzichten | kaufen | schützen | denken | haben | würden | tun | sorgen) | (als | wie) (ein | eine | jede | jeder)?
  GOOD FOLK
guilt?: <für wer ~4 (liebt | mag | schätzt | wichtig | hängt) ~4 (nimmt | greift | verzichtet | kauft | schützt | gönnt
  | sorgt | lässt | geht | hat | tut) | (menschen | leute | alle | diejenigen) ~1 (die | denen) ~4 (lieben | wichtig |
  liegt | mögen) | wenn (ihnen | dir) ~3 (wichtig | liegt) | wenn (sie | du) ~2 (wirklich | ehrlich) ~2 (lieben |
  liebst)
guilt?: verzeihen !(auch | kleine) ~2 (. | können | wenn) <(pflanzen verzeihen) | (sich | dir) ~2 (verzeihen |
  vergeben) | (bereuen | bereust) ~1 | (werden | wirst) ~2 wünschen | (hätten sie | hättest du) ~2 (nur | doch) |
  (selbst | selber) schuld | (ihre | deine) (eigene)? schuld
guilt?: (sagen | sag) ~1 nicht ~4 (gewarnt | gesagt | gewusst) | (wir haben | man hat) ~1 (sie | dich) ~1 gewarnt |
  (weinend | heulend | jammern) | (kommen sie | komm) (nicht | nachher nicht) ~1 (weinend | heulend | jammernd)
guilt?: (ihr* | dein* | &) ~3 (verdient | verdienen) | (besseres | mehr) verdient | (zählt | verlässt sich | baut |
  vertraut) auf (sie | dich) | enttäuschen sie ~2 nicht | (ihr* | dein*) ~2 braucht (sie | dich)
guilt?: LACKING ~6 (nicht | kein* | HARM | tot | verloren | umsonst) ~1 (winter | sommer | frühling | überleben |
  frühjahr | HARM | lange | überstehen | .)? | (ihr* | dein* | & ) ~2 (übersteht | überlebt | schafft | überstehen) ~2
  (winter | sommer | es | das | woche) ~1 (nicht | kaum) | LACKING (übersteht | überlebt | stirbt | erfriert |
  verhungert | geht | schafft)
guilt?: LACKING ~4 (gleich | ebenso gut | genauso gut | auch) ~2 (wegwerfen | lassen | weglassen | bleiben) | (gleich |
  ebenso gut | genauso gut) ~2 (wegwerfen | bleiben lassen | in den müll) | (nur | bloß) ~1 (die | eine | ein)? (halbe
  | halber | halbes | hälfte) ~1 (arbeit | sache | miete | werkzeug | gärtner | geschenk | garten | von) | ohne ~4
  (nur | bloß) ~1 (halb* | hälfte) | nur die hälfte wert
guilt?: (bestellung | einkauf | warenkorb | & | topf | garten | set | ausrüstung) ~2 (ist | wäre | wirkt | bleibt) ~4
  (nicht | noch nicht | nie) ~1 (vollständig | komplett | fertig | vollkommen) | unvollständig | (nutzlos | wertlos |
  komplett | nichts | verloren | nackt | sinnlos) ohne | (ist | was ist) ~3 ohne ~2 (schon | wert) | (bestellung |
  warenkorb) ist ohne
guilt?: ^ (halt | stopp | stop | moment | warten sie | warte | augenblick | einen augenblick | nicht so
  schnell | hoppla | noch etwas) (. !(lassen sie | gießen) | ihr* | dein* | sie | du | noch | bevor sie (gehen |
  schließen | zahlen) | da | es fehlt | &)
guilt?: <(falls | wenn | einmal) (sie | du) ~1 (haben | hast) ~5 vergessen | (haben sie | hast du) ~3 vergessen |
  (etwas | was) ~4 (vergessen | fehlt) | (es | da) fehlt ~1 (noch | etwas | was) | ^ bevor (sie | du) (gehen | gehst |
  schließen | weggehen | verlassen) | bevor (sie | du) ~2 (ablehnen | nein)
guilt?: (wirklich | ernsthaft | tatsächlich) ~5 (lassen | riskieren | verzichten | verlieren | aufgeben | sterben |
  ungeschützt) | (würden | würdest | wollen | willst | können | könnten) (sie | du) ~6 (sterben | verhungern |
  verdursten | erfrieren | eingehen | im stich | leiden) ~1 (lassen | sehen)? | (bringen | bringst) ~5 um . | (bringen
  sie | bringst du) ~3 um | (töten sie | tötest du) (ihr* | dein* | &) | LACKING (bringen | töten | ruinieren)
guilt?: schüttel* ~2 (den)? kopf | (lachen | lacht) über (sie | leute | alle | kunden) | (alle | leute | kunden |
  besitzer | wer) ~3 (verzichten | verzichtet | auslassen | auslässt | weglassen | ablehnen | ablehnt) | (sind | bist)
  (sie | du) ~4 schuldig | (das)? schulden sie (ihr* | &) | (wäre | ist) ~1 (grausam | herzlos | fahrlässig |
  verantwortungslos | egoistisch | unverzeihlich | ein verbrechen) | (das)? (mindeste | wenigste) ~1 (was)? sie
guilt?: aufs spiel ~1 (setzen | setzt) | (warum | wozu) ~4 (riskieren | wagen | aufs spiel) | riskieren sie (nicht |
  kein* | ihr* | &) | (ihr* | dein* | &) ~2 (leidet | hungert | dürstet | friert | stirbt | verhungert | verdurstet)
  ~1 (schon | bereits | gerade | still | langsam | jetzt) | denken sie ~1 an ~1 (ihr* | &) ~1 arm* | (ihr* | dein*)
  arm* | stellen sie sich vor ~5 (tot | erfroren | vertrocknet) | arm* (& | pflanze | pflänzchen)
guilt?: geld ~4 (verschwendet | zum fenster | weggeworfen | verloren | umsonst) | (tot | erfroren | vertrocknet |
  verfault) ~1 (vorfinden | finden | auffinden) | (ihr* | &) ~2 (verlieren | verlierst) | niemand will ~2 (tot* |
  krank*) | zu (geizig | faul | bequem)
guilt?: ja ~1 (meine | mein | ich) ~4 (wichtig | retten | schützen | am herzen | kümmere | liebe | liebt) | (ich)?
  (will | möchte) ~1 (meine | mein) ~3 (retten | am leben | lebt | leben | schützen) | (meine* | mein) ~2 (retten |
  soll leben | soll überleben) | rette* (meine | mein | die | deine | ihre | &)
guilt?: (sogar | selbst | auch) sie ~2 (es | das | können | schaffen | hinbekommen | nichts) | (sogar | selbst |
  auch) du ~2 (es | das | kannst | schaffst | hinbekommst) | so (einfach | leicht | simpel) ~5 (kind | anfänger | laie
  | affe | idiot | trottel | sogar | selbst) | (narrensicher | idiotensicher | deppensicher) | (ohne | keinen | kein)
  ~1 grünen daumen !(nötig) | (schwarzen | brauner | braunen) daumen
guilt?: (sie | du) (brauchen | brauchst) ~1 (offensichtlich | eindeutig | offenbar | ganz klar | dringend |
  sichtlich) | (sie | du) ~2 (offensichtlich | offenbar | wahrscheinlich | vermutlich | eindeutig) ~2 (nicht | kein* |
  hilfe | vergessen | nie) | (seien wir | sind wir | mal) ~1 ehrlich | machen wir uns nichts vor | <(falls | wenn |
  einmal) (sie | du) (werden | wirst) ~4 (vergessen | übergießen) !(dass)
guilt?: (leute | menschen | alle | für alle | kunden) ~2 (denen | die) ~3 (eingehen | eingeht | umbringen | töten
  | sterben | totgießen) | (pflanzenkiller | pflanzenmörder | kakteenmörder) | (falls | da | weil | sofern) (sie | du)
  ~2 (nicht | kein*) ~2 (profi | experte | expertin | gärtner | fachmann | gerade) | (wissen | weißt) ~2 (nicht |
  kaum) ~1 wie (man | sie | du) | keine ahnung ~3 | (hoffnungslos* | vergesslich* | faul* | ahnungslos*) (fälle |
  gärtner | gießer | besitzer)
urgency?: (diesen | den | dieser | so einen | solchen) preis* ~4 (nie | nicht) ~1 (wieder | mehr | noch einmal) |
  (dieser | der) (preis | rabatt) ~1 (kommt | gibt) ~1 (nie | nicht) ~1 (wieder | zurück | mehr) | (angebot | preis* |
  rabatt) ~3 (nicht wieder | nie wieder | nie mehr | nicht noch einmal | kein zweites mal) | nur (dieses | dies |
  diesmal) ~1 (eine)? (mal | eine mal) !(im) | nur dieses eine mal | nur dieses mal | kein zweites mal
urgency?: nur für (alle | kunden | diejenigen | käufer | leute | menschen)? ~1 (die | wer) ~2 (gerade | eben | soeben)
  ~1 (bestellt | gekauft) | (seite | fenster | tab) ~1 (schließen | verlassen | schließt | verlässt | verlassen) ~4
  (weg | verfällt | verloren | vorbei | verschwindet | verlieren) | (weg | verfällt | verschwindet | verloren) ~4
  (sobald | wenn) ~3 (schließen | verlassen) | (entscheiden | entscheide) ~2 (jetzt | sofort | gleich) | (preis |
  angebot | rabatt) wartet nicht
urgency?: (lkw | lastwagen | bote | fahrer | paketwagen | laster) ~1 (fährt | geht | startet | verlässt) ~1 (gleich |
  jetzt | sofort | bald | in) | (morgen | später | nächste woche) ~2 (kostet | kosten | zahlen | wird) ~1 (es)? ~1
  (mehr | teurer | voll* | das doppelte) | nur (solange | während) (wir | sie | ihr*) | (halten | legen | reservieren)
  (wir)? ~2 (ihnen | für sie | zurück) ~3 (nur | bis) | (jetzt | hier) und (jetzt | nie) | schnell ~1 (der | die) (lkw
  | bote) | bevor ~2 (weg | alle | vergriffen | aus) (ist | sind) | bevor die saison vorbei
urgency?: nie wieder | (winter | frost) wartet nicht | letzte* mal
urgency?: (niemand | keiner | wer) weiß ~1 (wann | ob | wie lange | wie viel*) | (wissen | weiß | können) ~1 (wir |
  man | nicht) ~2 (nicht | sagen)? ~1 (wann | ob) ~4 (wieder | nächste* | noch | neue | nachschub) | nicht
  (versprechen | garantieren) ~1 (dass | ob)
urgency?: (wenn | sobald | sind) (diese | die | sie) ~1 (weg | alle | verkauft | ausverkauft) (sind)? ~3 (gibt | kommt
  | kommen | war | ist | dann | bekommen) | das (war's | war es | wars) (für | bis) ~1 (dieses | diese | zum | jahr) |
  (nur)? (noch)? (ganz)? wenige (da | übrig | davon | im) | kaum noch (welche | eine | einer | stück | exemplare) |
  (fast | beinahe) (keine | alle) (mehr)? (da | weg) | (letzte | letzten | letzter) (lieferung | charge | partie |
  ernte | posten | sendung) | die letzten (dieses jahr* | dieser saison | unserer) | die letzte (dieses | ihrer)
urgency?: (nur | bloß) ~1 eine handvoll ~1 (davon | da | auf | übrig | .) | wir haben nur ~1 (NUM | eine handvoll |
  wenige) | (bleiben | sind | stehen) nie lange ~1 (bei uns | im regal | da | hier) | (gehen | geht) ~3 (wie warme
  semmeln | weg) | (gehen | werden) uns ~2 (ausgehen | aus) | werden uns ~1 ausgehen | (bekommen | kriegen | erhalten
  | erwarten) (wir)? ~1 (keine | nicht) ~1 (mehr | weiteren | neuen | nachschub) | wir (bekommen | kriegen | erhalten)
  keine mehr | (war | waren) ~3 (in | nach) NUM UNIT (ausverkauft | weg) | andere (läden | geschäfte) ~4 (aus | leer |
  keine)
urgency?: (schwer | kaum) (zu (bekommen | finden)) | halten nie lange | sehr wenige
social?: <wenn (ihr* | dein*) (nachbar* | freund* | kolleg* | famil*) ~1 (haben | hat | nutzen | nutzt | besitzen |
  schwören | kaufte* | kauften) ~1 (schon | bereits | längst | alle | auch | es | eine* | darauf) | alle (ihr* | dein*
  | ihre) (nachbar* | freund* | kolleg* | bekannten) | (die)? (ganze | halbe | gesamte) (straße | nachbarschaft |
  siedlung | stadt) ~1 (hat | nutzt | schwört | gießt | ist | kauft) | (das)? (ganze | halbe) (viertel | dorf) ~1 (hat
  | nutzt | schwört | gießt)
social?: (alle | jeder | jede) (die | der) ~6 (dazu | hinzu | mit | genommen | gekauft | heute | nahmen | nahm) | (vor
  ihnen) (bestellt | gekauft) | (jeder | alle) ~1 (nimmt | nehmen | hat | haben) ~1 (das | es | eine*)? ~1 (schon |
  dazu | mit | eine) | (niemand | keiner) ~2 (geht | verlässt | kauft | bestellt | nimmt | pflanzt | topft | kommt) ~4
  ohne | (niemand | keiner) ~1 (bereut | verzichtet)
social?: (werden sie | werde | gehören sie | schließen sie sich) ~3 (# | tausenden | hunderten | tausende) | (NUM | #)
  von (NUM | #) ~1 (PEOPLE | FOLK | die) ~4 (heute | dazu | bereits | schon | bereu* | wieder | diese woche) | (NUM |
  #) von (NUM | #) (PEOPLE | FOLK) ~1 (haben | nahmen | nehmen) ~2 (heute | dazu | es) | (meisten | hälfte) ~2 (erste
  | ersten) ~3 (sterben | eingehen | gehen | überleben) | (meisten | hälfte) ~4 (sterben | stirbt | überleben) ~2 (im
  ersten | in den ersten | innerhalb | binnen | nicht) | (der | die) (einzige | einziger) ~4 (ohne | der ~3 nicht |
  die ~3 nicht)
social?: (NUM | #) von (NUM | #) ~1 (PEOPLE | FOLK) | (kunden | leute | menschen) wie (sie | du) | meisten ~3 (sterben
  | eingehen)
guilt?: (ihr* | &) ~2 (stirbt | leidet | verhungert | verdurstet | erfriert | verwelkt | eingeht) | (ihr* | dein*) ~2
  wird es (ihnen | dir) danken | LACKING ~4 (fault | faulen | stirbt | verrottet) | GOOD (gärtner | pflanzeneltern |
  eltern)
unfit: risiko | riskier* | glück | verlier* | verpass* | bereu* | sterb* | stirbt | tot* | eingeh* | vertrockn* |
  verdurst* | verhunger* | welk* | faul* | leid* | hass* | schlecht* | lieber !(nicht) | mag | gern | gerne | egal |
  macht (mir)? nichts | kümmer* | schutz* | schütz* | spar* | ersparnis | rabatt* | geld | zahl* | preis | besser* |
  beste* | qualität | toll* | verdient | allein* | selbst | lass* (sie | es | ihn | mein*) | soll ~1 (selbst | sterben
  | eingehen | sehen) | neu* pflanze | ersetz* | (wenn | bis | erst) (sie | es | ihn) | will (nicht | keine*) |
  brauche keine* (hilfe | pflege | gesund*) | hunger | durst | frier* | frost | ungeschützt | vernachlässig* | profi |
  genießer | natur | schicksal | dumm | gesund* | ja | okay | vorteil | mittelmaß | familie | hund
PEER = nachbar* | kunden | alle | jeder | leute | menschen | gärtner* | verein | straße | freunde | stammkunden |
  niemand | kaum jemand | käufer
TOOK = schon | bereits | bestellt* | gekauft | kauften | nahm* | nimmt jeder | dazugelegt | fragt* | wollen | schwör*
  | ohne | haben (es | eines | einen | eine) | hinzugefügt
social?: PEER ~5 TOOK | postleitzahl | kaum ein* | als (erste | erster | einzige | einziger | letzte | letzter) |
  namentlich
urgency?: (lastwagen | wagen | lkw | karton | paket | fahrer) ~5 (beladen | geschlossen | zu | schließt | offen |
  wartet) | (preis | angebot) ~5 (ander* | höher | endet | steigt | vorbei | nicht mit) | heute nacht ~3 (frost |
  friert) | (zeigen | fragen | bieten) ~4 einmal | noch zeit | wenn (sie | du) zöger* | saison ~3 (endet | vorbei |
  schließt) | (fast | schon) (januar | mai | juni | november | winter | frühling) | letzter aufruf | in (# | zehn |
  fünf) minuten (nicht | ist | geht | schließt) | (charge | regal | palette | kiste) ~5 (leer | weg | halb | letzte*)
  | heute morgen (waren | standen) | ruhestand | was ~1 übrig | nichts mehr bis | einmal im jahr | selten | will jeder
  | jeder will
guilt?: vertrau* | versprochen | gewissen | schäm* | niemanden außer | nur (sie | dich) hat | kann nicht (sprechen |
  bitten | laufen) | würden sie ~4 (lassen | hund | kind) | nichts zu (essen | trinken) | (schlechte* | gute*)
  (besitzer* | gärtner*) | (wurzeln | pflanzen) (vergessen | verzeihen) nicht | denken sie an (die | ihr*) | (schade |
  jammerschade | grausam) | ja ~2 (gesunde | lebende) | erste* (nacht | winter | frost) ~2 (ohne | allein) |
  weggeworfenes geld | gefühl für pflanzen | händchen | in ihrer hand | liegt bei ihnen | schon (ein* | eine) ~1
  (verloren | eingegangen)
guilt?: sagt viel über | erinnern sie sich | ja ~3 (glücklich | gesund | lebt) | wenn ~2 schiefgeht | weil es ihre
  erste ist | nicht jeder (kann | schafft) | verzeiht (fehler | ihnen) | sie entscheiden ob | keine ausrede | daumen
  drücken
urgency?: bis diese seite | voller preis | sofort | (frost | winter | saison) ~2 (wartet | fragt) nicht | letzte
  lieferung | alles was wir haben | leere* hände* | (gehen | ging) weg wie
social?: in ihrer straße | (der | die) einzige ~2 ohne | nahmen (zwei | alle)
guilt?: schlechtes gewissen | bereu* | stellen sie sich vor | hat nicht darum gebeten | keine* & verdient | ist wie
  ein* ~3 ohne | wenn sie (dazu neigen | immer | oft) vergessen
urgency?: nach heute | (lieferant | töpfer) ~2 (geschlossen | aufgehört | ruhestand) | der rest . | nicht mehr viele |
  entscheiden sie (schnell | bald)
social?: die (besten | schönsten) gärten | (kunden | leute) wie sie
decline: GENUINE? (brauche ich nicht | nicht nötig | das reicht) TAIL?
guilt: (lassen sie | lass) (ihre | deine) ~2 nicht (verhungern | sterben | verdursten) | (warenkorb | bestellung) ist
  ohne ~4 (unvollständig | nicht vollständig) | ^ (halt | stopp) . ihre bestellung | selbst schuld
belittling: (sogar | selbst) (sie | du) (schaffen | schaffst | können | kannst) | idiotensicher
urgency: (diesen preis | dieses angebot) ~2 nie wieder | jetzt oder nie
social: (ihre | deine) nachbarn haben ~2 (schon | bereits) (ein* | ihr*)
)";
}

}  // namespace aftermint::copy
