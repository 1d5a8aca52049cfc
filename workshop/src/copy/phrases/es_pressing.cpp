#include "copy/languages.h"

namespace aftermint::copy {

std::string_view spanishPressing() {
  return R"(
FOLK = jardinero | jardineros | jardinera | jardineras | dueño | dueños | dueña | dueñas | padre | padres | madre |
  madres | papá | papás | mamá | mamás | amante | amantes | cultivador | cultivadores | persona | personas | cliente |
  clientes | compradores | aficionados | dueñas | gente
GOOD = verdadero | verdaderos | verdadera | verdaderas | auténtico | auténticos | buen | bueno | buenos | buena |
  buenas | inteligente | inteligentes | responsable | responsables | serio | serios | listo | listos | prudente |
  prudentes | precavido | precavidos | sensato | sensatos | cuidadoso | cuidadosos
YOUR = su | sus | tu | tus | mi | mis
YOURS = YOUR ~2 | & | la | lo | las | los
HARM = muera | mueran | muere | mueren | morir | morirá | muriera | muriendo | sufra | sufran | sufrir | sufre | pase
  (hambre | sed | frío) | pasar (hambre | sed | frío) | marchite | marchitar | marchitará | pudra | pudrir | pudrirá |
  ahogue | congele | congelar | padezca | padecer | perezca | perecer | apague | hambre | (de (sed | frío | hambre))
NEVER = (no | nunca | jamás)
LACKING = sin (esto | eso | él | ella | ellos | ellas | este | esta | & | uno | una)
NOBODY = nadie | ninguna persona | ningún FOLK | ninguno de (nuestros | sus)
PEOPLES = PEOPLE | FOLK | quienes | vecinos

guilt?: NEVER (se)? (deje | dejes | dejen | dejar | permita | permitas) ~1 (que)? ~4 HARM | NEVER (la | lo) (deje |
  dejes) ~1 HARM | NEVER (haga | hagas | haz) ~1 (sufrir | pagar | esperar | pasar) | NEVER (abandone | abandones |
  descuide | descuides | condene | condenes) YOURS | NEVER ~1 (permita | deje) que (la | lo | el) (helada | frío |
  calor | invierno | sed) ~2 (mate | gane | arruine)
guilt?: NEVER (sea | seas | vaya a ser | vayas a ser) ~1 (quien | el que | la que | uno de | una de | de (los | las)
  que | otro | otra) | NEVER sea de | NEVER seas de
guilt?: <(para | de | a | por | con) (los | las | un | una)? (GOOD FOLK | FOLK ~1 GOOD | FOLK de verdad) ~1 (nunca |
  siempre | no | jamás | sí | saben | sabe | lo | la | se | llevan | lleva | agregan | añaden | usan | protegen |
  compran | eligen | piensan | cuidan | ya) | (como | si es | si eres) (un | una)? (GOOD FOLK | FOLK ~1 (GOOD | de
  verdad)) | qué clase de ~1 FOLK
guilt?: <(para | de) (quien | quienes | el que | la que | los que | todo el que | cualquiera que) ~3 (quiere | quieren
  | ama | aman | aprecia | cuida | adora) ~1 (de verdad)? ~1 (a)? ~1 (su | sus | las | los | plantas | una | un) | a
  (quien | quienes | los que) ~2 (importa | importan | importe) | si (de verdad | realmente | tanto) ~2 (quiere |
  quieres | ama | amas | importa) | si (quiere | quieres | ama | amas) a (su | tu | sus | tus)
guilt?: (perdonaría* | perdonarías | perdonará | perdonarás) | perdonarse | se va a arrepentir | te vas a arrepentir |
  (arrepentirá | arrepentirás | arrepienta | arrepientas | arrepentirse | arrepentirte | lamentará | lamentarás |
  lamentarlo | lamente) | (deseará | desearás | desearía) haber* | (ojalá) ~2 (hubiera | hubiese) | querrá haber* |
  echará ~1 (de menos) haber*
guilt?: <(no es) (culpa (suya | tuya) | (su | tu) culpa | la culpa ~1 (suya | tuya)) | (no diga | no digas | no se
  queje | no te quejes) ~3 (avisamos | avisó | advertimos | dijimos | avisaron) | (luego | después) no ~2 (diga |
  digas | llore | llores | venga | vengas | se queje | te quejes) | no ~1 (venga | vengas) ~1 (a)? ~1 (llorar |
  llorando) | no llore | está ~1 avisad*
guilt?: YOUR ~3 (merece | merecen | merecía) | (& | YOUR ~2) (cuenta | cuentan | depende | dependen | confía) ~1 (con |
  de | en) (usted | ti | vos) | no (le | la | lo) (falle | falles) | no (le | la | lo)? (decepcione | defraude) | YOUR
  ~2 (le | te) (necesita | ruega | pide a gritos | llora)
guilt?: (LACKING ~3)? (& | YOUR ~2) no ~1 (llegará | llega | sobrevivirá | sobrevive | aguantará | soportará | pasará |
  resistirá | superará | vivirá | verá | durará | tendrá) ~4 (primavera | invierno | verano | LACKING | semana | mes |
  año | helada) | LACKING ~2 (& | YOUR ~2 | la planta | las plantas | morirá | se (muere | muera | pudre | seca)) ~3
  (HARM | muere | morirá | seca | secará | pudre | enferma | perdida | perdido | condenada | no)
guilt?: (más le | más te | mejor | le | te) (vale | valdría) ~1 (tirar* | no | comprar | olvid*) | (es como (si |
  tirar) | da lo mismo que) ~2 (tirar* | no) | (solo | sólo | apenas | no es más que | únicamente) ~1 (a)? (la mitad |
  media | medio) (del | de la | de | trabajo | tarea | herramienta | regalo) ~2 (LACKING | trabajo | tarea | .) |
  LACKING ~5 (a medias | a la mitad | media herramienta | medio) | (quedarse | queda | se queda | deja) (a medias | a
  la mitad | cojo | coja)
guilt?: (pedido | compra | carrito | orden | cesta | & | maceta | jardín | equipo | caja | conjunto) ~2 (no | aún no |
  todavía no) (está | estará | queda | quedará | estaría) ~1 (completo | completa | terminado | terminada | listo |
  lista) | incomplet* | (inútil | completo | completa | nada | desnuda | desnudo | perdida | perdido | no sirve) ~1
  sin (esto | ella | él | su | una | un | &) | qué (es)? (un | una) _ sin | de qué sirve | para qué quiere
guilt?: ^ (espere | espera | alto | un momento | un segundo | aguarde | aguarda | pare | deténgase | oiga | ojo | no se
  vaya | no tan rápido | una última cosa | una cosa más) (. !(riegue | deje) | su | tu | le | se le | te | no se | hay
  | falta | antes de (irse | cerrar | pagar) | aún | todavía | &)
guilt?: <(si | cuando) (se (le | te) (olvida | olvidó | olvidaba | pasó | queda) (algo | lo más | el | la | una cosa |
  &)) | <(si) (olvidó | olvidaste | ha olvidado | has olvidado | olvida | olvidas | dejó) ~1 (algo | lo más) | no (se
  le | te | se) ~1 (olvida | olvidó | olvide) algo | (falta | le falta | te falta) (algo | lo más importante | una
  cosa) | ^ antes de (irse | irte | salir | marcharse | cerrar | que se vaya | que te vayas) !(de (viaje | vacaciones
  | casa)) | antes de (decir que no | rechazar)
guilt?: (de verdad | en serio | realmente | está seguro de que) ~1 (va a | vas a | quiere | quieres | piensa | piensas)
  ~1 (dejar* | arriesgar* | perder* | irse | abandonar* | ver | renunciar* | matar*) | (la | lo | las | los) (dejaría*
  | vería* | abandonaría* | dejará | dejarás) ~1 HARM | (dejaría | dejarías | arriesgaría | arriesgarías) (YOUR | & |
  que) | (vale | merece) la pena (arriesgar* | perder* YOUR) | demasiado (tacaño | perezoso)
guilt?: (matará | matarás | va a matar | vas a matar | matando | mataría | acabará con | acabarás con) (a)? (YOUR | & |
  otra | ella) | (usted | tú) ~1 (mata | matas | matará | mató) | (quien | quienes | los que | las que | el que |
  dueños que | FOLK que) ~2 (no (lo | la | los | las) (lleva* | compra* | agrega* | añade* | usa*) | se (va | van) sin
  | lo (rechaza | rechazan | omite | omiten | salta* | deja*) | prescinde* | se lo salta*)
guilt?: (menean | mueven | sacuden | niegan | menea | mueve) ~1 (con)? (la cabeza) | (se ríen | se burlan) de (quien |
  usted | los que | ti) | (se lo | se la | eso se lo) (debe | debes) ~1 (a) | (le | te) (debe | debes) a (su | tu | &)
  | es lo mínimo que | (sería | es) ~1 (cruel | irresponsable | egoísta | imperdonable | una (lástima | pena |
  crueldad | crimen | pecado | locura | irresponsabilidad)) (dejar* | no | si | perder* | que | negar*) | qué (pena |
  lástima) | daría pena
guilt?: (por qué | para qué) ~1 (arriesgar* | jugárse*) | (no se | no te) (arriesgue | arriesgues | la juegue | lo
  juegue) | no arriesg* (YOUR | & | la) | (& | YOUR ~2) (ya)? (está | están) ~1 (sufriendo | muriendo | muriéndose |
  pidiendo | llorando | padeciendo | pasando) | YOUR ~2 ya (sufre | sufren | tiene (sed | hambre | frío)) | (piense |
  piensa | imagine | imagina) ~1 (en)? ~1 YOUR ~1 pobre | YOUR pobre* | pobre* (& | planta | plantas | cosa | raíces)
  | (imagine | imagina | imagínese) ~3 (muerta | seca | congelada)
guilt?: dinero ~3 (perdido | tirado | desperdiciado | a la basura) | (tirar | tira | tirando | tire) ~1 (el | su | tu)
  dinero | (encontrar* | encontrarse | verla | verlo) ~1 (muerta | muerto | seca | congelada | podrida) | (perderá |
  perder | pierda | pierde) (YOUR | &) ~2 (por | con) | nadie quiere ~2 (muert* | enferm* | perder)
guilt?: sí ~1 yo ~1 (sí | cuido | quiero | amo) | sí ~1 ((me importa | me importan | quiero (a mi | salvar* | rescatar*
  | proteger* | cuidar* | que (mi | viva)) | cuido (a)? mi* | amo a)) | (quiero | deseo) que (mi | mis | la | no) ~3
  (viva | vivan | sobreviva | muera | esté (bien | sana) | crezca sana) | (salvar | salve | salva | rescatar | sálvela
  | sálvala) (a)? (mi | mis | su | tu | la | &) !(# | $) ~1 (& | planta | plantas | monstera | raíces | jardín |
  orquídea | helecho | vida | perro | gato | familia)
guilt?: (hasta | incluso | aun) (usted | tú | vos | alguien como) | (tan | muy | así de) (fácil | simple |
  sencillo | sencilla) ~2 (hasta | incluso | que) (un | una) (niño | niña | principiante | torpe | novato | tonto |
  mono | bebé) | a prueba de (tontos | torpes | usted | despistados) | para (torpes | tontos | inútiles) | (mala mano
  | dedos negros | pulgar negro) | no tiene ~1 (buena mano | mano para | idea) | sin (buena mano | mano) (con | para)
  las plantas
guilt?: (está claro | es evidente | salta a la vista | se nota | es obvio) que (usted | tú | le | te | no |
  necesita | necesitas) | (claramente | obviamente | evidentemente | seguramente | probablemente | seguro que) (usted
  | tú)? ~1 (necesita | necesitas | no | olvida* | se (le | te) (olvida* | va)) | (seamos | sea | hay que ser |
  siendo) (sinceros | sincero | honestos | honesto | francos | realistas) | <si (se le | se te) va a (olvidar | pasar
  | morir) | (olvidará | olvidarás | se olvidará | te olvidarás) ~1 (de)? (regar* | abonar*) | <si (usted | tú) ~2
  (olvidará | se olvida | siempre olvida)
guilt?: (quien | quienes | los que | gente que | a quien | usted | personas que) ~2 (mata | matan) ~1 (todo |
  hasta | los | las | sus | plantas) | (se le | se te | se les) (muere | mueren) ~1 (hasta | todo | todas | los |
  siempre | las) | (mata plantas | asesin*) | (por si | como | dado que | ya que | puesto que) (usted | tú)? no (es |
  eres) ~2 (expert* | precisamente | muy | profesional | jardinero | buen*) | (no sabe | no sabes | no tiene idea | no
  tienes idea | ni idea) ~1 (de)? ~1 (cómo | podar | regar | cuidar | plantar | trasplantar) | (despistad* | torpes |
  perezos* | descuidad*) (como usted | como tú)
urgency?: (solo | sólo | únicamente | nada más) (por)? esta (vez | única vez) | (no | nunca | jamás) ~1 (volverá |
  volverás | vuelve | vuelves | va a volver | vas a volver) a (ver | tener | encontrar | haber | conseguir |
  repetirse) | (precio | oferta | descuento | oportunidad) ~2 (no | nunca | jamás) ~1 (vuelve | volverá | se repite |
  regresa | regresará | espera | esperará) | (no | nunca) ~1 (verá | verás | encontrará | encontrarás | tendrá |
  conseguirá) ~1 (otra vez | de nuevo | más este | otro precio | este precio | mejor precio | nunca) | no habrá (otra
  | segunda) (vez | oportunidad)
urgency?: (solo | sólo | únicamente | exclusivo | exclusiva | exclusivamente | reservado) ~1 para (quien | quienes |
  los que | clientes que) ~1 (acaba* | acaban | compraron | compró | pidieron | pidió | han (comprado | pedido)) |
  (cierra | cierre | cerrar | sale | salir | deja | deje | abandona | abandone) ~1 (página | ventana | pestaña |
  sitio) ~3 (pierde | pierdes | perderá | perderás | desaparece | adiós | se (va | acaba | esfuma)) | (desaparece |
  pierde | perderá | se (va | acaba | esfuma | pierde) | termina | válido | vale) ~4 (al | cuando | si) ~1 (cerrar |
  cierre | cierra | salir | salga | dejar | deje | abandon*) ~1 (página | ventana | aquí | .)
urgency?: (decida* | decíd* | apúre* | apúra* | apresúre* | aproveche* | aprovecha* | llévese* | agréguel* | agrégal*)
  ~1 (ya | ahora mismo | hoy mismo | ahora . | antes de que (se (acab* | agot* | termin* | vaya*) | sea tarde |
  desaparez* | suba* | otro | cambi* | acab* ~2 (oferta | precio* | temporada de))) | (camión | furgoneta | repartidor
  | mensajero) ~1 (sale | se va | parte | está por salir | está saliendo) ~1 (ya | ahora | en (minutos | un momento |
  breve) | .) | (solo | sólo | únicamente) mientras ~1 (empac* | prepar* | embal* | dure | está | esté | cerramos) |
  (se lo | se la | te lo | te la) (guardamos | apartamos | reservamos) ~1 (solo | hasta | mientras | por) | antes de
  que (se (acabe | acaben | agote | agoten | terminen | vaya | vayan) (.)? !(las hojas) | sea (demasiado)? tarde |
  desaparezca) | <(no | nunca) (será | es | sería) (demasiado)? tarde (para !(sembrar | plantar | podar | trasplantar
  | regar) | .) | antes de que acabe la temporada de precios
urgency?: (mañana | luego | después | la próxima semana) ~2 (costará | cuesta | pagará | pagarás | valdrá | sale) ~1
  (más | el doble | caro | precio) | (vuelve | volverá | regresa) a (su | al) precio (normal | de siempre | completo |
  habitual) | ahora mismo o | (última | por última) vez
urgency?: nunca más | (oferta | precio | descuento) !(es ahora de) ~2 (ahora | hoy) | (invierno | helada | primavera)
  no (espera | esperará | avisa) | para quienes acaban de
urgency?: (nadie sabe | quién sabe | no (sabemos | se sabe | podemos (decir | prometer | garantizar | asegurar) | hay
  (forma | manera) de saber) | imposible saber | vaya usted a saber) ~1 (cuándo | cuando | si | cuánto* | que | habrá)
  ~6 (próxim* | otr* | más | vuelve* | volver* | habrá | lleg* | hay | quede* | siguiente) | (cuando | una vez que |
  si) (se (acaben | agoten | terminen | vayan) | estas se | este lote se | estos se) ~2 (no (habrá | hay | quedan |
  vuelven | tendremos) | se acab* | hasta | ya no) | (eso es todo | se acabó) (por | hasta) (este año | el | la | esta
  temporada)
urgency?: (ya)? casi no (queda | quedan | hay) !(agua | luz | rastro | sombra) | (no quedan | apenas quedan | quedan)
  (casi | muy poc* | poqu* | poc* !(hojas)) | (último | última) (lote | tanda | partida | envío | cosecha | remesa |
  bandeja) | (lo último | los últimos | las últimas) (que nos | de (este año | la temporada | la tanda)) | (solo |
  sólo | únicamente | no) (nos)? (tenemos | hay | quedan) ~1 (más que)? ~1 (un puñado | NUM | unos cuantos | unas
  cuantas | muy poc*) | (nunca | jamás | no) (nos)? (duran | dura | están | se quedan) ~1 (mucho) ~2 (tienda | estante
  | aquí | con nosotros)
urgency?: se nos (van a acabar | acaban | acabarán | están acabando | agotan | terminan) | (se van | se está* yendo |
  se van yendo) volando | (y | ya)? vuelan . | (no (vamos a recibir | recibiremos | esperamos | nos (llegan | llegarán
  | van a llegar) | habrá | tendremos | traeremos | haremos)) ~1 más ~1 (. | hasta | este | en | de) | (se (agotó |
  agotaron | vendió | vendieron) (en | dos | tres | la última | antes)) | (otras tiendas) ~4 (no | agotad*)
urgency?: muy poc* | difícil de (encontrar | conseguir) | no (dura | duran) mucho | hasta agotar* | (lo)? último que
social?: <si (sus | tus | los) (vecin* | amig* | familiares | compañeros | conocidos) ~1 (ya | todos | también) (la |
  lo | las | los | le)? ~1 (tiene* | usa* | compra* | lleva* | conoce* | puso | pusieron | agreg* | pidi*) | (su | tu)
  (vecin* | amig* | herman*) ya | (todos | todas) (sus | tus) (vecin* | amig* | familiares | conocidos | compañeros) |
  (toda la | la mitad de (la | su) | media) (calle | cuadra | colonia | manzana | ciudad) ~1 (ya | tiene | usa | la |
  lo | riega | compra) | (todo el | medio) (barrio | vecindario | pueblo | edificio) ~1 (ya | tiene | usa | la | lo |
  riega | compra)
social?: (todos | todas) (los | las) que ~5 (hoy | esta semana | antes | agreg* | añad* | lleva*) ~3 (agreg* | añad* |
  lleva* | compr* | hoy) | (todos | todo el mundo) (la | lo | se la | se lo) (agreg* | añad* | lleva* | compr* |
  tiene*) | todo el mundo ~1 (la | lo | ya | usa | tiene | agreg*) | (compraron | pidieron) antes que (usted | tú) |
  NOBODY ~1 (se va | se lleva | sale | compra | se marcha | planta | pide) ~4 sin | NOBODY ~1 (se arrepiente | se
  arrepintió | se resiste | lo rechaza | dice que no)
social?: (únase | únete | sume* | súmate | súmese) a ~1 (los | las | más)? ~2 (# | miles | cientos | millones) | (# |
  NUM) de cada (NUM | #) ~1 (PEOPLES | de)? ~5 (hoy | esta semana | ya | agreg* | añad* | llev* | compr* | arrepi* |
  volv* | regres*) | # % de (los | las | nuestros)? PEOPLES ~3 (hoy | ya | agreg* | llev* | arrepi*) | (mayoría |
  mitad | casi todas) ~2 (primeras | primeros) ~3 (muere* | mueren | pierde* | fracasa* | no (sobreviv* | llega*)) |
  (mayoría | mitad | casi todas) ~4 muere* ~1 (en | antes | durante | al) ~2 (NUM | # | meses | semanas | año) | (el
  único | la única) ~1 (del | de la | en) (barrio | calle | cuadra | vecindario | colonia | edificio | grupo) ~4 (no |
  sin) | NUM de cada NUM ~3 muere*
social?: NUM de cada NUM (PEOPLES | de) | mayoría ~4 muere* | (gente | personas | clientes) como (usted | tú) | todo
  el mundo
guilt?: (& | su ~2 | tu ~2) (se)? (muere | muera | morirá | sufre | sufra | marchita | muriendo | congela) | (matar |
  mata | perder | pierda) (a)? (su | tu | &) | (su | tu) ~2 se lo agradecer* | (LACKING) ~4 (muere* | pudre* | seca* |
  marchit*) | si no (lo | la) (lleva | agrega | usa) | (si | por si) no es ~1 expert*
guilt?: (& | planta | monstera | helecho | orquídea | jardín) sin ~3 es (una | un | solo | sólo | como) | (y si) (se
  (muere | seca | congela | pudre) | muere) | (a costa de) (YOUR | &) | no (quiero | quisiera) que ~1 HARM | sí ~1
  (soy | seré | seré) ~1 GOOD | (soy | seré) (un | una)? GOOD FOLK | no se (vaya | marche | quede) sin | no te (vayas
  | quedes) sin | (ver* | encontrar*) ~1 (muerta | muerto | seca | marchita) | (qué (sentiría | haría | dirá)) ~3
  (muer* | si) | (no tiene voz | no puede (hablar | pedir | quejarse)) | (imagine | imagina) ~5 (muert* | sec* |
  congelad*) | (los que | quienes | la mayoría) ~3 (pierde | pierden) (la | su | sus) plantas?
guilt?: YOUR ~4 (muer* | morir* | sufr* | marchit* | pudr* | hambre | triste | sola | solo | abandonad* | sed) |
  (muer* | morir* | sufr* | matar* | perder* | abandon*) ~4 (YOUR | &) | (planta | monstera | orquídea) (triste |
  muerta | muerto | sola) | (proteger | salvar | rescatar) (mi | mis) | (está | estás) segur* | (de veras | de verdad)
  | casi (listo | terminado) | sin (ella | él | esto) ~4 (acab* | no | nunca)
urgency?: (oferta | precio | descuento) ~1 (desaparece* | se pierde | se va | caduca*) ~4 (salir | cerrar | irse |
  página) | (al | cuando | si) (salir | salga | sales | cierre | cierra | cierras) ~4 (página | ventana) ~3 (pierde* |
  desaparece* | se (va | acaba)) | (precio | oferta | descuento) ~1 (es | vale | válid*) ~1 (solo | sólo) ~1 (hoy |
  ahora | para este pedido) | (solo | sólo) (con | para) (este | esta) (pedido | compra) | mientras (todavía | aún)
  (pueda | puede | esté | está)
urgency?: <(tierra | agua) (nunca | no) ~2 (otra vez | de nuevo) | (si | cuando) se va ~2 (pierde | no) | en (los
  próximos | pocos) minutos | (caja | pedido) ~1 se cierra
urgency?: (las últimas | los últimos | la última | el último) ~1 (macetas | plantas | piezas | unidades | botellas |
  ejemplares | &) ~1 (de (la | esta | este) (temporada | año) | del año | que | disponibles | .) | una de las últimas
  | uno de los últimos | (se fueron | volaron | se acabaron) en (un | una | NUM | #) | nos quedan | (no (se (harán |
  hacen | producirán) | volverán | habrá)) ~2 (hasta | este año | otra vez)
