#include "copy/languages.h"

namespace aftermint::copy {

std::string_view dutchPressing() {
  return R"(
FOLK = tuinier | tuiniers | tuinierster | hoveniers | kweker | plantenouder | plantenouders | plantenvriend |
  plantenvrienden | plantenliefhebbers | plantenmama | ouder | ouders | eigenaar | eigenaren | baasje | baasjes |
  liefhebber | liefhebbers | moeder | moeders | vader | vaders | mensen | klanten | kopers | koks
GOOD = echte | ware | goede | slimme | verstandige | verantwoordelijke | serieuze | zorgzame | liefhebbende |
  verstandig | goed | wijze
YOURS = (je | jouw | uw) ~2 | & | hem | haar | het
HARM = verhongeren | verdorsten | sterven | sterft | doodgaan | dood | lijden | lijdt | verwelken | verwelkt |
  verrotten | bevriezen | bevriest | verpieteren | omkomen | boeten | creperen | stikken | verdrinken | kou lijden |
  in de kou | in de steek
LACKING = zonder (dit | dat | deze | die | hem | haar | het | een | &)
NOBODY = niemand | geen FOLK | geen enkele FOLK

guilt?: (laat | laten) (YOURS) ~1 (niet | nooit) ~1 HARM | laat YOURS ~1 er niet ~2 boeten | (laat | laten) (YOURS)
  (niet | nooit) ~2 (alleen | voor boeten) | laat ~3 (vorst | winter | kou) ~4 niet (winnen | doden) | laat ~3 niet
  (sterven | verhongeren | verdorsten | doodgaan | bevriezen)
guilt?: (wees | ben) ~1 (niet | geen) ~1 (degene | diegene | iemand | een van | de zoveelste | zo'n)
guilt?: <(voor | van | door | met) GOOD FOLK ~2 (nooit | altijd | niet | geen | weten | nemen | gaan | slaan | kopen |
  beschermen | denken | zorgen | laten) | (als | zoals) (een | elke | iedere)? GOOD FOLK | wat voor FOLK
guilt?: <voor wie ~2 (van zijn | van haar | om zijn | van hun | echt | houdt | geeft) ~4 (neemt | pakt | koopt | gaat |
  laat | doet | slaat | beschermt | gunt | houdt) | (mensen | iedereen | klanten | FOLK) die ~1 (om | van | echt) ~2
  (hun | zijn | planten) ~2 (geven | geeft | houden | houdt) | als (je | u) ~1 (echt | werkelijk) ~3 (houdt | geeft) |
  als (je | u) van (je | uw) ~2 houdt
guilt?: (jezelf | uzelf | het je) ~2 (vergeven | verwijten) | nooit vergeven | <geen (spijt van | spijt krijgen | spijt
  hebben) | (zul | zal | zou | wou | wilde) (je | u) ~2 (wensen | had | hebt | dat je) | had (je | u) ~2 maar | (eigen
  schuld | je eigen schuld | aan jezelf te wijten)
guilt?: (zeg | klaag) ~1 niet ~4 (gewaarschuwd | gezegd) | (we hebben | je bent) ~1 (je)? gewaarschuwd | (kom | komt)
  ~2 (niet)? ~1 (huilen | klagen | janken) | niet komen huilen
guilt?: (YOURS) ~1 (verdient | verdienen) | rekent (op | erop) (je | jou | u) | (telt | vertrouwt) op (je | jou | u) |
  (je | uw) ~2 heeft (je | jou | u) nodig | stel (hem | haar | YOURS) niet teleur
guilt?: (YOURS) ~2 (overleeft | haalt | redt | doorstaat | komt) ~3 (niet | nooit) ~2 (zonder | door | winter | .) |
  LACKING ~2 (overleeft | haalt | redt | sterft | doorstaat | gaat | verdort | bevriest) ~2 (je | uw | & | de plant |
  hij | ze) | overleeft (je | uw | &) ~2 (de winter | het) niet | LACKING ~3 (HARM)
guilt?: (net zo goed | evengoed | net zogoed) ~4 (weggooien | laten | weg | niet) | (net zo goed) ~2 (de plant | het) |
  (maar | slechts | enkel) ~1 (half | halve | de helft | een half) ~1 (werk | van | gereedschap | tuin | cadeau | .) |
  zonder ~4 (maar | slechts) ~1 (half | halve | de helft)
guilt?: (bestelling | aankoop | winkelmand | winkelwagen | & | tuin | pot | set | uitrusting) ~2 (is | lijkt | blijft)
  ~2 (niet | nog niet | nooit) ~1 (compleet | volledig | af | klaar) | (incompleet | onvolledig) | (nutteloos |
  compleet | niets | waardeloos | kaal | verloren) zonder | wat is een _ zonder
guilt?: ^ (wacht | wacht even | stop | ho | ho even | momentje | even wachten | een moment | niet zo snel | nog iets |
  nog een ding) (. !(laat | geef) | je | uw | u | er | nog | voordat (je | u) (gaat | weggaat | sluit | betaalt) | &)
guilt?: <(als | wanneer) (je | u) ~1 (bent | hebt | vergeet) ~4 (iets)? vergeten | (je | u) (bent | hebt) ~4 vergeten |
  (ben | heb) (je | u) ~3 (niet)? ~1 vergeten | vergeet (je | u) (niet)? iets | er (ontbreekt | mist) ~1 (nog | iets)
  | ^ (voordat | voor) (je | u) (gaat | weggaat | vertrekt | sluit) !(op) | (voordat | voor) (je | u) ~1 (weigert |
  nee zegt)
guilt?: (echt | werkelijk | serieus) ~1 (laten | bloot | riskeren | opgeven | achterlaten | willen | onbeschermd) ~1 |
  (ga | wil | wilt | gaat) (je | u) ~4 (echt | werkelijk | serieus) ~2 (laten | riskeren | verliezen | opgeven | bloot
  laten) | (zou | wil | kun) (je | u) (hem | haar | YOURS) ~2 (laten (sterven | doodgaan | verhongeren) | HARM) | te
  (gierig | lui)
guilt?: maak (je | jij) ~3 dood | (je | u) (doodt | vermoordt | ruïneert) | (schudden | schudt) ~2 (hoofd) !(voor
  gebruik) | (lachen | lacht) om (wie | mensen | jou) | (wie | mensen die | klanten die | eigenaren die) ~2 (overslaat
  | overslaan | weigert | weigeren | zonder doet | laat liggen | laten liggen) | (ben | bent) (je | u) (het | dit |
  dat)? (je | uw | &) ~2 verschuldigd | (het is het minste | minste wat)
guilt?: (zou | is) ~3 (wreed | harteloos | onverantwoord | egoïstisch | onvergeeflijk | een misdaad) ~1 | op het spel
  ~1 (zetten | zet) | (waarom | riskeer) ~2 (riskeren | niet | op het spel) ~1 (je | uw | &)? | waarom ~4 riskeren |
  neem dat risico niet | (YOURS) ~1 (lijdt | sterft | verhongert | verdorst) (al | nu | in stilte | langzaam) | denk
  ~1 aan (je | uw) ~1 arme | (je | uw | die) arme (& | plant | _) | arme (& | plant)
guilt?: geld ~5 (weggegooid | verspild | verloren) | (gooi | weggooien) ~2 geld | (dood | bevroren | verdord) ~1
  (aantreffen | terugvinden | vinden) | (je | u) ~1 (verliest | raakt) ~1 (je | uw | &) | niemand wil ~2 (dode |
  zieke)
guilt?: ja ~1 (ik) ~2 (geef om | hou van | wil ~2 (redden | beschermen | leeft | laten leven)) | ik (geef om | hou van)
  (mijn) | ik wil ~1 (dat)? mijn ~2 (redden | leeft | overleeft) | red (mijn | je | de | uw | &)
guilt?: (zelfs | ook) (jij | je | u) ~1 (het | kunt | kan | lukt | snapt) | zelfs jij | zo (makkelijk | simpel |
  eenvoudig | gemakkelijk) ~3 (kind | beginner | kluns | aap | idioot | zelfs) | (idiotenproof | klunsproof |
  kinderlijk eenvoudig) | (geen | zonder) groene (vingers | duim) !(nodig) | zwarte (vingers | duim)
guilt?: (jij | je | u) (hebt | heeft) ~1 (duidelijk | overduidelijk | blijkbaar | kennelijk) ~2 (hulp | nodig |
  dit) | (je | jij | u) ~2 (waarschijnlijk | vast | duidelijk | blijkbaar) ~1 (niet | geen | nooit) | (laten we | wees
  | even) ~1 eerlijk | <(als | wanneer) (je | u) (gaat | zult) ~3 vergeten
guilt?: (mensen | iedereen | wie | klanten) ~1 (die)? ~2 (zelfs | alles | planten | cactussen) ~1 (cactussen |
  cactus | planten)? ~1 (doodkrijgen | doodkrijgt | doodmaken | doodmaakt | vermoordt) | (plantenmoordenaar* |
  plantenkiller*) | (voor het geval | aangezien | omdat | mocht) ~1 (je | u) ~1 (geen | niet) ~1 (bepaald | echt)? ~1
  (expert | kenner | hovenier | tuinier | handig | groene) | (je | u) ~1 niet ~1 bepaald een expert | (weet | weten)
  ~2 (niet | amper) hoe (je | men | u) | geen (idee | benul) ~1 (hoe | van)
urgency?: (deze | zo'n | die) prijs ~1 (zie | krijg | vindt | krijgt | ziet) (je | u) ~1 (niet | nooit) ~1 (meer | weer
  | terug | nog)? | prijs ~1 (komt) ~1 (nooit | niet) ~1 (meer)? terug | (alleen | enkel | slechts) (deze | dit)
  (ene)? (keer | maal) | eenmalig* (prijs | aanbod) | geen tweede kans
urgency?: (alleen | enkel | uitsluitend | slechts) voor (wie | klanten | mensen) ~3 (besteld* | bestelde | gekocht |
  kocht) | (pagina | venster | tabblad | site) ~1 (sluit | verlaat) ~1 (is | ben | verdwijnt | verlies | verliest) |
  (weg | verdwijnt | vervalt | verloren) ~4 (zodra | als | wanneer) ~3 (sluit | verlaat) | (beslis | kies) ~1 (nu |
  meteen | direct) | (prijs | aanbieding | korting) wacht niet
urgency?: (vrachtwagen | bezorger | koerier | bus) ~1 (vertrekt | rijdt | gaat) ~1 (nu | zo | meteen | weg | .)
  !(dinsdag) | (morgen | straks | later) ~1 (kost | betaal | wordt) ~2 (meer | duurder | vol | het dubbele) | (alleen
  | enkel | slechts) (zolang | terwijl) (we | wij | je | uw) | (houden | leggen) ~2 (voor (je | u)) ~2 (alleen | tot |
  apart | zolang) | (grijp | pak) je kans voor
urgency?: nooit meer | (winter | vorst) wacht niet | laatste keer
urgency?: (niemand | wie) weet ~1 (wanneer | of | hoe lang | hoeveel) | (kunnen) ~1 (we | wij)? niet ~1
  (zeggen | beloven)? ~1 (wanneer | of | dat) | (als | wanneer | zodra) (deze | die | dit) ~1 (weg | op | verkocht) ~1
  (zijn | is)? ~2 (komen | is | zijn | was | krijgen) ~3 (geen | niet | niets | dat) | (dat was het | dan is het)
  (voor | klaar) | laatste (partij | levering | lichting | oogst | zending) | de laatste (van dit jaar | van het
  seizoen | die we)
urgency?: (er zijn er | er zijn | zijn er) ~1 (nog)? ~1 (maar)? (weinig | bijna geen | amper | nauwelijks) | (bijna |
  vrijwel | nauwelijks | amper) (geen | nog) (meer | een | eentje | exemplaar) | (hebben | zijn) ~1 er ~1 (maar |
  slechts) ~1 (een handvol | handjevol | NUM | weinig | een paar) | (blijven | staan | liggen) nooit lang ~1 (bij ons
  | in de winkel | hier | op de plank) | (we | wij) ~1 (zijn | raken) er ~1 (zo | bijna | straks) (doorheen | door) |
  (krijgen | verwachten | maken) (we | wij)? er ~1 (geen | niet) ~1 meer | (we | wij) krijgen ~1 geen ~1 meer | andere
  winkels ~4 (uitverkocht | niet) | (was | waren) binnen NUM UNIT uitverkocht
urgency?: (moeilijk | lastig) te (vinden | krijgen) | heel weinig | houden nooit lang
social?: <als (je | jouw | uw | de) (buren | buurvrouw | buurman | vrienden | collega's | familie) ~1 (hebben | heeft |
  gebruiken | gebruikt | kochten) ~1 (er)? ~1 (al | allemaal | ook | hem | het | zweren) | al (je | jouw | uw) (buren
  | vrienden | collega's) | (de)? (hele | halve) (straat | buurt | wijk | stad | dorp) ~1 (heeft | gebruikt | is |
  zweert | geeft)
social?: (iedereen | allen | alle klanten) die ~4 (bestelde | besteld | kocht | kochten) ~3 (nam | namen | erbij | mee
  | toe) | iedereen ~1 (neemt | nam | gebruikt) ~1 (dit | het | er) | (besteld | gekocht) voor (jou | u) | NOBODY ~1
  (gaat | vertrekt | koopt | bestelt | verlaat | plant | verpot) ~4 zonder | NOBODY ~1 (heeft ~1 spijt | slaat ~1 over
  | weigert)
social?: (sluit | sluiten) (je | u) ~1 aan bij ~2 (# | duizenden | honderden) | (# | NUM) van (de)? (# | NUM) ~1
  (PEOPLE | FOLK | die) ~4 (vandaag | mee | erbij | al | spijt | terug | deze week) | (# | NUM) van (de)? (# | NUM)
  (PEOPLE | FOLK) ~1 (namen | nemen) | (meeste | helft) ~1 (eerste) ~4 (dood | sterven | sterft | overleven) | (meeste
  | helft) ~3 (gaan | sterven) ~1 (binnen | in het eerste) ~3 (dood | maanden | jaar) | (de enige) ~1 (in de (straat |
  buurt | wijk | stad)) ~3 (zonder | niet)
social?: (# | NUM) van (de)? (# | NUM) (PEOPLE | FOLK) | (mensen | klanten) zoals (jij | u) | meeste ~3 (sterven |
  dood)
guilt?: (je | uw | &) ~2 (sterft | lijdt | verhongert | verdorst | verwelkt | bevriest) | (verlies | verliest) (je |
  uw | &) | (je | uw) ~2 zal (je | u) dankbaar | LACKING ~3 (rot | rotten | sterft)
unfit: risico | gok* | geluk | verlie* | mis | missen | spijt | sterf* | sterv* | dood* | verdor* | verwelk* |
  verdrog* | uitdrog* | rot* | lijd* | haat | slecht* | liever !(niet) | hou (niet)? van | graag (bruine | geld |
  meer) | geeft niet | maakt (me)? niet uit | maakt niets uit | zorg* | bescherm* | bespar* | sparen | korting* | geld
  | betaal* | prijs | gratis | beter | beste | kwaliteit | geweldig* | verdien* | zelf | alleen !(de | het | mijn |
  deze | een) | redt zich | laat (hem | haar | het | mijn) | nieuwe plant | vervang* | opnieuw beginnen | (als | tot |
  wanneer) (hij | ze | het | mijn) | wil geen | honger | dorst | kou | vorst | kaal | onbeschermd | verwaarlo* |
  expert | natuur | lot | dom | gezond* | ja | voordeel | hond | advies
PEER = buur* | buren | klanten | iedereen | allemaal | mensen | tuiniers | club | straat | vrienden | niemand | kopers
TOOK = al | besteld* | kocht* | gekocht | nam* | genomen | toegevoegd | vraagt | vragen | zweren | zonder | hebben (er
  een | het) | zei ja
social?: PEER ~5 TOOK | postcode | bijna niemand | als (eerste | enige | laatste) | bij naam
urgency?: (vrachtwagen | bus | doos | pakket | chauffeur) ~5 (geladen | dicht | sluit | open | wacht) | (prijs |
  aanbieding) ~5 (andere | hoger | eindigt | stijgt | voorbij | gaat niet mee) | vannacht ~3 (vriest | vorst) | (tonen
  | vragen | bieden) ~4 (één | een) keer | nog tijd | als (u | je) aarzelt | seizoen ~3 (eindigt | voorbij | sluit) |
  (bijna | al) (januari | mei | juni | november | winter | lente) | laatste oproep | over (# | tien | vijf) minuten
  (niet | is | sluit) | (partij | plank | pallet | krat) ~5 (leeg | weg | half | laatste) | vanmorgen (waren |
  stonden) | met pensioen | wat er over | niets meer tot | (één | een) keer per jaar | zelden | iedereen wil
guilt?: vertrouw* | beloofd | geweten | schaam* | niemand anders dan | kan niet (praten | vragen | lopen) | zou (u |
  je) ~4 (laten | hond | kind) | niets te (eten | drinken) | (slechte | goede) (eigenaar | tuinier) | (wortels |
  planten) vergeten | denk aan de | (zonde | wreed) | ja ~2 (gezonde | levende) | eerste (nacht | winter | vorst) ~2
  (zonder | alleen) | weggegooid geld | groene vingers | in (uw | jouw) handen | al een (plant | varen) (verloren |
  kwijt)
guilt?: zegt veel over | onthoud dat u | ja ~3 (gelukkig | gezond | leeft) | als ~2 misgaat | omdat het uw eerste is |
  niet iedereen (kan | lukt) | vergeeft fouten | u beslist of | geen excuus | duimen
urgency?: tot deze pagina | volle prijs | meteen beslis* | (vorst | winter | seizoen) wacht niet | laatste (levering |
  zending) | alles wat we hebben | lege handen | warme broodjes
social?: in uw straat | de enige ~2 zonder | gingen naar huis met
guilt?: schuldgevoel | betreur* | stel u voor | heeft er niet om gevraagd | geen enkele & verdient | is als ~4 zonder
  | als u vaak vergeet
urgency?: na (vanavond | vandaag) | (leverancier | pottenbakker) ~2 (gestopt | gesloten | pensioen) | niet veel over |
  beslis (snel | nu)
social?: de (beste | mooiste) tuinen | (klanten | mensen) zoals u
decline: GENUINE? (bij PICK blijven | heb ik niet nodig | ik heb genoeg) TAIL?
guilt: laat (je | uw | jouw) ~2 niet (verhongeren | sterven | doodgaan) | (bestelling | winkelwagen) is niet compleet
  zonder | eigen schuld
belittling: zelfs (u | jij) (kan | kunt)
urgency: deze prijs ~2 nooit (meer | weer) | nu of nooit
social: (je | uw) buren hebben (er al een | het al | hem al)
)";
}

}  // namespace aftermint::copy
