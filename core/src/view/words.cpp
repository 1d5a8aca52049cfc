#include "view/words.h"

#include <array>

namespace aftermint {
namespace {

constexpr std::array kWords{
    ViewWords{"en", "Optional extra", "Add: {item}", "Adds {price} to this order if you tick the box.", "Before:",
              "Lowest price of the last 30 days.", "Optional offer after your order", "Your order is complete.",
              "Your order {order} is complete.",
              "{price} in total, paid with the payment method of your order. Your order stays as it is either way.",
              "Pay {price} now", "{price}. Your order stays as it is either way.", "See {item}", "No thank you"},
    ViewWords{"de", "Auf Wunsch dazu", "Dazu: {item}", "Mit Häkchen kommen {price} zu dieser Bestellung hinzu.",
              "Vorher:", "Niedrigster Preis der letzten 30 Tage.", "Angebot nach Ihrer Bestellung",
              "Ihre Bestellung ist abgeschlossen.", "Ihre Bestellung {order} ist abgeschlossen.",
              "Insgesamt {price}, bezahlt mit der Zahlungsart Ihrer Bestellung. Ihre Bestellung bleibt in jedem Fall "
              "unverändert.",
              "Jetzt {price} zahlen", "{price}. Ihre Bestellung bleibt in jedem Fall unverändert.", "{item} ansehen",
              "Nein danke"},
    ViewWords{"fr", "En option", "Ajouter : {item}", "Ajoute {price} à cette commande si vous cochez la case.",
              "Avant :", "Prix le plus bas des 30 derniers jours.", "Offre facultative après votre commande",
              "Votre commande est terminée.", "Votre commande {order} est terminée.",
              "{price} au total, réglés avec le moyen de paiement de votre commande. Votre commande reste inchangée "
              "dans tous les cas.",
              "Payer {price} maintenant", "{price}. Votre commande reste inchangée dans tous les cas.", "Voir {item}",
              "Non merci"},
};

constexpr std::array<std::string_view, 8> kRightToLeft{"ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb"};

std::string_view languageOf(std::string_view locale) { return locale.substr(0, locale.find('-')); }

}  // namespace

const ViewWords& wordsFor(std::string_view locale) {
  const std::string_view language = languageOf(locale);
  for (const ViewWords& words : kWords) {
    if (words.language == language) return words;
  }
  return kWords[0];
}

bool rightToLeft(std::string_view locale) {
  const std::string_view language = languageOf(locale);
  for (const std::string_view each : kRightToLeft) {
    if (each == language) return true;
  }
  return false;
}

}  // namespace aftermint
