#include "tact/languages.h"

#if !AFTERMINT_PAGE
namespace aftermint::tact {

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
CLAUSE = GO TO? WITHOUT? | GO WITHOUT TO? | GO comprando WITHOUT? | WITHOUT | REFUSE OBJECT? | REFUSE OBJECT? y GO TO?
  | (solo | sólo | únicamente) WHOSE ORDER | DO WHOSE? ORDER WITHOUT? | dejarlo así | dejar (como está | así | igual)
  | prefiero no | mejor no | (tramitar | realizar | confirmar | pagar) WHOSE? ORDER WITHOUT | (pagar | comprar |
  terminar | finalizar) WITHOUT | cerrar (esta | la)? (ventana | página) | no (añadir | agregar) OBJECT? (al | a la |
  a mi) ORDER | así está bien | está bien así | NOT | LATER | nada más | eso es todo | es todo | nada | listo | con
  esto basta
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
urgency: SPAN ~1 SPAN ~1 SPAN | UNIT UNIT UNIT | #0 UNIT
urgency: DEAL ~4 (termina | terminan | acaba | acaban | finaliza | finalizan | expira | expiran | caduca | caducan |
  vence | cierra) !(nunca) | (termina | acaba | finaliza | expira | caduca | vence) ~1 (en (SPAN | @ | NUM UNIT) | hoy
  | pronto | mañana | esta noche | a medianoche | el #) | (quedan | queda | faltan | restan) ~2 (SPAN | @ | NUM UNIT |
  UNIT) | solo (por)? (hoy | esta semana | este fin) | (hoy | este fin de semana | esta semana) (solo | únicamente |
  solamente) | sólo hasta | solo hasta
urgency: date prisa | dese prisa | daos prisa | apresúr* | apúrate | apúrese | apúrense | apuraos | (compra | compre |
  pide | pida | actúa | actúe | reserva | reserve | aprovecha | aproveche | consíguelo | corre | decide | ordena) ~2
  (ya | ahora mismo | rápido | antes | pronto | inmediatamente | cuanto antes | dentro de | en los próximos) | corre
  que | no (esperes | espere | tardes | tarde | lo dudes | lo dude | pierdas | pierda) ~1 (más | tiempo)? | última
  llamada
urgency: antes ~3 (tarde | agote | agoten | acabe | acaben | termine | expire | medianoche | desaparezca) | demasiado
  tarde | (hasta | mientras) ~3 (agotar | existencias | duren | dure | agoten | haya) | ahora o nunca | el tiempo
  (corre | se acaba | vuela | se agota)
urgency: (última | últimas | último | últimos | única) (oportunidad | oportunidades | horas | hora | días | día |
  minutos | ocasión | chance) !(en) | cuenta (atrás | regresiva) | (tiempo | oferta | ofertas | plazo | periodo)
  (limitado | limitada | limitadas) | por (poco | breve) tiempo | (oferta | ofertas | venta) (flash | relámpago) |
  (casi | pronto) (termina | acaba | acabado | terminado) | se acaba | se termina | no se repetirá | (reservado |
  reservada | reservados) ~2 (durante | por) ~1 (@ | SPAN | .) | precio ~3 (sube | subirá | aumenta | aumentará) |
  precios ~3 (suben | subirán)
scarcity: (solo | sólo | solamente | únicamente | apenas) ~1 (quedan | queda | hay)? ~1 NUM ~1 (ITEM | disponible |
  disponibles | en stock | restante | restantes) | (quedan | queda | restan) ~2 (NUM | pocas | pocos | últimas) | NUM
  ITEM? (restante | restantes) | NUM ITEM (en stock | disponibles) | (solo | sólo) (queda | quedan) | menos de # ITEM
scarcity: (última | últimas | último | últimos) (ITEM | tallas | disponibles | en stock) | (stock | existencias |
  cantidad | cantidades | unidades | disponibilidad | plazas | inventario) ~1 (limitado | limitada | limitadas |
  limitados | bajo | bajas | reducido | reducidas | escaso | escasas) | (poco | bajo | escaso) (stock | inventario) |
  pocas (unidades | existencias) | (casi | a punto de) ~1 (agotado | agotada | agotarse | agotados | vendido) | se
  (agota | agotan | agotará | agotarán | está agotando | están agotando | vende | venden | va | van) ~1 (rápido |
  rápidamente | pronto | volando | minutos) | # % ~2 (vendido | reclamado | reservado | agotado | canjeado) | se
  (agotan | agota | agotará | agotarán) . | (se)? vuelan de
demand: (alta | gran | mucha | fuerte | enorme) demanda | muy (solicitado | demandado | demandada | solicitados) |
  demanda ~1 (alta | elevada) | todo el mundo ~1 (quiere | compra | lo)
social: NUM ~1 PEOPLE ~4 (viendo | mirando | visto | ven | miran | han comprado | compraron | comprado | comprando |
  añadido | tienen | carrito | cesta | pidieron) | PEOPLE ~2 (viendo | mirando | comprando) | # (vendidos | vendidas |
  vendido | comprados | ventas) | (comprado | compró | vendido | pidió) ~6 hace NUM UNIT | acaba ~1 (comprar | pedir)
  | (alguien | un cliente | una clienta) ~6 (compró | comprado | pidió | comprar) | en # ~1 (carritos | cestas) |
  (visto | vistas) ~1 hoy | en el carrito de #
guilt: no ~1 te ~1 (pierdas | arrepentirás) | (no) (se lo pierda | te lo pierdas | lo dejes | lo deje | dejes | deje)
  ~3 (pasar | escapar)? | (te | se) (arrepentirás | arrepentirá) | a qué esperas | qué esperas | no (pierdas | pierda
  | desaproveches) | (seguro | segura) ~2 que ~3 (perder | renunciar | perdértelo | rechazar) | (tonto | tonta |
  tontos | idiota | loco | loca) ~1 (si | no | para | quien) | serías | sería una (pena | lástima) | (los)? (clientes
  | compradores | personas | padres) (inteligentes | listos | responsables) | solo los tontos | (todos los demás |
  todo el mundo) ya | (demasiado bueno) para | tu familia ~3 merece
opener: (también | quizá | quizás | tal vez)? (te | le) (puede | podría | pueden) ~1 (gustar | interesar) | (los)?
  clientes ~5 también ~1 (compraron | vieron | compran) | (recomendado | recomendados | recomendaciones |
  seleccionado) para (ti | usted) | productos (similares | relacionados) | también te (gustará | puede | podría)
formula: (pedido | compra | reserva | pedir) con obligación de (pago | pagar)
pay: pagar | paga | pague | abonar | pago
unpaid: (no | sin | nada que | nunca | menos | más) ~1 (pagar | pago | paga) | (pagar | paga) ~1 (después | más tarde
  | luego | nada | menos)
)";
}

}  // namespace aftermint::tact
#endif