urgency?: (las últimas | los últimos) _ de la temporada | (hicimos | recibimos | tenemos | sembramos) ~1 (# | NUM |
  veinte | treinta | cuarenta) (. | y)
social?: (en su | en tu) (colonia | calle | barrio | cuadra | edificio | zona) ~1 (ya | todos) ~1 (todos | tienen | la
  | lo) | casi nadie ~1 (se va | sale | compra) ~2 sin | (la)? mayoría de (quienes | los que) no ~1 (lo | la | los |
  las)? ~1 (llevan | usan | agregan | compran) | no pueden (estar)? equivoc*
social?: todos (tienen | usan | llevan | agregan | compran) | (miles | cientos) de ~1 (PEOPLES | jardines | hogares) |
  cada vez más (PEOPLES)
guilt?: (hasta | incluso | para) (un | una | los)? (principiante | principiantes | novato | novatos | gente |
  alguien) como (usted | tú) | no (todos | todo el mundo) ~1 (tienen | tiene | sirve | nace | saben) ~1 | (no es lo
  suyo | no es su fuerte | no se le da*) | no tiene buena mano
guilt?: no (tiene | tienen) la culpa | dejar* ~3 sin ~3 es | (es)? condenar* (YOUR | & | .) | (los que | quienes)
  (saben | entienden) de ~3 (llevan | lleva | compran | usan | no | nunca) | mi* ~2 (lo vale | lo valen | vale la
  pena) | dejar* que ~3 HARM | no (sea | seas) ~1 (tacañ* | cruel* | descuidad* | irresponsable* | egoísta* | mal*) |
  no (es | eres | sea) de (los | las) que | (dele | dale | dar* | darle) ~1 (a)? (YOUR | &) ~2 (oportunidad | vida) |
  (nadie | quién) quiere ~5 (muert* | sec*) | termine lo que | no (la | lo) deje (sola | solo | sin)
