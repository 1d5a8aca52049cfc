#include "copy/languages.h"

namespace aftermint::copy {

std::string_view polishPressing() {
  return R"(
FOLK = ogrodnik | ogrodnicy | ogrodnika | ogrodniczka | właściciel | właściciele | rodzic | rodzice | opiekun |
  opiekunowie | miłośnik | miłośnicy | mama | tata | matki | ojcowie | ludzie | osoba | osoby | klienci | klient |
  kucharze
GOOD = prawdziwy | prawdziwi | prawdziwa | prawdziwe | dobry | dobrzy | dobra | dobre | mądry | mądrzy | mądra |
  sprytni | odpowiedzialny | odpowiedzialni | rozsądny | rozsądni | poważni | troskliwi | przezorni | świadomi
YOUR = twoja | twój | twoje | twojej | twojego | twoją | twoi | swoja | swoją | swojej | swój | swoje | swojego |
  swoim | moja | moją | mojej | mój | moje
YOURS = YOUR ~2 | & | jej | ją | go | mu
HARM = umrze | umrzeć | umarła | umarł | umiera | umierać | zginie | zginąć | zginęła | uschła | uschnie | uschnąć |
  zwiędła | zwiędnąć | zwiędnie | zmarniała | zmarniał | zmarnieć | zmarnieje | cierpiała | cierpieć | cierpi |
  zmarzła | zmarznie | zmarznąć | głodowała | głodować | gniła | zgniła | zgnije | marnieje | (z (głodu | pragnienia |
  zimna))
LACKING = bez (tego | niej | niego | nich | tej | &)
NOBODY = nikt | żaden FOLK | żaden z naszych

guilt?: nie (pozwól | pozwalaj | pozwólcie | dopuść) ~1 (aby | by | żeby | do tego)? ~1 (aby | by | żeby)? YOURS ~1
  HARM | nie (pozwól | pozwalaj) ~1 (jej | mu | YOURS) ~1 HARM | nie (każ | rób | zmuszaj) ~1 (YOURS | jej) ~2 (płacić
  | cierpieć | czekać | krzywdy) | nie (opuszczaj | zaniedbuj | zostawiaj) YOURS ~1 (sam* | na pastwę)? | nie pozwól
  ~2 (mróz | zima | mrozowi) ~2 (zabi* | wygra*)
guilt?: nie (bądź | zostań | należ) ~1 (tym | tą | kimś | jednym z | jedną z | kolejn*) | nie bądź (ten | ta)
guilt?: <(dla | od | przez | z) GOOD FOLK ~2 (nigdy | zawsze | nie | wiedzą | wie | biorą | dodają | kupują | chronią |
  wybierają | myślą | dbają | z) | (jako | jak) (każdy)? GOOD FOLK | jaki z ciebie
guilt?: <dla (kto | ten kto | każdy kto) ~1 (naprawdę)? ~1 (kocha | lubi | dba | szanuje) ~1 (o)? ~1 (swój | swoją |
  swoje | rośliny | swoich) | (kocha | dba) ~3 ten ~1 (bierze | dodaje | kupuje | nie) | (komu | komuś) ~1 zależy |
  jeśli ~2 (kochasz | zależy ci | ci zależy) | (osoby | ludzie) które ~1 (kochają | dbają)
guilt?: (wybaczysz | wybaczyć | wybaczyłbyś | wybaczyłabyś | darujesz) ~2 (sobie | to sobie) | (wybaczysz | darujesz)
  ~1 sobie | (będziesz | będzie) ~1 (żałować | żałował | żałowała) | pożałujesz | (zechcesz | chciałbyś | chciałabyś)
  ~1 (mieć | cofnąć) | plujesz sobie | (twoja wina | twoją winą | sam sobie winien | sama sobie winna | wina będzie
  twoja | z własnej winy)
guilt?: nie ~1 (mów | mówcie | narzekaj | mów potem) ~3 (ostrzegaliśmy | mówiliśmy | uprzedzaliśmy) | nie ostrzegaliśmy
  | (ostrzegaliśmy | uprzedzaliśmy) (cię | ciebie) | (z płaczem | z pretensjami) | nie płacz
guilt?: (zasługuje | zasługują) na | YOURS ~2 zasługuje | (liczy | polega) na (ciebie | tobie) | na (ciebie | tobie)
  (liczy | polega) | (YOURS) ~1 (potrzebuje ciebie | cię potrzebuje) | nie zawiedź (jej | go | YOURS)
guilt?: LACKING ~2 (YOURS | roślina | rośliny | ona) ~2 (nie ~1 (przetrwa | przeżyje | doczeka | dotrwa) | HARM) |
  (YOUR ~2 | &) nie ~1 (przetrwa | przeżyje | doczeka | dotrwa | wytrzyma) ~2 (zim* | wiosn* | lata | LACKING |
  tygodnia | miesiąca) | LACKING (nie (przetrwa | przeżyje) | HARM)
guilt?: (równie dobrze | tak samo dobrze) ~1 (możesz | można | wyrzuć) ~1 | lepiej od razu (wyrzuć | wyrzucić) | (tylko
  | zaledwie | ledwie) (połowa | pół | połowę) ~1 (pracy | roboty | narzędzia | drogi | prezentu | .) | LACKING ~4
  (tylko | zaledwie) ~1 (połowa | pół)
guilt?: (zamówienie | zakupy | koszyk | & | ogród | doniczka | zestaw) ~1 (nie jest | nie będzie | jeszcze nie jest |
  wciąż nie jest) ~1 (kompletne | pełne | skończone | kompletny | gotowe | kompletna | pełny) | niekompletn* |
  (bezużyteczn* | niczym | kompletn* | nag* | zgubion* | na nic) bez | (co to za | czym jest) ~2 bez
guilt?: ^ (zaczekaj | poczekaj | czekaj | stój | stop | chwileczkę | chwila | moment | momencik | nie tak szybko |
  jeszcze jedno) (. !(podlej | niech | aż) | twoj* | twój | zapomn* | nie | jeszcze | brak* | zanim (wyjdziesz |
  zamkniesz | pójdziesz | zapłacisz) | &)
guilt?: <(jeśli | gdy | kiedy | że) (zapomniałeś | zapomniałaś | zapomniano | zapomnieliście) ~1 (o)? | nie
  (zapomniałeś | zapomniałaś) ~1 (o czymś)? | (o czymś zapomn* | czegoś (ci)? brak* | czegoś brakuje) | brakuje (ci)?
  (czegoś | jeszcze) | ^ zanim (pójdziesz | wyjdziesz | odejdziesz | zamkniesz | opuścisz) !(na) | zanim (odmówisz |
  zrezygnujesz)
guilt?: (naprawdę | serio | poważnie) ~1 (chcesz | zamierzasz | zostawisz | pozwolisz) ~1 (zostawić | ryzykować |
  stracić | porzucić | zrezygnować | pozwolić | gołe)? | (pozwolisz | pozwoliłbyś | pozwoliłabyś) ~1 (jej | mu | ją |
  YOURS) ~1 (HARM | umrzeć) | (zaryzykujesz | ryzykujesz) | (warto | po co | czemu | dlaczego) ~1 (ryzykować |
  ryzykujesz) | zbyt (skąpy | leniwy)
guilt?: (zabijesz | uśmiercisz | zabijasz | skażesz) ~1 (YOURS | kolejn*) | (kręcą | kręci) (głową | głowami) | (śmieją
  | śmieje) się z (tych | ciebie) | (tymi | ci | osoby | kto | klienci | tych) ~1 (którzy | które)? ~2 (rezygnuj* |
  odmawia* | pomija* | nie bior* | tego nie bierze) | jesteś ~1 (to)? ~1 (winien | winna) ~1 (YOURS) | jesteś to
  (winien | winna) | (przynajmniej tyle | choć tyle) ~1 (jesteś | możesz)
guilt?: (byłoby | to) ~1 (okrutne | nieodpowiedzialne | egoistyczne | niewybaczalne | okrucieństwo | zbrodnia | wstyd)
  | (YOUR ~2 | &) (już | powoli | teraz) (cierpi | umiera | głoduje | usycha | marznie | marnieje) | (pomyśl |
  wyobraź) ~1 (o | sobie) ~1 (swojej | twojej | jak)? ~1 (biedn* | cierpi) | biedn* (& | roślin* | roślinka) | (YOUR)
  biedn*
guilt?: pieniądze ~4 (zmarnowane | wyrzucone | stracone | w błoto) | (wyrzuc* | wyrzucać) ~1 pieniądze | (znaleźć |
  zastać | znajdziesz) ~1 (martw* | uschnięt* | zmarznięt*) | stracisz (YOURS) | nikt nie chce ~2 (martw* | chor*)
guilt?: tak ~1 (zależy mi | kocham | dbam | chcę ~1 (uratować | ocalić | chronić | żeby)) | (zależy mi na | kocham)
  (moj* | mój | mojej) | (chcę | pragnę) ~1 (uratować | ocalić | żeby moj* ~1 (żył* | przeżył* | przetrwał*)) |
  (uratuj | ocal | ratuj) (moją | mój | moje | swoją | swój | tę | &)
guilt?: nawet (ty | pan | pani | ciebie | tobie) | (tak | na tyle) (proste | łatwe | prosty | łatwy) ~4 (dziecko |
  laik | początkujący | małpa | idiota | nawet) | (idiotoodporn* | dla opornych) | (nie ma* | bez | brak) ~1 ręki do
  (roślin | kwiatów) | czarny kciuk
guilt?: (wyraźnie | najwyraźniej | ewidentnie | oczywiście | widać że) (potrzebujesz | nie | zapominasz) | (pewnie
  | zapewne | prawdopodobnie) ~1 (nie (umiesz | wiesz | potrafisz | masz) | zapomnisz) | (bądźmy | bądź) (szczerzy |
  szczery | szczera | realistami) | <(jeśli | gdy | kiedy) zapomnisz ~1 (ją | go | o)? ~1 (podlać | podlewa* |
  nawozić)
guilt?: (ludzi | tych | osób | wszystkich | komu) ~2 (którym | którzy | u których)? ~1 (usychają | umierają | giną
  | zabijają | uśmiercają) ~1 (nawet | wszystkie | kaktusy) | (zabójc* | morderc*) roślin | (na wypadek gdybyś | skoro
  | jako że | jeśli) ~1 nie ~1 (był | była | jesteś) ~1 (ekspertem | specjalistą | ogrodnikiem | zawodowcem |
  ekspertką) | nie (umiesz | potrafisz) ~1 (przycinać | podlewać | dbać | sadzić) | nie masz pojęcia
urgency?: (tej | takiej | ta) ceny ~1 (już | więcej | nigdy) ~1 (już | więcej | nigdy)? ~1 nie (zobaczysz | znajdziesz
  | będzie | dostaniesz) | (ceny | cena | oferta | okazja) ~2 (już | nigdy | więcej) ~1 nie (wróci | zobaczysz |
  powtórzy | poczeka | będzie) | (cena | oferta | rabat) nie (wróci | poczeka | czeka | powtórzy) | tylko (ten | tym)
  ~1 (jeden | jedyny)? raz* | nie będzie (drugiej | kolejnej) (okazji | szansy)
urgency?: (tylko | wyłącznie | jedynie) dla (tych | osób | klientów) ~1 (którzy | które) ~2 (zamówi* | kupi*) |
  (zamkniesz | opuścisz | zamknięciu | opuszczeniu | zamknięcia) ~1 (tę | tej)? (stronę | strony | okno | kartę) ~2
  (przepad* | zniknie | stracisz | znika | wygaśnie) | (przepadnie | zniknie | stracisz | znika) ~3 (zamkniesz |
  opuścisz | zamknięciu) | (zdecyduj | decyduj) ~1 (teraz | szybko | już | od razu)
urgency?: (ciężarówka | kurier | samochód) ~1 (odjeżdża | rusza | wyjeżdża | jedzie) ~1 (już | zaraz | za | .)
  !(wtorek) | (ciężarówka | kurier) już | (jutro | później) ~2 (drożej | więcej | podwójnie | droższ*) | (tylko |
  jedynie) (dopóki | póki | gdy) (pakujemy | szykujemy | jesteś | przygotowujemy) | (trzymamy | odkładamy) ~2 dla
  ciebie ~1 (tylko | do)
urgency?: nigdy więcej | (zima | mróz) nie (poczeka | czeka) | ostatni raz
urgency?: (nikt nie | kto) wie ~1 (kiedy | czy | ile) | nie (wiemy | możemy | wiadomo) ~1 (powiedzieć | obiecać)? ~1
  (kiedy | ile | (czy | że) ~2 (wróc* | będ* | przyjd*)) | (gdy | kiedy | jak) (się | te się | ta partia) ~1 (skończą
  | sprzedadzą | skończy | wyprzedadzą) ~4 (nie będzie | więcej | koniec | nie) | (ostatnia | ostatnią) (partia |
  dostawa | seria) | to (koniec | wszystko) (na | w) ~1 (ten | tym) (rok | roku | sezon) | (ostatnie z | ostatnie w
  tym roku)
urgency?: (prawie | niemal) (już)? ~1 (ich | nic) (nie ma | nie zostało) | (mamy | zostało | jest) ~1 (ich)? ~1 (tylko
  | zaledwie | ledwie)? ~1 (garstk* | garść | niewiele) | mamy tylko ~1 (NUM | kilka | garstkę) | nigdy ~1 nie
  (zostają | stoją | leżą) ~2 (u nas | na półce | w sklepie) | (nam | nam ich) (zabraknie | braknie) | zaraz ~1
  zabraknie | (więcej (już)? nie (dostaniemy | będzie | zamówimy | przywieziemy)) | nie (dostaniemy | będzie) ~1
  więcej | (jak ciepłe bułeczki) | inne sklepy ~4 (nie | wyprzeda*)
urgency?: trudno (dostać | znaleźć) | bardzo mało
social?: <(jeśli | gdy) (twoi | twój | twoja | swoi) (sąsiedzi | sąsiad | sąsiadka | znajomi | przyjaciele | koledzy)
  ~1 (już | wszyscy | też) ~1 (to | je | go | ją)? ~1 (mają | ma | używają | kupili) | wszyscy (twoi | twoje)
  (sąsiedzi | znajomi | przyjaciele) | (cała | pół) (ulica | ulicy | okolica | dzielnica | miasto | wieś | osiedle) ~1
  (już)? ~1 (to)? ~1 (ma | używa | podlewa) !(żywopłot)
social?: wszyscy ~1 (którzy | co) ~4 (zamawiali | zamówili | kupili | kupowali) ~2 (to | dodali | wzięli) | (wszyscy |
  każdy) ~1 (to | je)? ~1 (dodaje | dodają | bierze | biorą | już ma | mają) | (zamówili | kupili) przed tobą | NOBODY
  ~1 nie ~1 (wychodzi | odchodzi | kupuje | zamawia | sadzi | przesadza) ~3 bez | NOBODY ~1 nie ~1 (żałuje | rezygnuje
  | odmawia)
social?: dołącz do ~1 (ponad)? ~1 (# | tysięcy | setek) | (# | NUM | dziewięciu | ośmiu) na (# | NUM | dziesięciu) ~1
  (PEOPLE | FOLK | klientów | osób) ~3 (dziś | dzisiaj | wzię* | doda* | już | żału* | wróci* | w tym tygodniu) |
  (większość | połowa) ~1 (pierwszych) ~2 (umiera | ginie | usycha | nie przeżywa) | (większość | połowa) ~3 (umiera |
  ginie | usycha) ~1 (w | przed | po) ~1 (pół | NUM | # | ciągu | roku) | (jedyną | jedyny | jedynym) ~2 (osobą | w
  okolicy | na ulicy | w bloku) ~4 (nie | bez)
social?: (dziewięciu | NUM | #) na (dziesięciu | NUM | #) ~1 (klientów | osób) | (ludzie | klienci) tacy jak ty |
  większość ~3 (umiera | ginie)
guilt?: (YOUR ~1 | &) ~1 (umrze | uschnie | cierpi | zwiędnie | zmarznie | zmarnieje) | (zabić | stracić) (YOURS) |
  podziękuje ci | LACKING ~3 (gniją | zgni* | umier* | usch*)
unfit: ryzyk* | zaryzykuj* | szczęści* | strac* | przegap* | żałow* | pożałuj* | umrz* | umier* | uschn* | zwięd* |
  więdn* | wyschn* | gnij* | cierp* | nienawidz* | gorsz* | źle | wolę | lubię | obchodzi | zależy | wszystko jedno |
  trudno | dbam | ochron* | chron* | oszczęd* | rabat* | pieniąd* | pieniędz* | cen* | zapłac* | płac* | darmow* |
  lepiej !(nie) | lepsz* | najlep* | jakość | jakości | wspaniał* | zasług* | sama | sam | poradzi | niech | pozwolę |
  nową roślinę | wymieni* | od nowa | (gdy | kiedy | aż | dopóki | jeśli) ~1 | nie chcę ~1 _ | głod* | pragnieni* |
  zimn* | mróz | mrozu | nag* | zaniedb* | ekspert* | natura | los | głup* | zdrow* | tak | w tyle | prezent* | porad
  | pies
PEER = sąsied* | sąsiad* | klienc* | wszyscy | każdy | ludzie | ogrodnicy | klub | ulica | ulicy | przyjaciele | nikt
  | kupujący
TOOK = już | zamówi* | kupi* | doda* | wzię* | bior* | pyta* | przysięga* | bez | mają (swoje | swój) | powiedział*
social?: PEER ~5 TOOK | kod pocztowy | prawie nikt | jako (pierwszy | pierwsza | jedyny | jedyna | ostatni) | po
  imieniu
urgency?: (ciężarówka | paczka | karton | kierowca) ~5 (załadowan* | zamk* | otwart* | czeka) | (cena | oferta) ~5
  (inna | wyższa | kończy | wzrośnie | nie przejdzie) | dziś w nocy ~3 (mróz | przymrozek) | (pokazujemy | pytamy |
  proponujemy) ~4 raz | (jeszcze | mało) czas* | jeśli ~1 waha* | sezon ~3 (kończy | zamyka) | (prawie | już) (styczeń
  | maj | czerwiec | listopad | zima | wiosna) | ostatnie wezwanie | za (# | dziesięć | pięć) minut (już | będzie) |
  (partia | półka | paleta | skrzynka) ~5 (pust* | połow* | ostatni*) | dziś rano (było | stało) | emerytur* | co nam
  zostało | nic do | raz w roku | rzadko | każdy chce
guilt?: ufa* | obiecał* | sumieni* | wstyd* | nikogo poza | nie może (mówić | poprosić | chodzić) | (zostawiłbyś |
  zostawiłabyś) | nic do (jedzenia | picia) | (zły | dobry) (właściciel | ogrodnik) | (korzenie | rośliny) nie
  zapominają | pomyśl o | (szkoda | okrutn*) | tak ~2 (zdrowe | żywe) | pierwsz* (noc | zima | mróz) ~2 (bez | sam*) |
  wyrzucone pieniądze | ręki do roślin | w twoich rękach
guilt?: wiele mówi o | pamiętaj że widzi* | tak ~3 (szczęśliwa | zdrowa | żyje) | jeśli ~2 pójdzie źle | bo to twoja
  pierwsza | nie każdy (potrafi | umie) | wybacza błędy | ty decydujesz czy | bez wymówek | trzymamy kciuki
urgency?: dopóki ta strona | pełna cena | natychmiast | (mróz | zima | sezon) nie (czeka | poczeka) | ostatnia dostawa
  | wszystko co mamy | z pustymi rękami | ciepłe bułeczki
social?: na twojej ulicy | (jedyny | jedyna) ~2 bez | wyszli z
guilt?: poczucie winy | wyobraź sobie | nie prosiła się | żadna & nie zasługuje | to jak ~4 bez | jeśli często
  zapominasz
urgency?: po (dzisiejszym | dziś) | (dostawca | garncarz) ~2 (zamknął | przestał) | niewiele zostało | zdecyduj
  (szybko | teraz)
social?: najlepsze ogrody | (klienci | ludzie) jak ty
decline: GENUINE? (nie potrzebuję | mam wystarczająco) TAIL?
guilt: nie pozwól ~1 żeby (twoja | twój) ~2 (umarła | zmarniała | uschła | cierpiała) | zamówienie nie jest kompletne
  bez | nie wybaczysz sobie
belittling: nawet ty (potrafisz | możesz | dasz)
urgency: nie zobaczysz (już | więcej) tej ceny | teraz albo nigdy
social: twoi sąsiedzi już (mają | ją)
)";
}

}  // namespace aftermint::copy
