#include "copy/languages.h"

namespace aftermint::copy {

std::string_view italianPhrases() {
  return R"(
NO = no
THANKS = grazie | grazie mille | molte grazie | la ringrazio | ti ringrazio | tante grazie
GENUINE = NO THANKS? | THANKS NO | THANKS ma NO THANKS? | NO ma THANKS | THANKS
DET = il | lo | la | l | l' | i | gli | le | questa | questo | quest | questi | queste | un | una | un' | nessun |
  nessuna | altro | altri | alcun | alcuna
THING = offerta | offerte | articolo | articoli | prodotto | prodotti | extra | aggiunta | aggiunte | accessorio |
  accessori | opzione | opzioni | upgrade | pacchetto | garanzia | assicurazione | abbonamento | promozione |
  passaggio | passo | pagina | suggerimento | suggerimenti | proposta | servizio | prova | confezione regalo |
  supplemento | estensione di garanzia
MORE = aggiuntivo | aggiuntiva | aggiuntivi | extra | opzionale | supplementare | in più
OBJECT = questo | questa | ciò | nulla | niente | altro | DET? THING MORE?
WHOSE = il | l | la | l' | mio | il mio | tuo | il tuo | suo | il suo | i | gli | le | i miei | questo | lo | mia | la
  mia
ORDER = ordine | ordine attuale | ordine originale | acquisto | acquisti | pagamento | cassa | carrello | riepilogo |
  riepilogo ordine | riepilogo dell'ordine | conferma | negozio | sito | checkout | passaggio successivo | shop |
  spesa | spedizione | home | dettagli ordine | stato dell'ordine | account | ricevuta
WHEN = ora | adesso | per ora | per adesso | oggi | per oggi | questa volta | stavolta | al momento | in questo
  momento | per il momento | ancora | in questa occasione
LATER = più tardi | forse più tardi | magari più tardi | dopo | forse | magari | forse dopo | magari dopo | un'altra
  volta | magari un'altra volta | forse un'altra volta | in un altro momento | magari in un altro momento | in un
  secondo momento | la prossima volta | sarà per un'altra volta | in un'altra occasione | forse la prossima volta |
  forse in un altro momento | ricordamelo più tardi | ricorda più tardi
WITHOUT = senza | senza OBJECT | senza (aggiungere | aggiunte | scegliere | includere | acquistare) OBJECT? | senza
  aggiungerlo | senza modifiche | senza modificare nulla | senza cambiare nulla | così com'è | com'è | invariato |
  senza altro | senza extra | senza cambiamenti
GO = continua | continuare | prosegui | proseguire | procedi | procedere | vai | andare | avanti | passa | torna |
  tornare | ritorna
TO = (a | al | alla | all' | all | con | verso | agli | nel | allo) WHOSE? ORDER
REFUSE = salta | saltare | rifiuta | rifiutare | declina | declinare | ignora | ignorare | chiudi | chiudere | annulla
  | annullare | nascondi | scarta | rinuncia | rinuncia a | rinuncia all | rinuncia alla | rinuncia al | rinunciare |
  rimuovi | rinuncio | passo | escludi | tralascia | non (aggiungere | includere | mostrare | accettare) | non
  mostrare più | non aggiungere nulla | non aggiungere niente
DO = completa | completare | concludi | concludere | termina | vedi | visualizza | mantieni | lascia | finalizza |
  rivedi | controlla | tieni | finisci
NOT = non (WHEN | mi interessa | interessa | serve | desidero aggiungerlo | è necessario | necessario | interessato |
  interessata | interessato a | fa per me | occorre | voglio OBJECT? | lo voglio) | WHEN no | nessun interesse |
  (nessun | nessuna) (THING MORE? | altro THING) | non sono interessat*
SIZE = piccolo | piccola | piccoli | piccole | grande | medio | media | normale | attuale | sola | solo | da # (ml | l
  | litri | kg | g | cm)
GOODS = & | pianta | piante | vaso | vasi | bottiglia | flacone | sacco | sacchetto | confezione | scatola | kit | set
  | paio | forbici | cesoie | vanga | pala | rastrello | zappa | guanti | tubo | annaffiatoio | tutore | tutori |
  legacci | terra | terriccio | substrato | concime | semi | bulbi | lampada | umidificatore | telo | copertura |
  sottovaso | supporto | cesto | secchio | attrezzo | felce | monstera | orchidea | albero | coltello | ascia | sega |
  tagliere | olio | lama | pietra | spazzola | libro | guida | misura | colore
PICK = (il | la | lo | l' | i | le | gli | la mia | il mio | questo | questa | un | una)? SIZE? GOODS SIZE? SIZE? (da
  (giardino | pesca) | di (muschio | terracotta))? (soltanto)?
CLAUSE = (solo | soltanto | solamente) PICK | (tieni | tengo | tenere | mantieni | resta con | resto con | rimani con
  | continua con) PICK | (salta | senza | continua senza) PICK | (spedisci | invia | spedite | inviate) WHOSE? ORDER
  (così | così com'è) | (ce l'ho | ne ho | ho) già (uno | una | PICK)? | GO TO? WITHOUT? | GO WITHOUT TO? | GO WHOSE
  ORDER WITHOUT? | GO a fare acquisti | WITHOUT | REFUSE OBJECT? | REFUSE OBJECT? e GO TO? | (solo | soltanto) WHOSE
  ORDER | DO WHOSE? ORDER WITHOUT? | va bene così | lascia (com'è | così com'è | tutto com'è) | preferisco di no |
  meglio di no | (conferma | paga) WHOSE? ORDER WITHOUT | (paga | concludi | termina | completa | finisci | ordina)
  WITHOUT | chiudi (la | questa)? (finestra | pagina) | non aggiungere OBJECT? (all | al | alla | al mio) ORDER |
  indietro | continua lo shopping | continua a fare acquisti | basta così | lascia così | NOT | LATER | nient'altro |
  niente altro | nulla | niente | è tutto | questo è tutto | fatto | niente di più
TAIL = WHEN | LATER | per favore | THANKS
decline: GENUINE TAIL? | GENUINE CLAUSE TAIL? TAIL? | CLAUSE TAIL? TAIL? | CLAUSE ma? GENUINE

NUM = # | un | uno | una | due | tre | quattro | cinque | sei | sette | otto | nove | dieci | pochi | poche | alcuni
UNIT = secondo | secondi | sec | s | minuto | minuti | min | ora | ore | h | giorno | giorni
SPAN = # #? UNIT
ITEM = pezzo | pezzi | articolo | articoli | prodotto | prodotti | unità | copie | posti | posto | esemplari | paia |
  confezioni | pz | disponibilità
DEAL = offerta | offerte | promozione | promo | sconto | sconti | saldi | prezzo | prezzi | vendita | coupon | codice
  | occasione
PEOPLE = persone | persona | clienti | acquirenti | utenti | visitatori | altri | altre | donne | uomini | membri
urgency: SPAN ~1 SPAN ~1 SPAN | UNIT UNIT UNIT | #0 UNIT
urgency: DEAL ~4 (termina | terminano | scade | scadono | finisce | finiscono | chiude) !(mai) | (termina | scade |
  finisce) ~1 ((tra | fra | in) (SPAN | @ | NUM UNIT) | oggi | presto | domani | stasera | a mezzanotte | il # | alle
  #) | (mancano | restano | rimangono | manca) ~2 (SPAN | @ | NUM UNIT | poche (ore | unità)) | ultim* (ora | ore |
  giorni | giorno | minuti) (. | per | di (offerta | sconti | saldi | promozione)) | ultim* (chance | occasione |
  possibilità | opportunità | chiamata)
urgency: affrett* | sbrig* | fai presto | faccia presto | ^ in fretta | (ordina | acquista | compra | agisci | prenota
  | approfitta | approfittane | corri | prendi | decidi | ordini | acquisti) ~2 (subito | ora prima | presto | prima |
  immediatamente | entro (SPAN | @ | le prossime | mezzanotte) | adesso o) | non (aspettare | attendere | perdere
  tempo | esitare | tardare | aspetti) !(a contattarci) | ^ corri
urgency: prima che ~4 (tardi | finisca | finiscano | esaurisca | esauriscano | scada | termini) | <(non è | mai | non
  è mai) troppo tardi !(per (piantare | seminare | potare)) | (fino a | fino ad | finché) ~3 (esaurimento | scorte |
  durano | dura | disponibil*) | ora o mai più | adesso o mai più | il tempo (stringe | scorre | sta | scade | vola) |
  conto alla rovescia
urgency: (tempo | offerta | offerte | periodo | durata) (limitato | limitata | limitate) | (per)? (poco | breve)
  (tempo | periodo) | (vendita | offerta | offerte) (lampo | flash) | (solo | soltanto) (per)? (oggi | questa
  settimana | questo fine settimana | questo weekend | fino) | (oggi | questa settimana | questo weekend) soltanto |
  valid* solo (oggi | fino | per | stasera) | (sta per | stanno per | quasi) (finire | scadere | terminare | finita |
  terminata | scaduta) | unica (occasione | opportunità) | irripetibile | (riservato | riservati | prenotato) ~2 (per
  | ancora) ~1 (@ | SPAN) | prezz* ~3 (aumenta | aumentano | aumenterà | sale | salirà)
scarcity: (solo | soltanto | appena) ~1 NUM ~2 (ITEM | rimasti | rimaste | rimasto | disponibile | disponibili | in
  magazzino | in stock) | (ne)? (restano | rimangono | resta | rimane | rimasti) ~2 (NUM !(dell | del | di) | pochi |
  poche | solo | ultimi) | NUM ITEM? (rimasti | rimaste | rimasto | rimanenti) | NUM ITEM (disponibili | in magazzino
  | in stock) | meno di # ITEM
scarcity: ultim* ~1 (ITEM | rimasti | rimaste | disponibili | taglie | scorte) | (scorte | quantità | disponibilità |
  stock | posti | magazzino) ~1 (limitat* | bass* | ridott* | scars* | in esaurimento) | (poche | scarse) (scorte |
  unità) | pochi pezzi | (quasi | in via di) (esaurit* | esaurimento | finit*) | (sta per | stanno per) ~1 (esaurirsi
  | esaurire) | in esaurimento | va a ruba | vanno a ruba | si (esaurisce | esauriscono | vende | vendono) ~1
  (rapidamente | velocemente | presto | in fretta) | # % ~2 (venduto | venduti | riscattato | prenotato)
demand: (alta | grande | forte | elevata | enorme) (richiesta | domanda) | molto richiest* | richiestissim* |
  richiesta ~1 (alta | elevata) | tutti ~1 (vogliono | comprano | lo vogliono)
social: NUM ~1 PEOPLE ~4 (guardando | visto | vedono | guardano | stanno | acquistato | comprato | hanno | carrello |
  visualizzando | ordinato) | PEOPLE ~2 (guardando | visualizzando | acquistando) | # (venduti | vendute | acquistati
  | venduto) | (acquistato | comprato | ordinato | venduto) ~6 (NUM UNIT) fa | <(che | lei | cui) ha appena
  (acquistato | comprato | ordinato) | (qualcuno | un cliente) ~6 (acquistato | comprato | ordinato) | in # carrelli |
  nel carrello di #
guilt: non (perdere | perderti | perdertelo | perdertela | perdete | perda | perderla | fartelo) ~2 (sfuggire |
  scappare | occasione | questa)? | non (lasciar* | lasciare) ~3 (sfuggire | scappare | perdere) | (ti | se ne)
  (pentirai | pentirà) | te ne pentirai | cosa aspetti | cosa stai aspettando | (sei)? sicur* ~2 di ~2 (voler |
  rinunciare | perdere) | (stupido | stupidi | sciocco | pazzo | folle | matto) ~1 (a | se | chi | non) | (solo)?
  (gli)? sciocchi | sarebbe un peccato | che peccato | (clienti | persone | genitori) (intelligenti | furbi |
  responsabili) | tutti gli altri ~1 (hanno | già) | troppo bello per | da non perdere | la tua famiglia ~2 merita
opener: (potrebbe | potrebbero) ~1 (piacerti | interessarti | piacerle | interessarle | anche) | ti potrebbe* ~1
  (piacere | interessare) | (i)? clienti ~5 anche ~1 (acquistato | comprato | visto) | (consigliat* | selezionat* |
  raccomandat*) per (te | lei | voi) | ti piacer* anche | prodotti (simili | correlati) | potresti ~1 (anche)? essere
  interessat*
formula: (ordine | ordina | prenotazione | acquisto) con obbligo di (pagare | pagamento)
pay: paga | pagare | paghi | pago
unpaid: (non | senza | niente da | mai | meno | più) ~1 (pagare | paga | pagamento) | (paga | pagare) ~1 (dopo | più
  tardi | niente | meno)
)";
}

}  // namespace aftermint::copy
