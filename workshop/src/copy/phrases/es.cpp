#include "copy/languages.h"

namespace aftermint::copy {

std::string_view spanishPhrases() {
  return R"(
NO = no
THANKS = gracias | muchas gracias | mil gracias | se lo agradezco
GENUINE = NO THANKS? | THANKS NO | THANKS pero NO THANKS? | NO pero THANKS | THANKS
DET = el | la | los | las | esta | este | esto | estos | estas | un | una | ningún | ninguna | más | otro | otra
THING = oferta | ofertas | artículo | artículos | producto | productos | extra | extras | complemento | complementos |
  adicional | adicionales | mejora | accesorio | accesorios | opción | opciones | paquete | pack | garantía | seguro |
  suscripción | promoción | paso | página | sugerencia | sugerencias | recomendación | recomendaciones | servicio |
  prueba | envoltorio de regalo
MORE = adicional | adicionales | opcional | extra | más
OBJECT = esto | ello | eso | nada | nada más | añadirlo | agregarlo | DET? THING MORE?
WHOSE = el | la | mi | su | tu | este | los | mis | al | lo
ORDER = pedido | pedido actual | pedido original | compra | compras | pago | caja | carrito | cesta | resumen |
  resumen del pedido | confirmación | tienda | orden | checkout | siguiente paso | inicio | envío | cuenta | web |
  recibo | detalles del pedido | estado del pedido
WHEN = ahora | ahora mismo | por ahora | hoy | por hoy | esta vez | de momento | por el momento | en este momento |
  todavía | aún | en esta ocasión | ahorita | para este pedido
LATER = más tarde | quizá | quizás | tal vez | luego | después | quizás más tarde | quizá más tarde | tal vez más
  tarde | tal vez luego | quizás luego | a lo mejor más tarde | quizá luego | quizás después | tal vez después | en
  otro momento | otro día | en otra ocasión | otra vez será | la próxima vez | quizás en otro momento | quizá en otro
  momento | tal vez en otro momento | tal vez en otra ocasión | recordar más tarde | recordármelo más tarde | quizá
  otro día | quizás la próxima vez
WITHOUT = sin | sin OBJECT | sin (añadir | agregar | incluir | elegir | comprar) OBJECT? | sin añadirlo | sin
  agregarlo | sin cambios | sin cambiar nada | sin MORE | sin ningún cambio | tal cual | tal como está | como está |
  igual | sin más
GO = continuar | continúa | continúe | seguir | sigue | proceder | ir | pasar | avanzar | volver | regresar |
  siguiente | adelante
TO = (a | al | con | hacia | hasta | de vuelta al | para) WHOSE? ORDER
REFUSE = omitir | omite | saltar | saltarse | rechazar | declinar | descartar | cerrar | cancelar | ocultar | ignorar
  | quitar | eliminar | pasar de | renunciar | renunciar a | renunciar al | paso | dejar pasar | no (añadir | agregar
  | incluir | aceptar | mostrar | ver) | no volver a mostrar | no mostrar más | no añadir nada | no agregar nada
DO = finalizar | completar | terminar | ver | revisar | mantener | conservar | dejar | cerrar | concluir | consultar
NOT = no (WHEN | WHEN me interesa | me interesa WHEN | deseo añadirlo | deseo agregarlo | me interesa | interesa | es
  necesario | hace falta | interesado | interesada | interesado a | es para mí | se necesita | OBJECT) | WHEN no |
  WHEN no me interesa | no estoy interesad* | sin interés | (ningún | ninguna) THING | no quiero OBJECT? | no lo
  quiero | no necesario
SIZE = pequeño | pequeña | pequeños | pequeñas | chico | chica | grande | mediano | mediana | normal | actual |
  original | solo | sola | individual | sencillo | sencilla | (de | de la de) (un | una | dos | #) (ml | litro |
  litros | galón | galones | onzas | oz) | de # (ml | l | litro | litros | galón | galones | onzas | oz | kg | g | cm
  | pulgadas) | de (un | dos | tres | cinco) (litro | litros | galón | galones)
GOODS = & | planta | plantas | maceta | macetas | botella | botellas | bolsa | bolsas | caja | frasco | paquete |
  paquetes | kit | juego | par | tijeras | tijera | podadora | podaderas | pala | rastrillo | azada | guantes |
  manguera | regadera | tutor | tutores | estaca | cintas | tierra | sustrato | abono | fertilizante | semillas |
  bulbos | lámpara | humidificador | funda | cubierta | plato | platos | soporte | cesta | cubo | herramienta |
  helecho | monstera | orquídea | árbol | cuchillo | hacha | sierra | tabla | aceite | hoja | piedra | cepillo | libro
  | guía | tamaño | color | versión | una | uno
PICK = (la | el) SIZE | (el | la | los | las | mi | mis | este | esta | un | una)? SIZE? GOODS SIZE? SIZE? (de (musgo
  | barro | lona | acero | cuero | riego | mano | plantas | semillas))? (nada más)?
CLAUSE = (solo | sólo | solamente | únicamente | nada más) PICK | PICK (solamente | nada más | sola | solo) |
  (quedarme | me quedo | quedarse | seguir | continuar | sigo) con PICK | (mantener | conservar | dejar) PICK |
  (omitir | saltar | sin | continuar sin | seguir sin) PICK | (enviar | mandar | envíen | manden) WHOSE? ORDER (como
  está | así | tal cual) | ya (tengo | tenemos) (uno | una | unos | unas | este | esta | esto | otro | otra | PICK)
  (en casa)? | (prefiero | quiero solo | elijo) PICK | no (necesito | hace falta | quiero) (otro | otra | más |
  ninguno | PICK) | PICK (me basta | es suficiente | alcanza) | con PICK (me)? (basta | alcanza) | (solo | sólo) lo
  que (pedí | ordené | compré) | (seguir | sigo | sigue) (con | a) WHOSE? ORDER WITHOUT? | GO TO? WITHOUT? | GO
  WITHOUT TO? | GO comprando WITHOUT? | WITHOUT | REFUSE OBJECT? | REFUSE OBJECT? y GO TO? | (solo | sólo |
  únicamente) WHOSE ORDER | DO WHOSE? ORDER WITHOUT? | dejarlo así | dejar (como está | así | igual) | prefiero no |
  mejor no | (tramitar | realizar | confirmar | pagar) WHOSE? ORDER WITHOUT | (pagar | comprar | terminar | finalizar)
  WITHOUT | cerrar (esta | la)? (ventana | página) | no (añadir | agregar) OBJECT? (al | a la | a mi) ORDER | así está
  bien | está bien así | NOT | LATER | nada más | eso es todo | es todo | nada | listo | con esto basta
TAIL = WHEN | LATER | por favor | THANKS
decline: GENUINE TAIL? | GENUINE CLAUSE TAIL? TAIL? | CLAUSE TAIL? TAIL? | CLAUSE pero? GENUINE

NUM = # | un | una | uno | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | pocos | pocas | unos
  pocos | algunas
UNIT = segundo | segundos | seg | s | minuto | minutos | min | hora | horas | h | día | días | d
SPAN = # #? UNIT
ITEM = unidad | unidades | artículo | artículos | producto | productos | pieza | piezas | plaza | plazas | ejemplar |
  ejemplares | pares | existencias | cupos | lugares | uds | ud
DEAL = oferta | ofertas | promoción | promociones | descuento | descuentos | rebajas | venta | precio | precios |
  cupón | código | oportunidad
PEOPLE = personas | persona | clientes | compradores | usuarios | visitantes | otros | otras | gente | mujeres |
  hombres | miembros
TIL = (cuando | si | hasta que | una vez que | que | mientras | aún | todavía | tierra | sustrato | hoja) ~3
BUYUNIT = ITEM | maceta | macetas | planta | plantas | botella | botellas | bolsas | lotes | ejemplares | kits
urgency: SPAN ~1 SPAN ~1 SPAN | UNIT UNIT UNIT | #0 UNIT
urgency: DEAL ~4 (termina | terminan | acaba | acaban | finaliza | finalizan | expira | expiran | caduca | caducan |
  vence | cierra) !(nunca) | (termina | acaba | finaliza | expira | caduca | vence) ~1 (en (SPAN | @ | NUM UNIT) | hoy
  | pronto | mañana | esta noche | a medianoche | el #) | (quedan | faltan | restan) ~2 (# UNIT . | @) | <TIL (queda |
  falta) ~1 (@ | poco tiempo) . | solo (por)? (hoy | esta semana | este fin) | (hoy | este fin de semana | esta
  semana) (solo | únicamente | solamente) | sólo hasta | solo hasta
urgency: date prisa | dese prisa | daos prisa | apresúr* | apúrate | apúrese | apúrense | apuraos | (compra | compre |
  pide | pida | actúa | actúe | reserva | reserve | aprovecha | aproveche | consíguelo | corre | decide | ordena) ~2
  (ya | ahora mismo | rápido | antes (de | .) | pronto | inmediatamente | cuanto antes | dentro de | en los próximos)
  | corre que (se | la oferta) | no (esperes | espere | tardes | tarde) (más | tiempo | .) | no lo (dudes | dude |
  piense | pienses) ~1 (más)? | no (pierdas | pierda) (más)? tiempo | última llamada
urgency: antes ~3 (agote | agoten | expire | medianoche | desaparezca) | antes de que (sea)? ~1 tarde | antes de que
  ~1 (acabe | acaben | termine) (. | la (oferta | promoción | venta) | el (plazo | descuento | stock)) | <(no (es |
  sea | será) | nunca es) demasiado tarde !(en | para (sembrar | plantar | podar)) | (hasta | mientras) ~3 (agotar |
  existencias) | (mientras) ~1 (dure | duren | haya) ~1 (. | la (oferta | promoción) | las existencias | stock |
  existencias | unidades) | hasta que se agoten | ahora o nunca | el tiempo (corre | se acaba | vuela | se agota)
urgency: (última | últimas | último | últimos | única) (oportunidad | oportunidades | ocasión | chance) !(en) |
  (última | últimas | último | últimos) (horas | hora | días | día | minutos) (. | para | de (la)? (oferta | ofertas |
  promoción | rebajas | descuento | venta)) | cuenta (atrás | regresiva) | (tiempo | oferta | ofertas | plazo |
  periodo) (limitado | limitada | limitadas) | (solo | sólo | oferta | ofertas | precio | disponible | válid* |
  únicamente) ~1 por (poco | breve) tiempo | ^ por (poco | breve) tiempo . | (oferta | ofertas | venta) (flash |
  relámpago) | (casi | pronto) (termina | acaba | acabado | terminado) | <TIL se (acaba | termina) (hoy | pronto | ya
  | el (plazo | tiempo) | la (oferta | promoción) | .) | (oferta | plazo | promoción) ~1 se (acaba | termina) | no se
  repetirá | (reservado | reservada | reservados) ~2 (durante | por) ~1 (@ | SPAN | .) | precio ~3 (sube | subirá |
  aumenta | aumentará) | precios ~3 (suben | subirán)
urgency?: (quedan | faltan | restan | queda | falta) ~2 (SPAN | @ | NUM UNIT | poco) | mientras ~1 (dure | duren |
  haya) | (solo | sólo) queda* (NUM | # | .)
scarcity: (solo | sólo | solamente | únicamente | apenas) ~1 (quedan | queda | hay)? ~1 NUM ~1 (ITEM | disponible |
  disponibles | en stock | restante | restantes) | (quedan | restan) (muy | solo | sólo | ya | nos)? (# | NUM | pocas
  | pocos | últimas | las últimas) ~1 (BUYUNIT | . | y | en | de (estas | estos | esta | este) | disponibles) | quedan
  (muy)? (pocas | pocos | pocas unidades) | <TIL (solo | sólo | nos | ya solo | te | le | únicamente) queda (un | una
  | uno | #) (BUYUNIT | . | en | disponible) | NUM ITEM? (restante | restantes) | NUM ITEM (en stock | disponibles) |
  (solo | sólo) (queda | quedan) (NUM | # | poc* | las últimas | la última | el último | .) | menos de # ITEM
scarcity: (última | últimas | último | últimos) (ITEM | tallas | disponibles | en stock) | (stock | existencias |
  cantidades | unidades | disponibilidad | plazas | inventario) ~1 (limitado | limitada | limitadas | limitados | bajo
  | bajas | reducido | reducidas | escaso | escasas) | (poco | bajo | escaso) (stock | inventario) | pocas (unidades |
  existencias) | cantidad (limitada | muy limitada) | <TIL (casi | a punto de) ~1 (agotado | agotada | agotarse |
  agotados | vendido) | se (agota | agotan | agotará | agotarán | está agotando | están agotando | vende | venden) ~1
  (rápido | rápidamente | pronto | volando | minutos) | # % ~2 (vendido | reclamado | reservado | agotado | canjeado)
  | se (agotan | agota | agotará | agotarán) . | (se)? vuelan de
demand: (alta | gran | mucha | fuerte | enorme) demanda | muy (solicitado | demandado | demandada | solicitados) |
  demanda ~1 (alta | elevada) | todo el mundo ~1 (quiere | compra | lo)
social: NUM ~1 PEOPLE ~4 (viendo | mirando | visto | ven | miran | han comprado | compraron | comprado | comprando |
  añadido | tienen | carrito | cesta | pidieron) | PEOPLE ~2 (viendo | mirando | comprando) | # (vendidos | vendidas |
  vendido | comprados | ventas) | (comprado | compró | vendido | pidió) ~6 hace NUM UNIT | <(que | usted | ud | lo que
  | quien | cual) acaba ~1 (comprar | pedir) | (alguien | un cliente | una clienta) ~6 (compró | comprado | pidió |
  comprar) | en # ~1 (carritos | cestas) | (visto | vistas) ~1 hoy | en el carrito de #
guilt: no ~1 te ~1 (pierdas | arrepentirás) | no (se lo pierda | te lo pierdas) | no (lo | la | las | los)? (dejes |
  deje) ~3 (pasar | escapar) | (te | se) (arrepentirás | arrepentirá) | a qué esperas | qué esperas | no (pierdas |
  pierda) (esta | la (oportunidad | ocasión | oferta) | su (oportunidad) | tu oportunidad | el descuento | más) | no
  desaproveche* | (seguro | segura) ~2 que ~3 (perder | renunciar | perdértelo | rechazar) | (tonto | tonta | tontos |
  idiota | loco | loca) ~1 (si | no | para | quien) | sería una (pena | lástima) | (los)? (clientes | compradores |
  personas | padres) (inteligentes | listos | responsables) | solo los tontos | (todos los demás | todo el mundo) ya |
  (demasiado bueno) para | tu familia ~3 merece
opener: (también | quizá | quizás | tal vez)? (te | le) (puede | podría | pueden) ~1 (gustar | interesar) | (los)?
  clientes ~5 también ~1 (compraron | vieron | compran) | (recomendado | recomendados | recomendaciones |
  seleccionado) para (ti | usted) | productos (similares | relacionados) | también te (gustará | puede | podría)
formula: (pedido | compra | reserva | pedir) con obligación de (pago | pagar)
pay: pagar | paga | pague | abonar | pago
unpaid: (no | sin | nada que | nunca | menos | más) ~1 (pagar | pago | paga) | (pagar | paga) ~1 (después | más tarde
  | luego | nada | menos)
)";
}

}  // namespace aftermint::copy