guilt?: (llegará | sobrevivirá | aguantará | pasará | resistirá | vivirá) (su | tu | &) | (su | tu) ~2 (le | se lo |
  te) (reclam* | pide !(que confirme) | pedir* | recordar* | va a) | verdad . | (de plástico) ~3 (mejor | usted) | (o)
  ~4 (se (muere | muera | seca) | la pierde) | (sin | ni) ~1 (experiencia | talento)
urgency?: (ofrecemos | ofrecerá | mostramos | mostrará | damos | precio) ~3 (una sola vez | única vez) | ahora o (nunca
  | al precio | después | pag*) | al salir ~3 (sube | pierde* | vuelve) | no (lo | la) dej* para (mañana | después |
  luego) | mañana ~1 (ya)? no (estará | habrá | queda* | hay | tendrá) | (en | dentro de) los próximos (# | NUM)
  (minutos | segundos | horas) | ^ (corra | córrale | ándele | ándale | vuele) !(el | con) | (nada más | solo | sólo)
  (por)? ahora (. | y) | hoy y (nada más | ya) | mientras (esté | siga | permanezca) en (esta | la) página
urgency?: aprovech* | después de esta (página | pantalla) | (en un momento | en cualquier momento) | precio de
  (siempre | antes)
urgency?: (nos)? llegaron ~1 (solo | sólo)? ~1 (# | NUM | pocas | pocos) | (solo | sólo | apenas) (nos)? (llegaron |
  llegó | trajeron | recibimos) | (lote | partida | tanda | envío) ~3 (no tiene fecha | sin fecha | quién sabe) | ya
  mero | (a punto de | por) (acabarse | agotarse | terminarse) | se (acaban | agotan | terminan) (ya | hoy | pronto) |
  estante* ~2 vací*
social?: aquí nadie | todos ~1 (lo | la | se lo | se la) (llevan | lleva | compran | usan | tienen) | (la primera | el
  primero | el único | la única) ~2 (en irse | que se va | que no) | (clientes | gente | jardineros) (de | en) (su |
  tu) (zona | ciudad | barrio | colonia) ~3
guilt?: ni (usted | tú) | por suerte para (usted | ti) | no ~1 (sabe | logra | consigue) ~1 mantener ~2 viv* | (su
  | tu) última (planta | monstera) ~3 | (para)? gente (torpe | olvidadiza | descuidada | perezosa)
guilt?: tanto (le | te) cuesta | si pudiera* (hablar | pedir* | elegir) | todo (FOLK | buen FOLK) que | no (culpe |
  culpes) a | no vale ~1 ($ | #)
guilt?: ^ (es | está | merece | será) (su | tu) | (cárcel | condena | castig*) ~3 (su | tu | &)
urgency?: única vez que | ya no (podrá | podrás | estará) | (dentro de | en) (un momento | unos minutos) ~3 (no | se) |
  (la caja | el pedido) ~1 (está por | a punto de | se va a) ~1 (cerrar* | salir)
urgency?: ya no (habrá | quedará | quedarán | tendremos) !(que) | (son | es) (las | los | la | el) últim* que | (tal
  vez | quizá | quizás) ~1 (no | nunca) ~2 (volvamos | vuelva | haya)
social?: la mayoría de (quienes | los que) (se va | se van | no) | (medio | todo el) (vecindario | barrio) ~1 (ya |
  tiene) | (# | NUM) de sus (vecin* | amig*)
unfit: arriesg* | me la jueg* | riesgo* | suerte | azar | dios | perder* | pierd* | perdi* | arrepent* | arrepient* |
  muer* | morir* | mor* a | sec* !(o) | sequ* | marchit* | pudr* | sufr* | mat* | odi* | prefiero ~1 (que | pagar |
  sec* | seguir ~1 des* | perder | no (cuidar | proteger | saber | ahorrar) | hojas | gast* | repon* | compr* | empez*
  | arries* | esper* | ver | replant* | una planta) | peor | mal | mala | malo | gusta* | encanta* | importa* |
  conform* | da igual | me da lo mismo | cuid* | proteg* | proteccion | protección | ahorr* | descuento* | dinero |
  precio | pagar (más | el | todo) | gratis | regal* | mejor !(no | más) | calidad | increíble | merec* | solo ~1 .
  <(una | la | uno) | sola . | solita | se las arregl* | que se | dej* que | dejaré | (ya)? (compraré | veré |
  repondré) | otra planta | planta nueva | reponer | reemplaz* | empezar (de | otra) | (cuando | hasta que | si |
  después de que) (se | la | mi | me | muera | empiece) | no (quiero | necesito) (una | un | cuid* | prot* | que |
  ayuda | plantas | planta | san* | salv*) | hambre | sed | frío | helada | hielo | desnud* | abandon* | descuid* |
  experto | experta | naturaleza | destino | tont* | feas | fea | triste | amarill* | sí | vale | comprar | ^ (agregar
  | añadir | pagar) | lo que sea | sobreviv* | aguant* | plagas | babosas | salud | sano | sana | desinform* | familia
unfit: (mi | mis) (planta | plantas | césped | jardín | rosas | helecho | &) ~1 (puede* | está* | es | son | se | no |
  ya | va) | no vale | empezar
PEER = PEOPLE | FOLK | vecino | vecina | vecinos | vecinas | todos | todas | todo el mundo | club | señora | señor |
  casas | patio | patios | porche | balcón | alguien | amigos | compradores | pedidos | nadie | quienes | los que |
  cuadra | calle | hogares | miembros | socios
TOOK = agregó | agregaron | añadió | añadieron | (lo | la) (agreg* | añad*) | pidi* | pide | piden | compr* | llev* |
  eligi* | vino | vinieron | pregunt* | dij* que sí | dijeron | la suya | el suyo | las suyas | los suyos | ya | puso
  | pusieron | sin (uno | una | esto | él | ella) | nunca | jamás | no (se va | se lo | lo piens*) | tienen
social?: PEER ~5 TOOK | casi no hay | apenas hay | código postal | (primero | primera | único | única | último |
  última) ~5 en (irse | salir | saber | tener | decir | enterarse) | por su nombre | (antes que | delante de) (usted |
  ti) | uno de cada (dos | tres) | (# | NUM) (PEER) ~1 (que | en | de | desde | la | lo) | (todos | todo el mundo) ~4
  (quiere* | tiene* | hace*)
CARRIER = camión | furgoneta | caja | paquete | repartidor | mensajero
urgency?: CARRIER ~5 (carg* | cierra | abiert* | cerrad* | espera) | (precio | precios | oferta | descuento) ~6 (otro
  | más (alto | caro) | distint* | sub* | acab* | termin* | historia | no (pasa | sigue | viene) | con ella | con él)
  | (este | el) precio con | (hoy | esta noche | mañana) ~3 (hiel* | helad* | congel* | ya no | tarde) | (hiela |
  helada) ~3 (esta noche | mañana | hoy) | una (sola | única) vez | única vez | luego (nunca | ya no) | (todavía |
  aún) (está | estás | hay) a? tiempo | (pero | y) no mucho | (si | mientras) (usted | tú)? (dud* | piens* | espera*)
  | no espera | último aviso | última llamada | temporada ~3 (cierra | acab* | termin*) | (ya)? casi (es | en)? (enero
  | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre | invierno
  | primavera | verano) | (diga que sí | decida | elija) ahora | en (# | NUM | diez) minutos (. ya)? (ya | no | se) |
  cuando se entere | por poco tiempo | no (estará | espera) siempre
urgency?: (bandeja | lote | estante | mesa | caja | hornada | tanda | cosecha | camada) ~5 (vac* | mitad | últim* | no
  (hay | habrá) | acab*) | (contamos | cuento | quedaban) _ | (esta mañana | ayer | el lunes) (había | eran | quedaban
  | teníamos) | (va* | está* | ya) por la mitad | se jubil* | (es | son) lo que (nos)? (dejó | queda* | hay) | no (hay
  | habrá | llegan | vienen) más (hasta | después | este) | no podríamos (conseguir | hacer) | (todos | todo el mundo)
  quiere* | quedan (# | NUM) (en | de | y) | nos queda (un | una) | (el | viendo el | hasta el) final . | es raro que
  | rara vez | (una vez | una ~1) al año | (viveros | tiendas | proveedores) ~5 (ya)? (no | sin | agot* | vac*) | de
  las # que | por ahora . | hasta agotar
guilt?: confi* en (usted | ti | sus) | prometi* | conciencia | vergüenza | (nadie | no tiene a nadie) más que | no
  (puede | sabe) (pedir | hablar | caminar | decir) | (saben | se nota | notan) ~2 quién | (dejaría | mandaría |
  dejarías | haría) ~1 (a)? (su | tu | sin) | (nada | poco) (que)? (comer | beber) | (perro | perrito | hijo | bebé |
  abuela | madre) ~4 (sin | nunca | . | merece) | lo que (les)? (pasa | pasó | ocurre) (a | con) | no es bonito | (mal
  | mala | malos) (dueñ* | jardiner* | padre*) | (raíces | hojas | planta | plantas) (no)? (olvidan | olvida |
  recuerdan | perdonan) | consiente | (mantenerla | mantenerlo) viv* | cualquiera* ~4 (mantener* | cuidar*) | (puede |
  compra) cualquiera | dinero tirado | (depende | está en) (de usted | sus manos | de ti) | piense en (las | los | su)
  | dej* que ganen | mano para | (ya)? se le (murió | ha muerto | secó) (un | una | su | otr*) | (una lástima | qué
  pena | qué lástima | cruel) | sí ~2 (mi | mis) ~2 (merece* | necesita*) | sí ~1 quiero ~1 (plantas | hojas | raíces)
  ~1 (san* | fuert* | feliz* | felices | viv* | bonit*) | (soy | somos) ~2 (responsable* | cuidados* | buen*) |
  primer* (noche | invierno | helada) ~2 (sin | sol* | decide) | y usted también | todo lo que hizo | sea* francos |
  olvidan regar | lo que compró ayer | se (cuida | arregla) sol* | no la deje
guilt?: & (lo | la | le) (mira | espera | necesita | pide | extraña | agradec*) | su ~1 (lo | la) (mira | espera |
  necesita | extraña) | (dice | dicen | habla) mucho de | recuerde que (vio | se lo) | acuérdese de | sí ~1 que (mi |
  la) | sí ~4 (feliz | sana | viva | bien cuidada) | si algo sale mal | decente | ya que es su primer* | (no | ni)
  (cualquiera | todos | todo el mundo) (logra | puede | sabe | tiene) | perdona (errores | todo) | cruzamos los dedos
  | (veterinarios | expertos | viveristas | jardineros) ~3 (niegan | menean | suspiran | lloran | lament* | mueven) |
  (dormir | duerma) tranquil* | tranquilidad | usted decide | si quiere que ~4 (viva | dure | llegue | sobreviva) |
  (lo | la) va a (necesitar | extrañar | lamentar) | (está | queda) advertid* | más barato que (otra | comprar |
  reponer) | la diferencia entre | qué clase de | qué tipo de FOLK | menos que un café | no hay excusa* | excusa* |
  culpa | arrepent* | arrepient* | su (última | primera) planta | haga lo correcto | hágalo por
urgency?: hasta que (se)? (recarg* | cierr* | salg*) | precio (completo | normal | regular) | un clic | enseguida | de
  inmediato | cuanto antes | envío ~2 sale | (temporada | helada | invierno | frío | primavera) ~3 (no (pregunta |
  espera | perdona | avisa)) | último (envío | camión | día) | (hoy | ahora) (o | y no) | mientras (dure | duren |
  quede | queden | haya | pueda) | apúr* | (este | ese) (minuto | instante) | (desaparec* | se esfuma) | (sube |
  subirá) | solo (aquí | ahora | hoy) | nunca más barat* | no lo deje para | ya se (va | acaba | termina) | date prisa
urgency?: todo lo que (hay | habrá | queda | tenemos) | NUM ya (tienen | están | son) | (hizo | hicimos | tenemos |
  sembramos | recibimos) (once | doce | veinte | treinta | cuarenta | sesenta | NUM | #) . | manos vacías | (se)?
  (venden | vende | van | acaban | agotan) (como | rápido | volando | pronto | enseguida) | pan caliente | (último |
  última | últimos | últimas) (que | uno | una | unos | lote | de) | (próximo | próxima | otro | otra) (lote | envío |
  tanda | cosecha) ~4 (no | sabe | quién | hasta | cuándo) | escas* | no (habrá | hay) (otro | otra | más)
social?: se (llevaron | llevan | llevó) | toda la semana | en (su | tu) calle | (único | única | únicos) ~2 sin | no
  lo discut* | pregunte (por ahí | a) | PEER ~3 (juran | aman | adoran | recomiendan | usan | hablan | confían) |
  (toda | todo) (la | el) (calle | cuadra | barrio | club | pueblo) | (el | la) (favorito | favorita) de | es (usted)?
  de los pocos
guilt?: si ~3 pudiera* (hablar | pedir | elegir | decir*) | lament* | por las malas | muert* | moribund* | podrid* |
  como (usted | tú) | tan ~2 como usted | sí ~1 (cuido | amo | adoro | protejo | valoro | me importa) | de prestado |
  tiempo prestado | (le | les) falta algo | un buen ~1 (FOLK) | (no | nunca) (mande | mandes | deje | dejes | abandone
  | condene | exponga) ~2 (& | su | a su | sola | que) | (febrero | enero | julio | agosto) ~2 (lament* | arrep* |
  ech* | quer*) | descuid* | tiritar* | tirita | llor* | sufr* | agoniz* | conden* | hambr* | culpable | responsab* |
  usted (la | lo) (mató | eligió | adoptó | trajo) | depende de usted | cuenta con usted | lo necesita a usted |
  hágale (un | el) favor | (se lo | le) debe | verdader* (FOLK | amante*) | qué será de | (para) que no (muera | sufra
  | pase)
urgency?: antes (de que (cerr* | sell* | empa* | sal* | carg* | acab* | agot* | suba)) | (dej* | se le) (escapar |
  escape | vaya) | (hoy | ahora) es (el | la | su) (último | última | única) | últim* (oportunidad | horas | minutos |
  vez) | (al | después de | una vez) (salir | cerrar | pagar) ~3 (no | sube | pierd*) | (solo | sólo | apenas) (unas |
  unos)? poc* | (descuento | precio | oferta) ~1 (no | se) (regresa | vuelve | repite | va | acaba | queda | espera |
  guarda) | no (regresa | vuelve | volverá | regresará) | cada (día | hora | minuto | vez) (hay | quedan) menos | el
  reloj | (casi)? nunca (tenemos | hay | llega*) | se (agotan | acaban | terminan | agota | acaba)
social?: (otros | otras) ~1 (FOLK | PEOPLE) | casi tod* (nuestros | los | las | nuestras) ~1 (FOLK | PEOPLE | vecin*)
  | pocos se arrepienten | no lo pensaron | media (calle | cuadra | ciudad | colonia) | (medio | todo el) (barrio |
  vecindario | pueblo) | el vecino | la vecina | (en | de) su (zona | ciudad | barrio | colonia | calle) ~3 (ya |
  agreg* | compr* | llev* | tien*) | quedarse atrás | se quede fuera
guilt?: (un | una | todo | cualquier | ningún | buen) (GOOD)? FOLK ~1 (GOOD | cariños* | atent* | amoros*) ~1 (no |
  nunca | siempre | piensa | sabe | cuida | deja) | sentirse (mal | culpable) | arrepent* | imagin* | explicar* ~3
  (niños | hijos | esposa | esposo) | & ~1 no (pidió | eligió | tiene | puede) | ayúd* | sálv* | (ninguna | ningún) ~2
  merece | es como (comprar | dejar | tener | irse | mandar | salir) | sin (esto | ella | él) | si (suele | siempre |
  a menudo) | nuestr* (experto | doctor | veterinari* | jardinero) ~1 (ve | ven | sabe | oye)
urgency?: después de (esta (noche | página | semana | compra) | hoy | mañana) | (proveedor | alfarero | vivero |
  taller | herrero) ~2 (cerró | jubil* | ya no | dejó) | lo que (resta | queda) | no quedan | no (plantamos | hacemos
  | traemos | sembramos | tendremos) más | (decida | decíd*) (pronto | ya | enseguida) | se va . | se va se va | (solo
  | sólo) una vez | menos de una hora | sellamos
social?: (los | las) mejores (jardines | casas | patios | balcones | cocinas) | (igual que | como) (usted | tú)
guilt?: sí ~1 alimentar | alimentar a mi | le toca a usted | & con hambre | por qué la suya | ni un* (novat* | niñ* |
  principiante) | ser vivo
urgency?: la número _
guilt?: (sabrá | verá | entenderá) ~1 (por qué | quién | tarde) | (muere* | seca* | pudre*) (solas | sola | solos |
  solo) | alguien (la | las | lo | los)? (descuid* | olvid* | dej*) | dej* (sola | solo | solas | solos | así) | (media
  | medio | la mitad) ~1 (trabajo | tarea | herramienta | camino) | ^ (un | una | el | la) _ _? sin ~3 (es | son |
  queda) | hueco | lo (llena | completa) | quién ~1 (riega | cuida | protege | va a) | y (después | luego | entonces) .
  | pregúntes* | (ha pensado | pensó) en | (le | te) ~1 (saldrá | costará | costó | sale (caro | cara)) | (lo | la)
  pag* (su | sus | la | el) | (lo | la | las | los) (arruin* | mat* | destruy*) | no ~2 (avisa* | queja*) | se (rind* |
  rend*)
guilt?: (quien | quienes | los que) ~3 (no se | nunca | jamás) | sí ~2 (hacerlo | me tomo) | pocos ~1 (logran |
  consiguen) | mant* ~1 (así | con vida) | parte viva | mejor compr* | de plástico | todo (su | ese) (trabajo |
  esfuerzo | cariño) | (novatos | principiantes) ~3 (mat* | pierd*) | (hasta | incluso) (quien | quienes | los que | la
  gente) | a su suerte | no debería | (a | en | para) la basura | queda un paso | no (compraría | saldría | iría |
  usaría) | ya (está | estará | estarán) ~1 (aplast* | tarde | daña* | roto*) | lo que (separa | distingue) | muchos
  (creen | piensan) | (le | te) espera | (su parte | falta la suya) | volver por | sin ~1 . planta | si alguna vez
  perd* | darle una
urgency?: (está* | estamos) (cargando | cerrando | saliendo) | también . | (cobr* | costar*) ~1 más | (después | luego)
  de este pedido | para (otra persona | otro | alguien más) . | vuelve a* (estante | vivero) | cierra* a las | no ~1
  (podemos | puedo) ~1 (guard* | apart* | promet*) | nadie (la | lo) (llen* | repon*) | en cuanto (se vaya | cierre) |
  si (lo | la) pide | aparté | el último (saco | viaje) | helada (para | el) | dura lo que | todavía no es
social?: (los | las) del número | por si le interesa | (calle | casa) de al lado | (señor | señora) _ perd*
decline: GENUINE? (quedarme con WHOSE? ORDER | (continuar | seguir) sin (él | ella | ellos | eso | esto) | ya tengo
  (suficiente | bastante | de sobra) | no (lo | la | los | las) (necesito | quiero) | dejarlo (fuera | aparte) | (mi)?
  pedido (así)? está (bien | completo) (así)? | lo (pensaré | pienso)) TAIL?
guilt: NEVER (deje | dejes | dejen) (morir | sufrir) ~1 (su | tu | a su | a tu | &) | NEVER (deje | dejes) que ~2
  (muera | sufra) | nunca se (lo)? perdonar* | no (sea | seas) (quien | el que | la que) la (mata | mató | deje) | ^
  (espere | espera | alto) . su pedido no está completo | (pedido | carrito) no está completo sin | la culpa será suya
belittling: (hasta | incluso) (usted | tú) (puede* | sabe*) | a prueba de (tontos | torpes | idiotas)
urgency: no (volverá | volverás) a ver este (precio | descuento) | ahora o nunca
scarcity: (nadie sabe | quién sabe | imposible saber) cuándo ~4 (próxim* | otr* | más)
social: (sus | tus) vecinos ya (la | lo | las | los)? tienen | todos los que pidieron ~3 (lo | la) agregaron
)";
}

}  // namespace aftermint::copy
