// A one-click accept places the order, so its label must say that the order has to be paid, and how much (2011/83/EU
// art. 8(2), C-249/21).
#include "unit/copy_cases.h"

namespace aftermint {
namespace {

using testing::codesOf;
using testing::has;
using testing::listed;

TEST(PayLabel, IsTheWordingOfTheLawOrAVerbOfPayingWithTheAmount) {
  const std::pair<const char*, std::vector<const char*>> good[] = {
      {"en",
       {"Pay £12.00 now", "Pay {price} now", "Pay now: €12", "Order with obligation to pay", "Yes, pay 12.00 GBP"}},
      {"de",
       {"Jetzt 12,00 € zahlen", "Jetzt {price} bezahlen", "Zahlungspflichtig bestellen", "Kostenpflichtig bestellen",
        "Für 12 € kaufen"}},
      {"fr",
       {"Payer 12,00 € maintenant", "Payer {price}", "Commande avec obligation de paiement",
        "Commander avec obligation de paiement"}},
      {"es", {"Pagar 12,00 € ahora", "Pagar {price}", "Pedido con obligación de pago"}},
      {"it", {"Paga 12,00 € ora", "Paga {price}", "Ordine con obbligo di pagare", "Ordina con obbligo di pagare"}},
      {"nl", {"Nu € 12,00 betalen", "Betaal {price}", "Bestelling met betalingsverplichting"}},
      {"pl",
       {"Zapłać teraz 12,00 zł", "Zapłać {price}", "Zamówienie z obowiązkiem zapłaty",
        "Zamawiam z obowiązkiem zapłaty"}},
      {"pt", {"Pagar 12,00 € agora", "Pagar {price}", "Encomenda com obrigação de pagar"}},
  };
  for (const auto& [locale, texts] : good) {
    for (const char* text : texts) {
      const auto codes = codesOf(CopyField::Accept, locale, text, Path::OneClick);
      EXPECT_TRUE(codes.empty()) << locale << ": “" << text << "” has " << listed(codes);
    }
  }
}

TEST(PayLabel, NeedsBothVerbAndAmount) {
  const std::pair<const char*, std::vector<const char*>> bad[] = {
      {"en",
       {"Yes, add it!", "Confirm", "Complete booking", "Order now", "Add to my order", "Pay now", "£12.00", "Buy it",
        "Don't pay £12 now", "Pay later, £12", "Nothing to pay", "Add it for £12", ""}},
      {"de",
       {"Ja, hinzufügen", "Bestätigen", "Bestellen", "Jetzt bestellen", "Buchung abschließen", "Jetzt zahlen",
        "Nicht zahlen: 12 €", "Pay £12.00 now"}},
      {"fr", {"Oui, l'ajouter", "Confirmer", "Commander", "Valider la commande", "Payer"}},
      {"es", {"Sí, añadir", "Confirmar", "Pedir ahora", "Pagar"}},
      {"it", {"Sì, aggiungi", "Conferma", "Ordina ora", "Paga"}},
      {"nl", {"Ja, toevoegen", "Bevestigen", "Bestellen", "Betalen"}},
      {"pl", {"Tak, dodaj", "Potwierdź", "Zamawiam", "Zapłać"}},
      {"pt", {"Sim, adicionar", "Confirmar", "Encomendar", "Pagar"}},
  };
  for (const auto& [locale, texts] : bad) {
    for (const char* text : texts) {
      EXPECT_TRUE(has(codesOf(CopyField::Accept, locale, text, Path::OneClick), FindingCode::PayLabel))
          << locale << ": " << text;
    }
  }
}

TEST(PayLabel, IsRequiredForOneClickOnly) {
  EXPECT_TRUE(codesOf(CopyField::Accept, "en", "Yes, add it!").empty());
  EXPECT_TRUE(codesOf(CopyField::Accept, "en", "See the strop", Path::Link).empty());
  EXPECT_FALSE(has(codesOf(CopyField::Headline, "en", "Yes, add it!", Path::OneClick), FindingCode::PayLabel));
}

TEST(PayLabel, MayNotContainPressure) {
  EXPECT_EQ(codesOf(CopyField::Accept, "en", "Pay £12.00 now, only 2 left", Path::OneClick),
            std::vector{FindingCode::NoFalseUrgency});
}

TEST(PayLabel, InAnUnknownLanguageIsRefused) {
  const std::vector<CopyFinding> findings = judgeCopy({CopyField::Accept, "sv", "Betala 12 kr nu", Path::OneClick});
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].code, FindingCode::UnknownLanguage);
  EXPECT_EQ(findings[0].severity, Severity::Error);
}

}  // namespace
}  // namespace aftermint
