/**
 * @file Aftermint's own messages in a view. Written by `npm run messages` from core/messages; do not edit.
 */
// clang-format off
#pragma once

#include <cstdint>
#include <string_view>

namespace aftermint {

/** The messages of a language, in their order in its line. */
enum class ViewMessage : std::uint8_t {
  Language,  ///< The language tag.
  Optional,  ///< Accessible name of a bump's region.
  Add,  ///< Label of a bump if the merchant gives none.
  BumpPrice,  ///< How ticking the box changes the price.
  Prior,  ///< The prior price, struck through (98/6/EC, art. 6a).
  ClickPrice,  ///< What one click charges, and to which payment method.
  LinkPrice,  ///< The price of an offer that is accepted by following a link.
  See,  ///< Label of the accept link if the merchant gives none; the link does not order anything yet.
  UpgradePrice,  ///< The price difference of an upgrade, and the new total.
  Consent,  ///< Label of the separate consent box of a recurring item (15 USC 8403).
  Together,  ///< Accessible name of the region on a product page.
  BundlePrice,  ///< The price of a bundle, next to the sum of the separate prices.
  Basket,  ///< Label of the accept button on a product page if the merchant gives none.
  Withdrawal,  ///< Link to the page on the right of withdrawal (2011/83/EU, art. 6(1)(h)).
  Returns,  ///< The same link in markets whose law has no right of withdrawal.
  Afterwards,  ///< Accessible name of the offer after payment, and of the card that replaces it.
  Safe,  ///< The order is complete whatever happens to the offer; the order id may be empty.
  Pay,  ///< Label of the one-click accept button: says that it costs money, and how much (2011/83/EU, art. 8(2)).
  Decline,  ///< A neutral no.
};

/** One line per language, English first; a page adds the others as it needs them (`addMessages`). */
inline constexpr std::string_view kMessageLines[] = {
    "en|"
    "Optional extra|"
    "Add: {item}|"
    "Adds {price} to this order if you tick the box.|"
    "Before: {prior}. Lowest price of the last 30 days.|"
    "{price} in total, paid with the payment method of your order. Your order stays as it is either way.|"
    "{price}. Your order stays as it is either way.|"
    "See {item}|"
    "{price} more, in place of {replaced}: {total} for the whole order.|"
    "Yes, I agree to these recurring payments.|"
    "Goes with it|"
    "{price} together, {separate} one by one.|"
    "Add to basket|"
    "Your right to cancel|"
    "Returns|"
    "Optional offer after your order|"
    "Your order {order} is complete.|"
    "Pay {price} now|"
    "No thank you",
#if !AFTERMINT_PAGE
    "ar|"
    "إضافة اختيارية|"
    "إضافة: {item}|"
    "عند تحديد المربع يُضاف مبلغ {price} إلى هذا الطلب.|"
    "السعر السابق: {prior}. أدنى سعر خلال آخر ثلاثين يومًا.|"
    "المجموع {price}، يُدفع بوسيلة الدفع المستخدمة في طلبك. يبقى طلبك كما هو في جميع الأحوال.|"
    "{price}. يبقى طلبك كما هو في جميع الأحوال.|"
    "عرض {item}|"
    "بزيادة {price} بدلًا من {replaced}، ومجموع الطلب كله {total}.|"
    "نعم، أوافق على هذه الدفعات المتكررة.|"
    "يناسب هذا المنتج|"
    "معًا: {price}، كلٌّ على حدة: {separate}.|"
    "إضافة إلى السلة|"
    "حقك في العدول عن الشراء|"
    "الإرجاع|"
    "عرض اختياري بعد طلبك|"
    "اكتمل طلبك {order}.|"
    "دفع {price} الآن|"
    "لا، شكرًا",
    "de|"
    "Auf Wunsch dazu|"
    "Dazu: {item}|"
    "Mit Häkchen kommen {price} zu dieser Bestellung hinzu.|"
    "Vorher: {prior}. Niedrigster Preis der letzten 30 Tage.|"
    "Insgesamt {price}, bezahlt mit der Zahlungsart Ihrer Bestellung. Ihre Bestellung bleibt in jedem Fall unverändert.|"
    "{price}. Ihre Bestellung bleibt in jedem Fall unverändert.|"
    "{item} ansehen|"
    "{price} mehr, statt {replaced}: {total} für die ganze Bestellung.|"
    "Ja, ich stimme diesen wiederkehrenden Zahlungen zu.|"
    "Passt dazu|"
    "Zusammen {price}, einzeln {separate}.|"
    "In den Warenkorb|"
    "Ihr Widerrufsrecht|"
    "Rückgabe|"
    "Angebot nach Ihrer Bestellung|"
    "Ihre Bestellung {order} ist abgeschlossen.|"
    "Jetzt {price} zahlen|"
    "Nein danke",
    "es|"
    "Extra opcional|"
    "Añadir: {item}|"
    "Si marca la casilla, se añaden {price} a este pedido.|"
    "Antes: {prior}. Precio más bajo de los últimos 30 días.|"
    "{price} en total, con el método de pago de su pedido. Su pedido queda igual en cualquier caso.|"
    "{price}. Su pedido queda igual en cualquier caso.|"
    "Ver {item}|"
    "{price} más, en lugar de {replaced}: {total} por todo el pedido.|"
    "Sí, acepto estos pagos periódicos.|"
    "Complementos de este producto|"
    "{price} en conjunto, {separate} por separado.|"
    "Añadir al carrito|"
    "Su derecho de desistimiento|"
    "Cambios y devoluciones|"
    "Oferta opcional después de su pedido|"
    "Su pedido {order} se ha completado.|"
    "Pagar {price} ahora|"
    "No, gracias",
    "fr|"
    "En option|"
    "Ajouter : {item}|"
    "Ajoute {price} à cette commande si vous cochez la case.|"
    "Avant : {prior}. Prix le plus bas des 30 derniers jours.|"
    "{price} au total, réglés avec le moyen de paiement de votre commande. Votre commande reste inchangée dans tous les cas.|"
    "{price}. Votre commande reste inchangée dans tous les cas.|"
    "Voir {item}|"
    "{price} de plus, à la place de {replaced} : {total} pour toute la commande.|"
    "Oui, j’accepte ces paiements récurrents.|"
    "Va bien avec|"
    "{price} ensemble, {separate} séparément.|"
    "Ajouter au panier|"
    "Votre droit de rétractation|"
    "Retours|"
    "Offre facultative après votre commande|"
    "Votre commande {order} est terminée.|"
    "Payer {price} maintenant|"
    "Non merci",
    "it|"
    "Aggiunta facoltativa|"
    "In aggiunta: {item}|"
    "Se seleziona la casella, a questo ordine si aggiungono {price}.|"
    "Prima: {prior}. Prezzo più basso degli ultimi 30 giorni.|"
    "{price} in totale, con il metodo di pagamento del Suo ordine. Il Suo ordine resta comunque invariato.|"
    "{price}. Il Suo ordine resta comunque invariato.|"
    "Dettagli: {item}|"
    "{price} in più, al posto di {replaced}: {total} per l’intero ordine.|"
    "Sì, accetto questi pagamenti ricorrenti.|"
    "Da abbinare|"
    "{price} insieme, {separate} separatamente.|"
    "Aggiungi al carrello|"
    "Il Suo diritto di recesso|"
    "Resi|"
    "Offerta facoltativa dopo il Suo ordine|"
    "Il Suo ordine {order} è completo.|"
    "Paga {price} ora|"
    "No, grazie",
    "ja|"
    "任意の追加商品|"
    "追加する：{item}|"
    "チェックを入れると、このご注文に{price}が加算されます。|"
    "以前の価格：{prior}（過去30日間の最低価格）|"
    "合計{price}。ご注文と同じお支払い方法で決済されます。いずれの場合も、ご注文内容は変わりません。|"
    "{price}。いずれの場合も、ご注文内容は変わりません。|"
    "{item}を見る|"
    "{price}の追加で、{replaced}と入れ替わります。ご注文全体の合計は{total}です。|"
    "はい、この定期的なお支払いに同意します。|"
    "この商品に合うもの|"
    "セットで{price}、個別では{separate}です。|"
    "カートに入れる|"
    "お申し込みの撤回について|"
    "返品について|"
    "ご注文後の任意のご案内|"
    "ご注文{order}は完了しています。|"
    "{price}を支払って注文する|"
    "いいえ、結構です",
    "nl|"
    "Optioneel erbij|"
    "Toevoegen: {item}|"
    "Als u het vakje aanvinkt, komt er {price} bij deze bestelling.|"
    "Voorheen: {prior}. Laagste prijs van de afgelopen 30 dagen.|"
    "In totaal {price}, met de betaalmethode van uw bestelling. Uw bestelling blijft hoe dan ook ongewijzigd.|"
    "{price}. Uw bestelling blijft hoe dan ook ongewijzigd.|"
    "{item} bekijken|"
    "{price} extra, in plaats van {replaced}: {total} voor de hele bestelling.|"
    "Ja, ik ga akkoord met deze terugkerende betalingen.|"
    "Past hierbij|"
    "Samen {price}, afzonderlijk {separate}.|"
    "In winkelwagen|"
    "Uw herroepingsrecht|"
    "Retourneren|"
    "Vrijblijvend aanbod na uw bestelling|"
    "Uw bestelling {order} is voltooid.|"
    "Nu {price} betalen|"
    "Nee, bedankt",
    "pl|"
    "Opcjonalny dodatek|"
    "Dodaj: {item}|"
    "Po zaznaczeniu pola do zamówienia zostanie doliczone {price}.|"
    "Poprzednio: {prior}. Najniższa cena z ostatnich 30 dni.|"
    "Łącznie {price}, płatne tą samą metodą co zamówienie. Zamówienie w każdym przypadku pozostaje bez zmian.|"
    "{price}. Zamówienie w każdym przypadku pozostaje bez zmian.|"
    "Zobacz: {item}|"
    "Dopłata {price}, zastępuje: {replaced}. Całe zamówienie: {total}.|"
    "Tak, zgadzam się na te płatności cykliczne.|"
    "Pasuje do tego produktu|"
    "Razem {price}, osobno {separate}.|"
    "Dodaj do koszyka|"
    "Prawo odstąpienia od umowy|"
    "Zwroty|"
    "Opcjonalna oferta po zamówieniu|"
    "Zamówienie {order} zostało złożone.|"
    "Zapłać teraz {price}|"
    "Nie, dziękuję",
    "pt|"
    "Extra opcional|"
    "Adicionar: {item}|"
    "Se marcar a caixa, são adicionados {price} a esta compra.|"
    "Antes: {prior}. Preço mais baixo dos últimos 30 dias.|"
    "{price} no total, com o meio de pagamento da sua compra. A sua compra fica igual em qualquer caso.|"
    "{price}. A sua compra fica igual em qualquer caso.|"
    "Ver {item}|"
    "Mais {price}, em vez de {replaced}: {total} por toda a compra.|"
    "Sim, aceito estes pagamentos recorrentes.|"
    "Combina com este produto|"
    "{price} em conjunto, {separate} em separado.|"
    "Adicionar ao carrinho|"
    "O seu direito de desistir da compra|"
    "Trocas e devoluções|"
    "Oferta opcional após a sua compra|"
    "A sua compra {order} está concluída.|"
    "Pagar {price} agora|"
    "Não, obrigado",
#endif
};

}  // namespace aftermint
