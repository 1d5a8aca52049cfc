#include "orders/column_names.h"

#include <algorithm>
#include <array>

#include "text.h"

namespace aftermint::orders {
namespace {

constexpr std::array kOrder = std::to_array<std::string_view>({"order id",
                                                               "order number",
                                                               "order no",
                                                               "order nr",
                                                               "order",
                                                               "orderid",
                                                               "ordernumber",
                                                               "order name",
                                                               "order key",
                                                               "order reference",
                                                               "invoice no",
                                                               "invoice",
                                                               "invoice number",
                                                               "invoice id",
                                                               "transaction id",
                                                               "transaction number",
                                                               "transaction no",
                                                               "transaction",
                                                               "receipt number",
                                                               "receipt no",
                                                               "receipt id",
                                                               "receipt",
                                                               "increment id",
                                                               "id order",
                                                               "amazon order id",
                                                               "purchase id",
                                                               "sale id",
                                                               "sales order",
                                                               "basket id",
                                                               "bestellnummer",
                                                               "bestell nr",
                                                               "bestellung",
                                                               "bestellung nr",
                                                               "bestell id",
                                                               "auftragsnummer",
                                                               "auftrag",
                                                               "rechnungsnummer",
                                                               "belegnummer",
                                                               "numero de commande",
                                                               "n de commande",
                                                               "commande",
                                                               "id commande",
                                                               "numero de pedido",
                                                               "n de pedido",
                                                               "numero pedido",
                                                               "pedido",
                                                               "id pedido",
                                                               "pedido id",
                                                               "numero ordine",
                                                               "numero d ordine",
                                                               "ordine",
                                                               "id ordine",
                                                               "bestelnummer",
                                                               "bestelling",
                                                               "ordernummer",
                                                               "numer zamowienia",
                                                               "nr zamowienia",
                                                               "zamowienie",
                                                               "id zamowienia"});

constexpr std::array kProduct = std::to_array<std::string_view>({"sku",
                                                                 "product sku",
                                                                 "item sku",
                                                                 "line item sku",
                                                                 "lineitem sku",
                                                                 "line sku",
                                                                 "variant sku",
                                                                 "order items sku",
                                                                 "seller sku",
                                                                 "stock code",
                                                                 "stockcode",
                                                                 "product code",
                                                                 "product reference",
                                                                 "item code",
                                                                 "article number",
                                                                 "article no",
                                                                 "artikelnummer",
                                                                 "artikel nr",
                                                                 "art nr",
                                                                 "artnr",
                                                                 "reference produit",
                                                                 "codigo",
                                                                 "codigo del producto",
                                                                 "codice prodotto",
                                                                 "codice articolo",
                                                                 "kod produktu",
                                                                 "product id",
                                                                 "productid",
                                                                 "item product id",
                                                                 "item number",
                                                                 "variation id",
                                                                 "variant id",
                                                                 "asin",
                                                                 "gtin",
                                                                 "ean",
                                                                 "upc",
                                                                 "barcode",
                                                                 "product"});

constexpr std::array kTitle = std::to_array<std::string_view>({"item name",
                                                               "product name",
                                                               "line item name",
                                                               "lineitem name",
                                                               "order items product name",
                                                               "order items name",
                                                               "product title",
                                                               "item title",
                                                               "item description",
                                                               "product description",
                                                               "description",
                                                               "item",
                                                               "title",
                                                               "produktname",
                                                               "artikelname",
                                                               "artikelbezeichnung",
                                                               "bezeichnung",
                                                               "artikel",
                                                               "produkt",
                                                               "nom du produit",
                                                               "nom de l article",
                                                               "produit",
                                                               "article",
                                                               "nombre del producto",
                                                               "producto",
                                                               "articulo",
                                                               "nome del prodotto",
                                                               "nome prodotto",
                                                               "prodotto",
                                                               "articolo",
                                                               "productnaam",
                                                               "nazwa produktu",
                                                               "nazwa",
                                                               "nome do produto",
                                                               "produto",
                                                               "product"});

constexpr std::array kQuantity = std::to_array<std::string_view>({"quantity",
                                                                  "qty",
                                                                  "lineitem quantity",
                                                                  "line item quantity",
                                                                  "item quantity",
                                                                  "product quantity",
                                                                  "item qty",
                                                                  "product qty",
                                                                  "quantity refund",
                                                                  "qty refund",
                                                                  "order items quantity",
                                                                  "qty ordered",
                                                                  "quantity ordered",
                                                                  "quantity purchased",
                                                                  "quantity sold",
                                                                  "units sold",
                                                                  "units",
                                                                  "pieces",
                                                                  "menge",
                                                                  "anzahl",
                                                                  "stuckzahl",
                                                                  "stuck",
                                                                  "quantite",
                                                                  "qte",
                                                                  "cantidad",
                                                                  "quantita",
                                                                  "qta",
                                                                  "aantal",
                                                                  "ilosc",
                                                                  "quantidade",
                                                                  "qtd"});

constexpr std::array kTime = std::to_array<std::string_view>({"order date",
                                                              "invoice date",
                                                              "invoicedate",
                                                              "orderdate",
                                                              "created at",
                                                              "date created",
                                                              "order created at",
                                                              "order purchase timestamp",
                                                              "purchase date",
                                                              "purchased at",
                                                              "purchased on",
                                                              "ordered at",
                                                              "date ordered",
                                                              "transaction date",
                                                              "sale date",
                                                              "paid at",
                                                              "date paid",
                                                              "processed at",
                                                              "created on",
                                                              "created",
                                                              "date time",
                                                              "datetime",
                                                              "timestamp",
                                                              "date",
                                                              "order time",
                                                              "time",
                                                              "bestelldatum",
                                                              "datum",
                                                              "rechnungsdatum",
                                                              "date de commande",
                                                              "date de la commande",
                                                              "fecha del pedido",
                                                              "fecha de pedido",
                                                              "fecha",
                                                              "data ordine",
                                                              "data dell ordine",
                                                              "besteldatum",
                                                              "orderdatum",
                                                              "data zamowienia",
                                                              "data do pedido",
                                                              "data",
                                                              "shipping limit date"});

constexpr std::array kPrice = std::to_array<std::string_view>({"unit price",
                                                               "unitprice",
                                                               "price",
                                                               "lineitem price",
                                                               "line item price",
                                                               "item price",
                                                               "item cost",
                                                               "product unit price",
                                                               "unit price tax incl",
                                                               "price each",
                                                               "price per unit",
                                                               "product price",
                                                               "sale price",
                                                               "selling price",
                                                               "order items price",
                                                               "einzelpreis",
                                                               "stuckpreis",
                                                               "preis",
                                                               "prix unitaire",
                                                               "prix",
                                                               "precio unitario",
                                                               "precio",
                                                               "prezzo unitario",
                                                               "prezzo",
                                                               "stuksprijs",
                                                               "prijs",
                                                               "cena jednostkowa",
                                                               "cena",
                                                               "preco unitario",
                                                               "preco"});

constexpr std::array kCustomer = std::to_array<std::string_view>({"customer id",
                                                                  "customerid",
                                                                  "customer user id",
                                                                  "customer unique id",
                                                                  "customer number",
                                                                  "customer no",
                                                                  "user id",
                                                                  "customer email",
                                                                  "email",
                                                                  "e mail",
                                                                  "billing email",
                                                                  "email billing",
                                                                  "buyer email",
                                                                  "customer reference id",
                                                                  "client id",
                                                                  "customer",
                                                                  "customer name",
                                                                  "kundennummer",
                                                                  "kunde",
                                                                  "client",
                                                                  "cliente",
                                                                  "klant",
                                                                  "klient"});

constexpr std::array kCountry = std::to_array<std::string_view>(
    {"country", "billing country", "country code billing", "country billing", "country name billing", "country code",
     "shipping country", "country code shipping", "customer country", "land", "pays", "pais", "paese", "kraj"});

constexpr std::array kCancelled =
    std::to_array<std::string_view>({"cancelled at", "canceled at", "cancelled", "canceled", "cancelled date",
                                     "date cancelled", "is cancelled", "cancelled on"});

constexpr std::array kStatus =
    std::to_array<std::string_view>({"order status", "status", "order state", "order status name", "bestellstatus",
                                     "auftragsstatus", "statut", "statut de la commande", "estado", "estado del pedido",
                                     "stato", "stato ordine", "orderstatus", "status zamowienia", "status do pedido"});

constexpr std::array kPayment = std::to_array<std::string_view>(
    {"payment status", "financial status", "payment state", "paid status", "zahlungsstatus", "statut du paiement",
     "statut de paiement", "estado del pago", "estado de pago", "stato pagamento", "betaalstatus", "status platnosci",
     "status do pagamento"});

constexpr std::array kFulfilment =
    std::to_array<std::string_view>({"fulfillment status", "fulfilment status", "shipping status", "delivery status",
                                     "shipment status", "lieferstatus", "versandstatus"});

// Totals of a line only: "total" and "subtotal" are mostly totals of the order.
constexpr std::array kTotal = std::to_array<std::string_view>(
    {"line total", "gross sales", "item total", "row total", "line item total", "item subtotal", "line amount",
     "order items total", "product total", "positionssumme", "gesamtpreis", "net sales"});

constexpr std::array kClock =
    std::to_array<std::string_view>({"time", "order time", "uhrzeit", "heure", "hora", "ora"});

constexpr std::array kOption = std::to_array<std::string_view>(
    {"price point name", "variation", "variation name", "product variation", "item variation", "variant title",
     "lineitem variant", "option", "variant", "variant name", "variante"});

constexpr std::array kEvent = std::to_array<std::string_view>({"event type", "transaction type", "sale type"});

constexpr std::array kItems =
    std::to_array<std::string_view>({"product s", "products", "line items", "lineitems", "order items", "items ordered",
                                     "purchased items", "ordered products", "products ordered", "item s", "items"});

constexpr std::array kOrderTotal = std::to_array<std::string_view>(
    {"order total", "order total amount", "order amount", "order value", "grand total", "total paid", "amount paid",
     "order total price", "total price", "gesamtbetrag", "bestellsumme", "total de la commande", "total del pedido",
     "totale ordine", "ordertotaal", "total do pedido"});

constexpr std::array<std::span<const std::string_view>, kRoles> kNames = {
    kOrder,  kProduct, kTitle,      kQuantity, kTime,  kPrice,  kCustomer, kCountry, kCancelled,
    kStatus, kPayment, kFulfilment, kTotal,    kClock, kOption, kEvent,    kItems,   kOrderTotal};

}  // namespace

std::span<const std::string_view> columnNames(Role role) { return kNames[static_cast<std::size_t>(role)]; }

std::string headerKey(std::string_view name) {
  std::string apart;
  for (std::size_t i = 0; i < name.size(); ++i) {  // splits InvoiceNo and OrderID, but not SKU
    const auto isUpper = [&](std::size_t at) { return at < name.size() && name[at] >= 'A' && name[at] <= 'Z'; };
    const auto isLower = [&](std::size_t at) { return at < name.size() && name[at] >= 'a' && name[at] <= 'z'; };
    if (i > 0 && isUpper(i) && isLower(i - 1)) apart += ' ';
    if (name[i] == '#') {
      apart += " no ";
    } else {
      apart += name[i];
    }
  }
  std::string out;
  for (const char c : folded(apart)) {
    if (isWordByte(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return std::string(trimmed(out));
}

std::string headerText(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 30;
  std::string out;
  for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i) {
    std::string name = names[i];
    if (clip(name, 100)) name += "…";
    (out += out.empty() ? "\"" : ", \"") += name + "\"";
  }
  if (names.size() > kShown) out += " and " + std::to_string(names.size() - kShown) + " more";
  return out;
}

}  // namespace aftermint::orders
