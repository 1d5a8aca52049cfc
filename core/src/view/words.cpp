#include "view/words.h"

#include <array>

#include "memory/scratch.h"

namespace aftermint {
namespace {

// One text a language, in the order of ViewWords: a table of views weighs more on the page than taking it apart.
constexpr std::array<std::string_view, 3> kWords{
    "en|"
    "Optional extra|"
    "Add: {item}|"
    "Adds {price} to this order if you tick the box.|"
    "Before:|"
    "Lowest price of the last 30 days.|"
    "Optional offer after your order|"
    "Your order is complete.|"
    "Your order {order} is complete.|"
    "{price} in total, paid with the payment method of your order. Your order stays as it is either way.|"
    "Pay {price} now|"
    "{price}. Your order stays as it is either way.|"
    "See {item}|"
    "No thank you|"
    "{price} more, in place of {replaced}: {total} for the whole order.|"
    "Yes, I agree to these recurring payments.|"
    "Goes with it|"
    "{price} together, {separate} one by one.|"
    "Add to basket|"
    "Your right to cancel",
    "de|"
    "Auf Wunsch dazu|"
    "Dazu: {item}|"
    "Mit Häkchen kommen {price} zu dieser Bestellung hinzu.|"
    "Vorher:|"
    "Niedrigster Preis der letzten 30 Tage.|"
    "Angebot nach Ihrer Bestellung|"
    "Ihre Bestellung ist abgeschlossen.|"
    "Ihre Bestellung {order} ist abgeschlossen.|"
    "Insgesamt {price}, bezahlt mit der Zahlungsart Ihrer Bestellung. Ihre Bestellung bleibt in jedem Fall "
    "unverändert.|"
    "Jetzt {price} zahlen|"
    "{price}. Ihre Bestellung bleibt in jedem Fall unverändert.|"
    "{item} ansehen|"
    "Nein danke|"
    "{price} mehr, statt {replaced}: {total} für die ganze Bestellung.|"
    "Ja, ich stimme diesen wiederkehrenden Zahlungen zu.|"
    "Passt dazu|"
    "Zusammen {price}, einzeln {separate}.|"
    "In den Warenkorb|"
    "Ihr Widerrufsrecht",
    "fr|"
    "En option|"
    "Ajouter : {item}|"
    "Ajoute {price} à cette commande si vous cochez la case.|"
    "Avant :|"
    "Prix le plus bas des 30 derniers jours.|"
    "Offre facultative après votre commande|"
    "Votre commande est terminée.|"
    "Votre commande {order} est terminée.|"
    "{price} au total, réglés avec le moyen de paiement de votre commande. Votre commande reste inchangée dans tous "
    "les cas.|"
    "Payer {price} maintenant|"
    "{price}. Votre commande reste inchangée dans tous les cas.|"
    "Voir {item}|"
    "Non merci|"
    "{price} de plus, à la place de {replaced} : {total} pour toute la commande.|"
    "Oui, j’accepte ces paiements récurrents.|"
    "Va bien avec|"
    "{price} ensemble, {separate} séparément.|"
    "Ajouter au panier|"
    "Votre droit de rétractation",
};

constexpr std::array<std::string_view, 8> kRightToLeft{"ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb"};

std::string_view languageOf(std::string_view locale) { return locale.substr(0, indexOf(locale, '-')); }

}  // namespace

ViewWords wordsFor(std::string_view locale) {
  const std::string_view language = languageOf(locale);
  std::string_view text = kWords[0];
  for (const std::string_view each : kWords) {
    if (each.substr(0, indexOf(each, '|')) == language) text = each;
  }
  ViewWords words;
  for (std::string_view* const word :
       {&words.language, &words.optional,   &words.add,         &words.bumpPrice,        &words.was,
        &words.lowest,   &words.afterwards, &words.acknowledge, &words.acknowledgeOrder, &words.clickPrice,
        &words.pay,      &words.linkPrice,  &words.see,         &words.decline,          &words.upgradePrice,
        &words.agree,    &words.together,   &words.bundlePrice, &words.basket,           &words.withdrawal}) {
    const std::size_t end = indexOf(text, '|');
    *word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return words;
}

bool rightToLeft(std::string_view locale) {
  const std::string_view language = languageOf(locale);
  for (const std::string_view each : kRightToLeft) {
    if (each == language) return true;
  }
  return false;
}

}  // namespace aftermint
