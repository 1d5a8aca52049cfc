#include "copy/languages.h"

namespace aftermint::copy {

std::string_view polishPhrases() {
  return R"(
NO = nie
THANKS = dziękuję | dziękuje | dzięki | dziękujemy | bardzo dziękuję | dziękuję bardzo | dziękuję ślicznie
GENUINE = NO THANKS? | THANKS NO? | THANKS ale NO THANKS? | NO ale THANKS
DET = ta | tę | tą | ten | to | tej | tego | tym | te | tych | żaden | żadnych | żadnej | żadnego
THING = oferta | ofertę | oferty | ofert | artykuł | artykułu | artykuły | produkt | produktu | produkty | produktów |
  dodatek | dodatku | dodatki | dodatków | opcja | opcję | opcji | akcesoria | akcesoriów | ulepszenie | ulepszenia |
  zestaw | zestawu | gwarancja | gwarancję | gwarancji | ubezpieczenie | ubezpieczenia | subskrypcja | subskrypcję |
  subskrypcji | promocja | promocję | promocji | krok | kroku | stronę | propozycję | propozycji | propozycja |
  sugestie | usługę | usługi | rozszerzenie | rozszerzenia | artykułów
MORE = dodatkowy | dodatkowego | dodatkowych | dodatkowej | dodatkową | dodatkowe | opcjonalny | opcjonalnego
OBJECT = to | tego | DET? MORE? THING | DET? THING MORE?
WHOSE = moje | mojego | mojej | moim | moją | twoje | swoje | swojego | mój | obecne | obecnego | pierwotne |
  oryginalne | to
ORDER = zamówienie | zamówienia | zamówieniem | zakup | zakupy | zakupu | zakupów | kasy | płatności | płatność |
  koszyka | koszyk | podsumowania | podsumowanie | sklepu | potwierdzenia | potwierdzenie | strony | wyboru | dostawy
  | następnego kroku | strony głównej | szczegółów zamówienia | szczegóły zamówienia | podsumowania zamówienia |
  potwierdzenia zamówienia | konta
WHEN = teraz | na razie | dzisiaj | dziś | tym razem | w tej chwili | obecnie | w tym momencie | jeszcze | chwilowo |
  póki co | do tego zamówienia
LATER = później | może później | może | innym razem | może innym razem | następnym razem | może następnym razem |
  kiedy indziej | może kiedy indziej | w innym terminie | być może później | przypomnij później | przypomnij mi
  później
NOT = nie (WHEN | dodawaj | dodawać | potrzeba | trzeba | potrzebne | jest potrzebne | interesuje mnie to | interesuje
  mnie | jestem zainteresowany | jestem zainteresowana | dotyczy | pokazuj więcej | pokazuj ponownie | pokazuj |
  korzystam | skorzystam | chcę OBJECT? | zainteresowany) | dodawaj nic | brak zainteresowania | nie dodawaj (OBJECT |
  niczego) | WHEN nie | żadnych THING | żadnych dodatków | brak potrzeby
WITHOUT = bez | bez OBJECT | bez (dodawania | wybierania) OBJECT? | bez niej | bez niego | bez zmian | bez żadnych
  zmian | bez żadnych THING | bez niczego więcej
GO = kontynuuj | kontynuować | przejdź | przejdź dalej | dalej | idź | idź dalej | wróć | powrót | kontynuuję |
  kontynuacja | przechodzę dalej | przechodzę
TO = (do | z) WHOSE? ORDER
REFUSE = pomiń | pomijam | pominąć | odrzuć | odrzucam | odmów | odmawiam | zamknij | anuluj | ukryj | zignoruj |
  ignoruj | rezygnuję | rezygnuj | zrezygnuj | usuń | pas | pasuję | rezygnacja | rezygnuję z | zrezygnuj z | rezygnuj
  z | opuść
DO = zakończ | dokończ | zobacz | zachowaj | pozostaw | zostaw | sfinalizuj | sprawdź | pokaż | finalizuj | utrzymaj |
  przejrzyj
SIZE = mała | małą | małe | mały | małej | małego | duża | dużą | duży | duże | średni | średnia | średnią | sama |
  sam | samą | obecn* | # (ml | l | kg | g | cm)
GOODS = & | roślina | roślinę | rośliny | roślinie | doniczka | doniczkę | doniczki | doniczce | butelka | butelkę |
  butelki | butelce | worek | torebka | torebkę | paczka | paczkę | pudełko | zestaw | para | parę | sekator | nożyce
  | łopata | łopatę | łopatka | łopatkę | grabie | motyka | motykę | rękawice | wąż | konewka | konewkę | tyczka |
  tyczkę | palik | wstążki | ziemia | ziemię | podłoże | nawóz | nasiona | cebulki | lampa | lampę | nawilżacz |
  osłona | osłonę | podstawka | podstawkę | stojak | kosz | wiadro | narzędzie | paproć | monstera | monsterę |
  storczyk | drzewo | nóż | siekiera | siekierę | piła | piłę | deska | deskę | olej | ostrze | kamień | szczotka |
  szczotkę | książka | książkę | rozmiar | kolor
PICK = (moja | moją | mój | moje | ta | tę | ten | to | jedna | jedną | jeden)? SIZE? GOODS SIZE?
CLAUSE = (tylko | jedynie | wyłącznie) PICK | (zostaw | pozostaw | zachowaj | zostaję przy | pozostań przy | zostań
  przy) PICK | (pomiń | bez) PICK | (wyślij | wyślijcie) WHOSE? ORDER (tak jak jest | bez zmian) | (już mam | mam już)
  (jeden | jedną | jedno | to | PICK)? | GO TO? WITHOUT? | GO WITHOUT TO? | GO WHOSE? ORDER WITHOUT? | WITHOUT |
  REFUSE OBJECT? | REFUSE OBJECT? i GO TO? | tylko WHOSE? ORDER | DO WHOSE? ORDER (WITHOUT | tak jak jest | w obecnej
  formie)? | NOT | LATER | to wszystko | nie dodawaj OBJECT? TO | zamknij (to)? okno | następny | wstecz | (zostaw |
  pozostaw) WITHOUT | podziękuję | raczej nie | (złóż | potwierdź | opłać | zrealizuj) WHOSE? ORDER WITHOUT | (zapłać
  | zakończ | kup | zamów | dokończ) WITHOUT | nic więcej | nic | wystarczy | to już wszystko | gotowe | zostaw tak
  jak jest
TAIL = WHEN | LATER | proszę | THANKS
decline: GENUINE TAIL? | GENUINE CLAUSE TAIL? TAIL? | CLAUSE TAIL? TAIL? | CLAUSE ale? GENUINE

NUM = # | jeden | jedna | jedno | dwa | dwie | trzy | cztery | pięć | sześć | siedem | osiem | dziewięć | dziesięć |
  kilka | parę
UNIT = sekunda | sekundy | sekund | sek | s | minuta | minuty | minut | min | godzina | godziny | godzin | godz | h |
  dzień | dni | d
SPAN = # #? UNIT
ITEM = sztuka | sztuki | sztuk | szt | produkt | produkty | produktów | artykuły | artykułów | miejsce | miejsca |
  miejsc | egzemplarz | egzemplarze | egzemplarzy | par | pary
DEAL = oferta | oferty | promocja | promocje | wyprzedaż | zniżka | rabat | cena | ceny | okazja | kupon | kod |
  przecena
PEOPLE = osób | osoby | osoba | klientów | klienci | kupujących | użytkowników | użytkownicy | innych | inni | ludzi |
  kobiet | mężczyzn
urgency: SPAN ~1 SPAN ~1 SPAN | UNIT UNIT UNIT | #0 UNIT
urgency: DEAL ~4 (kończy | kończą | wygasa | wygasają | ważna tylko | trwa tylko | upływa | skończy) !(nigdy) |
  (kończy się | wygasa | kończą się) ~1 (za (SPAN | @ | NUM UNIT) | dziś | dzisiaj | jutro | wkrótce | o północy | o #
  | w (niedzielę | sobotę | piątek)) | (pozostało | zostało | zostały | została | jeszcze tylko | już tylko) ~2 (SPAN
  | @ | NUM UNIT | UNIT) | (tylko | jedynie) (dziś | dzisiaj | do (jutra | północy | końca | niedzieli | soboty |
  piątku | #) | przez SPAN | przez weekend | w ten weekend | w tym tygodniu) !(płatności) | (dziś | dzisiaj) tylko
urgency: (po)?spiesz* | pospiesz* | śpiesz* | nie (czekaj | zwlekaj | czekajcie | zwlekajcie | trać czasu) | (kup |
  zamów | działaj | skorzystaj | rezerwuj | zarezerwuj | sięgnij | bierz) ~2 (szybko | natychmiast | zanim | póki | od
  razu | jak najszybciej | w ciągu (SPAN | @ | najbliższych)) | zanim ~4 (późno | skończy | skończą | zniknie | znikną
  | wyprzeda* | wygaśnie) | <(nie jest | nigdy nie jest | nie) za późno !(na) | póki ~1 (zapas* | jest | są | można |
  trwa) | do wyczerpania | teraz albo nigdy | czas (ucieka | leci | mija | się kończy | goni) | odliczanie
urgency: (ostatnia | ostatnie | ostatni | jedyna | ostatnich | niepowtarzalna) (szansa | okazja | godziny | godzin |
  dni | dzień | minuty | chwile | chwila | szanse) | (ograniczony | krótki | limitowany) (czas | czasie | okres) |
  (ograniczonym | krótki | ograniczony) (czasie | czas) | (oferta | promocja) ~1 (ograniczona | czasowa | limitowana |
  jednorazowa | błyskawiczna) | przez krótki czas | błyskawiczna (wyprzedaż | oferta) | wkrótce (koniec | się kończy)
  | już niedługo | zaraz się skończy | (zarezerwowane | zarezerwowany | zarezerwowana) ~2 (na | przez) ~1 (@ | SPAN) |
  (cena | ceny) ~2 (wzrośnie | wzrosną | rośnie | rosną | pójdzie) | drugiej takiej okazji
scarcity: (tylko | jedynie | zaledwie | już tylko | jeszcze tylko) ~1 NUM ~1 (ITEM | dostępne | dostępnych | w
  magazynie | na stanie) | (zostało | zostały | została | pozostało | pozostały | ostało) ~2 (NUM !(z) | kilka |
  niewiele | mało | ostatnie) | NUM ITEM (w magazynie | na stanie | pozostało | zostało | zostały) | mniej niż # ITEM
scarcity: (ostatnia | ostatnie | ostatnich | ostatni) ~1 (ITEM | sztuki | rozmiary | w magazynie) | (ograniczona |
  niewielka | mała | niska | limitowana) (ilość | liczba | dostępność | podaż) | (ograniczone | małe | niskie |
  niewielkie) (ilości | zapasy | stany) | (niski | mały) (stan | zapas | poziom) | (zapasy | stan) ~1 (się kończą |
  niskie | niski | ograniczone) | (na wyczerpaniu | kończą się zapasy) | (prawie | niemal | już prawie) (wyprzedane |
  wyprzedany | wyprzedana | nie ma) | (szybko | błyskawicznie) (się)? (sprzedaje | sprzedają | znika | znikają |
  rozchodzi | rozchodzą | wyprzedaje) | (sprzedaje | sprzedają | rozchodzi) się ~1 (szybko | błyskawicznie | jak) | #
  % ~2 (sprzedane | sprzedano | wykorzystane | zarezerwowane)
demand: (duże | wysokie | ogromne | wielkie | rosnące) (zainteresowanie | zapotrzebowanie | wzięcie) | (duży | wysoki
  | ogromny | wielki) popyt | bardzo (poszukiwany | pożądany | chętnie kupowany) | wszyscy ~1 (chcą | kupują) | każdy
  ~1 (chce | kupuje)
social: NUM ~1 (innych)? PEOPLE ~4 (ogląda | oglądają | oglądało | kupiło | kupili | kupiła | kupuje | ma | mają |
  dodało | zamówiło | koszyku | przegląda | patrzy) | PEOPLE ~2 (ogląda | oglądają | przegląda) | (sprzedano | kupiono
  | zamówiono) # | # (sprzedanych | kupionych | sprzedano) | (ktoś | klient | klientka) ~6 (kupił | kupiła | zamówił |
  zamówiła) | (kupił | kupiła | zamówił | zamówiła | kupiono | sprzedano) ~6 NUM UNIT temu | <(który | którą | które |
  którego) właśnie ~1 (kupił | kupiła | zamówił | kupiono) | w # koszykach | w koszyku ma #
guilt: nie ~1 (przegap* | przeocz | zmarnuj | pożałujesz) | (przegapisz | pożałujesz | pożałuje | żałować) | nie (daj
  | pozwól) ~3 (uciec | umknąć | przejść) | na co czekasz | (czy)? ~2 (na pewno | naprawdę) ~2 (chcesz) ~1
  (zrezygnować | stracić | przegapić | odrzucić) | (głupi | głupiec | głupcy | szalony | idiota) ~1 | (szkoda | żal)
  ~1 (byłoby | by | stracić | przegapić) | byłoby szkoda | (mądrzy | sprytni | odpowiedzialni | rozsądni) (klienci |
  ludzie | rodzice) | wszyscy inni ~1 | zbyt (dobre | piękne) | twoja rodzina ~2 zasługuje
opener: (może | mogą) ~2 (spodobać | zainteresować) | (to)? (może)? (spodoba | zainteresuje) ~1 (ci | cię) ~1 |
  (inni)? klienci ~4 (również | także | też) | (polecane | wybrane | rekomendowane | polecamy) (dla ciebie)? ~1 |
  podobne produkty | zobacz (też | również | także) (inne | podobne | produkty)
formula: (zamówienie | zamawiam | zakup | rezerwacja | zamów) z obowiązkiem (zapłaty | zapłacenia | płatności)
pay: zapłać | zapłacić | płacę | zapłacę | płać | płacić | opłać
unpaid: (nie | bez | nic | mniej | więcej | później) ~1 (płać | płacić | płacę | zapłać | płatności | zapłaty) |
  (zapłać | płać | płacę) ~1 (później | nic | mniej | potem)
)";
}

}  // namespace aftermint::copy
