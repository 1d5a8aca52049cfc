#include "copy/languages.h"

namespace aftermint::copy {

std::string_view italianPressing() {
  return R"(
FOLK = giardiniere | giardinieri | proprietario | proprietari | genitore | genitori | mamma | mamme | papà | padre |
  padri | madre | madri | amante | amanti | appassionato | appassionati | coltivatori | cliente | clienti | persone |
  cuochi | gente
GOOD = vero | veri | vera | vere | buon | buono | buoni | buona | bravo | bravi | brava | intelligent* | furb* |
  responsabil* | seri | serio | accort* | prevident* | saggi* | scrupolos*
YOUR = tuo | tua | tuoi | tue | suo | sua | suoi | sue | mio | mia | mie
YOURS = (il | la | le | i)? YOUR ~1 | & | la | lo
HARM = morire | muoia | muore | morirà | muoiono | soffrire | soffra | soffre | soffrirà | appassire | appassisca |
  marcire | marcisca | marcisce | gelare | geli | patire | patisca | perire | (di (fame | sete | freddo)) | seccare di
  sete
LACKING = senza !(fori | buchi | luce | terra | acqua) (di (lui | lei))? (questo | questa | ciò | &)?
NOBODY = nessuno | nessun FOLK

guilt?: non (lasciare | lasci | lasciate | lasciar | permettere) ~1 (che)? ~4 HARM | non (lasciarla | lasciarlo | farla
  | farlo) ~1 (HARM | sola | solo) | non (far | fare | faccia) ~1 (soffrire | pagare | aspettare | patire) | non
  (abbandonare | trascurare) YOURS | non ~2 (permettere | lasciare) ~2 (gelo | freddo | inverno) ~2 (uccida | rovini |
  vinca)
guilt?: non (essere | sia | fare) ~1 (tu a | lei a | quello che | quella che | uno di | una di | uno che | il tipo |
  quelli che | chi) | non essere (tu | quello | quella)
guilt?: <(per | dei | da | di | con) GOOD FOLK ~2 (non | mai | sempre | sanno | sa | lo | la | aggiungono | prendono |
  proteggono | comprano | scelgono | pensano) | FOLK (intelligent* | furbi | responsabili | accorti | seri | veri) ~1
  (non | mai | sempre | sanno | lo | la | se) | (da | come) (un | una | ogni)? GOOD FOLK | che razza di FOLK
guilt?: <(per | a) (chi | chiunque | quelli che | coloro che) ~1 (ama | amano | tiene | tengono | vuole bene) ~1
  (davvero | veramente)? ~1 (a | al | alla | alle)? (il | la | le | suo | sua | sue | proprie | propria | proprio | i
  | lo) | chi ~1 (ama | tiene | vuole bene) | se ~2 (ami | ama | tieni | tiene) ~1 (davvero | veramente | alla tua |
  la tua | le tue)
guilt?: (perdoneresti | perdonerai | perdonerebbe | perdonerà) | perdonarti | (te ne | se ne | ti) (pentirai | pentirà)
  | vorrai ~2 (aver* | preso) | (rimpiangerai | rimpiangerà) | avresti voluto | ti mangerai le mani
guilt?: <(non è) (colpa (tua | sua) | (tua | sua) la colpa) | (non (dire | dica | lamentarti | venire | venga)) ~5
  (avvertito | avvertivamo | avvisato | detto | piangere | lamentarti) | non piangere | sei avvis*
guilt?: (YOUR ~2 | &) ~1 (merita | meritano) | conta su (di)? (te | lei) | (YOUR ~2 | &) ~1 (dipende | ha bisogno) da
  (te | di te) | (YOUR ~2 | &) ha bisogno di te | non (deluderla | deluderlo)
guilt?: (YOUR ~2 | &) non ~1 (supererà | sopravvivrà | sopravvive | passerà | arriverà | reggerà | resisterà | vedrà |
  ce la farà) ~3 (inverno | primavera | estate | mese | settimana | senza | l) | LACKING ~1 (la | il | le | i)? ~1
  (YOUR ~2 | & | pianta | piante) ~2 (HARM | non ~1 (supererà | sopravvivrà) | è persa | spacciata)
guilt?: (tanto vale | è come | meglio) ~1 (buttar* | gettar* | non | compr* | lasciar* perdere) | (solo | soltanto |
  appena) ~1 (a | la)? (metà | mezzo | mezza) ~1 (del | dell | lavoro | opera | attrezzo | .) | senza ~4 (è | sono) ~1
  (solo | soltanto) ~1 (a)? (metà | mezz*)
guilt?: (ordine | acquisto | carrello | & | giardino | vaso | set | kit) ~1 non (è | sarà | sarebbe) ~1 (completo |
  completa | finito | finita | ancora completo) | incomplet* | (inutile | completo | completa | niente | nudo | nuda |
  perso) senza (di | questo | questa | il | la | &) | che (è | cos è) ~2 senza | a che serve
guilt?: ^ (aspetta | aspetti | alt | fermo | ferma | un momento | un attimo | attenzione | ehi | non così in fretta |
  ancora una cosa) (. !(annaffia | lascia) | il tuo | la tua | hai | non | manca | c è | prima di (andare | uscire |
  chiudere | pagare) | ancora | &)
guilt?: <(se | quando | che) (hai | ha) ~1 dimenticato ~1 (qualcosa | una cosa | il | la | &) | dimenticato qualcosa |
  (ti | le)? manca (qualcosa | ancora qualcosa | una cosa) | non (dimentichi | stai dimenticando) | ^ prima di (andare
  | uscire | chiudere | andartene | lasciarci) !(in | a | via) | prima di (dire di no | rifiutare)
guilt?: (vuoi | vuole | stai per | hai intenzione di) ~1 (davvero | veramente | sul serio) ~1 (di)? (lasciar* |
  rischiar* | perder* | rinunciar* | abbandonar*) | (davvero | veramente) ~1 (vuoi | vuole) ~1 (lasciar* | rischiar* |
  perder* | rinunciar*) | (la | lo | le) (lasceresti | lascerai | vedresti | abbandoneresti) ~1 HARM | (lasceresti |
  rischieresti) (YOURS | che) | troppo (tirchio | pigro | avaro)
guilt?: (ucciderai | uccidi | stai uccidendo | ammazzerai | condannerai | farai morire | fai morire) ~1 (il | la | le)?
  ~1 (YOUR | & | un altra) | (scuotono | scuote) la testa | (ridono | ride) (di chi | di te) | (chi | quelli che |
  clienti che | proprietari che) ~2 (rinuncia* | ne fa a meno | ne fanno a meno | rifiuta* | non lo prende | salta*) |
  lo devi (a | alla | al | alle) | (è)? il minimo che | (sarebbe | è) ~1 (crudele | irresponsabile | egoista |
  imperdonabile | un peccato | un crimine | una vergogna | triste) (lasciar* | non | se | perder* | che)
guilt?: (perché | non) ~1 (rischiare | rischi | rischiar) ~1 (il | la | le | i)? (YOUR | & | di perder*) | perché
  rischiare | non (correre | corra) (il | questo) rischio | (YOUR ~2 | &) ~1 (sta già | soffre già | sta) ~1
  (soffrendo | morendo | patendo | appassendo) | (YOUR ~2 | &) (soffre | ha (fame | sete | freddo)) (già | ora) |
  (YOUR ~2 | &) già soffre | (pensa | pensi | immagina) ~1 (a | alla | al)? YOUR pover* | povera (& | pianta |
  piantina)
guilt?: soldi ~5 (sprecati | buttati | persi) | (butta* | gett*) ~1 (i | via)? ~1 soldi | (trovarla | trovarlo |
  ritrovarla) ~1 (mort* | gelat* | secc*) | (perderai | perderà) ~1 (YOUR | &) | nessuno vuole ~2 (mort* | malat*)
guilt?: sì ~1 (io)? ~1 (tengo | amo | voglio (salvar* | protegger* | che) | mi importa | mi prendo cura) | (voglio |
  vorrei) ~1 (salvar* | che (la mia | il mio) ~2 (viva | sopravviva)) | (salva | salvare | salvi) (la | il | le | i)?
  ~1 (mia | tua | mio | tuo | &) !(#)
guilt?: (perfino | persino | anche | addirittura) (tu | lei) | ci (riesci | riesce) (perfino | persino | anche)
  (tu | lei) | così (facile | semplice) ~4 (bambino | principiante | imbranato | scimmia | idiota | perfino | anche) |
  a prova di (stupido | scemo | imbranato | principiante) | (non ~2 | senza) (il)? pollice verde | pollice nero
guilt?: (hai | ha) ~1 (chiaramente | evidentemente | ovviamente) bisogno | (evidentemente | chiaramente |
  probabilmente | sicuramente) (non | hai bisogno | dimentic*) ~1 (sai | sa | sei | hai | di)? | (siamo | sii | siate)
  (onesti | onesto | sinceri | realisti) | <(se | quando) (ti dimenticherai | dimenticherai | si dimenticherà | ti
  scorderai) di
guilt?: (chi | gente che | persone che | quelli che) ~1 (fa | fanno) (morire | seccare) ~1 (anche | tutto |
  perfino | le | i) | (chi | quelli che) ~1 (uccide | ammazza | uccidono) ~1 (tutto | anche | le | i) | (killer |
  assassin*) di piante | (nel caso | visto che | dato che | siccome | se) ~1 (tu)? non (sei | sia | fossi) ~1 (proprio
  | esattamente) ~2 | non sai ~1 (come)? ~1 (potar* | annaffiar* | curar* | si | pota) | non hai idea
urgency?: (non | mai) ~1 (rivedrai | vedrai | troverai | avrai | rivedrà | vedrà) ~1 (più | mai) ~1 (questo | quest* |
  un)? ~1 (prezzo | offerta) | (questo | questa) (prezzo | offerta | sconto) non ~1 (torna | tornerà | si ripete | si
  ripeterà | aspetta | aspetterà) | (prezzo | offerta | sconto) non (aspetta | torna | tornerà) | (solo | soltanto) ~1
  (per)? (questa | stavolta) (volta | sola volta)? | nessuna seconda (volta | possibilità)
urgency?: (solo | soltanto | riservato | esclusivamente) ~1 (per | a) (chi | coloro che | quelli che | clienti che) ~2
  (ordinato | acquistato | comprato) | (chiudi | chiude | lasci | chiuderai | esci | abbandoni) ~1 (pagina | finestra
  | scheda | sito) ~2 (perdi | perde | perderai | sparisce | addio | svanisce) | (sparisce | svanisce | perdi |
  perderai | scade) ~4 (chiudi | chiude | esci | lasci | chiudendo) | (decidi | decida | deciditi) ~1 (adesso | ora |
  subito | in fretta)
urgency?: (camion | furgone | corriere) (parte | sta partendo | sta per | esce) (. | ora | subito | adesso | tra) |
  (domani | dopo | più tardi) ~2 (costerà | costa | pagherai) ~1 (di)? (più | il doppio | caro) | (solo | soltanto)
  (mentre | finché) (prepariamo | imballiamo | chiudiamo | stiamo | sei) | te (lo | la) (teniamo | conserviamo |
  riserviamo) ~1 (da parte)? ~1 (solo | fino | per) | (prendi* | approfitta*) ~2 prima che (finisc* | sia | spari*) |
  <(non è | mai) troppo tardi (per (la | il | le | te) | .)
urgency?: mai più | (inverno | gelo) non aspetta | ultima volta
urgency?: (nessuno | chi) (lo)? sa ~1 (quando | se | quanto) | non (sappiamo | possiamo) ~1 (dire | promettere |
  garantire)? ~1 (quando | (se | che) ~2 (torn* | arriv* | ce ne | ne | altr* | quant*)) | impossibile sapere |
  (quando | una volta che) (finiscono | finisce | finiranno | saranno finit* | questi | queste) ~2 (non | finit*) ~2
  (saranno | sono | ce | arriv* | altri) | (e)? (basta | è tutto) per quest anno | ultimo (lotto | arrivo | carico) |
  ultima (partita | consegna | infornata) | gli ultimi (di quest | della stagione | che abbiamo)
urgency?: (ne | non ne) (restano | rimangono | abbiamo | restano quasi) ~1 (pochi | poche | pochissim* | quasi più |
  più | solo) | (abbiamo | ne abbiamo | ci sono) ~1 (solo | soltanto | appena) ~1 (una manciata | NUM | pochi | poche)
  | non (restano | durano) mai (a lungo | molto) ~1 (da noi | in negozio | sullo scaffale | .)? !(sullo stelo)
urgency?: (presto)? (li | le) (finiremo | esauriremo) | (non ne (arriveranno | arrivano | riceveremo | faremo |
  avremo)) ~1 (più | altri) | non ce ne saranno (più | altri) | vanno a ruba | andando a ruba | (altri negozi) ~4
  (esaurit* | non)
urgency?: difficil* da trovare | pochissim* | durano poco
social?: <se (tuoi | suoi | i) (vicini | amici | colleghi | parenti) ~1 (ce l | ce la | ce lo | lo | la | già | tutti |
  hanno | ne hanno) ~1 (hanno | usano | ha | già | hanno già | comprato)? ~1 (già | usano | una | uno | .) | tutti
  (i)? (tuoi | suoi) (vicini | amici | colleghi) | (tutta la | mezza) (via | strada | città) ~1 (ne | ce | lo | la |
  ha | usa | già) | (tutto il | mezzo) (quartiere | vicinato | paese | palazzo) ~1 (ne | ce | lo | la | ha | usa |
  già)
social?: (tutti)? (quelli | coloro | i clienti) che ~3 (ordinato | comprato | acquistato) ~2 (l hanno | oggi | aggiunto
  | preso) | tutti ~1 (lo | la | l hanno) ~1 (aggiungono | prendono | hanno | aggiunto | preso | usano) | (ordinato |
  comprato) prima di (te | lei) | NOBODY ~1 (esce | va via | se ne va | compra | ordina | pianta | rinvasa) ~4 senza |
  NOBODY ~1 (si pente | se ne pente | rinuncia | rifiuta)
social?: (unisciti | si unisca | unitevi) a ~1 (i | gli | le | più di)? ~2 (# | migliaia | centinaia) | unisciti (ai |
  alle | agli) # | (# | NUM) (PEOPLE | FOLK)? su (# | NUM) ~3 (oggi | preso | aggiunto | già | pentit* | questa
  settimana | lo prendono | tornat*) | (maggior parte | metà | maggioranza) ~2 (prime | primi) ~3 (muore | muoiono |
  non (sopravvive | sopravvivono)) | (maggior parte | metà) ~4 (muore | muoiono) ~1 (entro | in | nei primi | prima) |
  (l unico | l unica | il solo | la sola) ~1 (del | della | nel | nella) (quartiere | via | strada | vicinato |
  palazzo | paese) ~4 (non | senza)
social?: (# | NUM) (PEOPLE | FOLK) su (# | NUM) | maggior parte ~4 (muore | muoiono) | (gente | clienti) come te
guilt?: (YOUR ~1 | &) (muore | morirà | soffre | appassirà | gela) | (uccidere | perdere) ~1 (la tua | il tuo | &) |
  ti ringrazierà | senza ~4 (marcisc* | muoi* | secc*)
unfit: rischi* | fortuna | sorte | perd* | pent* | mor* | muoi* | secc* | appassi* | marci* | soffr* | uccid* | odi* |
  peggio* | preferisco ~1 (che | pagare | restare | foglie | sec* | perdere) | piac* | importa | uguale | cur* |
  protegg* | protezione | risparmi* | scont* | sold* | denaro | prezzo | pagare | gratis | regal* | meglio !(di no) |
  migliore | qualità | incredibile | merita* | da sol* | si arrangi* | che si | lasci* (che | morire) | lascerò |
  nuova pianta | altra pianta | ricominciare | sostitu* | (quando | finché | se) (si | la | muore | appassisce) | non
  voglio (una | piante | risparm*) | fame | sete | freddo | gelo | nud* | abbandon* | trascur* | espert* | natura |
  destino | stupid* | sana | sane | sì | accontent* | disinform* | salute | cane | famiglia
PEER = vicin* | clienti | tutti | tutte | gente | giardinieri | club | via | quartiere | amici | nessuno | chi
TOOK = già | ordinat* | comprat* | aggiunt* | preso | presa | prendono | chied* | il suo | la sua | i loro | giura* |
  ha detto sì | hanno detto sì
social?: PEER ~5 TOOK | codice postale | quasi nessuno | (primo | prima | unico | unica | ultimo | ultima) ~5 ad?
  (andar* | saper* | rinunciare) | per nome
urgency?: (camion | furgone | scatola | pacco | corriere) ~5 (caric* | chiud* | chius* | apert* | aspetta) | (prezzo |
  offerta) ~5 (altro | più alto | sale | finisce | termina | non segue) | (stanotte | stasera) ~3 (gel* | brina) |
  (mostr* | chied* | offr*) ~4 una (sola)? volta | (ancora | poco) tempo | se (lei)? (esita | esiti) | stagione ~3
  (finisce | chiude | termina) | (quasi | già) (gennaio | maggio | giugno | novembre | inverno | estate) | ultima
  chiamata | tra (# | dieci | cinque) minuti | (lotto | scaffale | cassa | vassoio) ~5 (vuot* | metà | ultim*) |
  (stamattina | stamani) ~2 (erano | ce n'erano) | in pensione | ci ha lasciato | niente fino a | una volta all'anno |
  è raro | raramente | tutti (lo | la)? vogliono
guilt?: (si)? fida di | promesso | coscienza | vergogna | nessun altro che | non può (parlare | chiedere | camminare)
  | lascereb* | niente da (mangiare | bere) | (cattivo | bravo | buon) (proprietario | giardiniere) | (radici |
  piante) non dimenticano | pensi alle | (un peccato | crudele) | sì ~2 (piante | radici) (sane | vive) | prima (notte
  | gelata) ~2 (senza | sola) | primo inverno ~2 (senza | sol* | decide) | soldi buttati | pollice verde | nelle sue
  mani | già morta (una | un)
guilt?: dice molto (di | del | su) | si ricordi che | sì ~3 (felice | sana | viva) | se ~2 va storto | dato che è la
  sua prima | non tutti (sanno | possono | riescono) | perdona (gli)? errori | decide lei se | nessuna scusa |
  incrociamo le dita
urgency?: finché questa pagina | prezzo pieno | subito | (gelo | inverno | stagione) non aspetta | ultima (consegna |
  spedizione) | tutto quello che abbiamo | mani vuote | vanno a ruba
social?: nella sua via | (l'unico | l'unica) ~2 senza | se ne sono andati con
guilt?: sentirsi in colpa | rimpiang* | immagini | non ha chiesto di | nessun* & merita | è come ~4 senza | se tende a
  dimenticare
urgency?: dopo (stasera | oggi) | (fornitore | vasaio) ~2 (chiuso | smesso | pensione) | non ne restano | decida
  (presto | subito)
social?: i (migliori | più bei) giardini | (clienti | persone) come lei
decline: GENUINE? (non mi serve | ho già abbastanza | ho tutto) TAIL?
guilt: non (lasciare | lasci) ~1 che la (sua | tua) ~2 (muoia | soffra) | (ordine | carrello) non è completo senza |
  non se lo perdonerebbe
belittling: (anche | persino) (lei | tu) (può | puoi | riesce)
urgency: non (rivedrà | rivedrai | vedrà più | vedrai più) (questo | mai più questo) prezzo | ora o mai più
social: i (suoi | tuoi) vicini (ce l'hanno | hanno) già
)";
}

}  // namespace aftermint::copy
