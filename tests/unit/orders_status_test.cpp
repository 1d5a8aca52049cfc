#include "orders/order_status.h"

#include <gmock/gmock.h>

namespace aftermint::orders {
namespace {

TEST(StatusKind, KnowsOrdersThatAreNotSales) {
  for (const char* status : {"failed",         "wc-failed",
                             "Cancelled",      "canceled",
                             "wc-cancelled",   "CANCELED BY CUSTOMER",
                             "refunded",       "wc-refunded",
                             "returned",       "voided",
                             "expired",        "declined",
                             "Payment error",  "closed",
                             "trash",          "draft",
                             "checkout-draft", "auto_draft",
                             "chargeback",     "charged back",
                             "fraud",          "suspected_fraud",
                             "unpaid",         "not paid",
                             "abandoned",      "rejected",
                             "denied",         "paypal_reversed",
                             "restocked",      "annulé",
                             "Annulée",        "remboursée",
                             "échouée",        "impayé",
                             "storniert",      "erstattet",
                             "Rückerstattet",  "fehlgeschlagen",
                             "unbezahlt",      "Nicht bezahlt",
                             "abgelaufen",     "cancelado",
                             "cancelada",      "reembolsado",
                             "fallido",        "no pagado",
                             "annullato",      "rimborsato",
                             "non pagato",     "geannuleerd",
                             "terugbetaald",   "mislukt",
                             "anulowane",      "zwrócone",
                             "nieudane",       "devolvido",
                             "não pago",       "återbetald",
                             "отменен",        "キャンセル",
                             "已取消",         "Cancelled - payment failed"}) {
    EXPECT_EQ(statusKind(status), StatusKind::NoSale) << status;
  }
}

TEST(StatusKind, KnowsSalesThatAreOpenOrPartial) {
  for (const char* status : {"",
                             "completed",
                             "wc-completed",
                             "Complete",
                             "processing",
                             "pending",
                             "Pending payment",
                             "on-hold",
                             "wc-on-hold",
                             "paid",
                             "authorized",
                             "fulfilled",
                             "unfulfilled",
                             "shipped",
                             "delivered",
                             "partially_refunded",
                             "partially_paid",
                             "Partially Refunded",
                             "teilweise erstattet",
                             "partiellement remboursée",
                             "bezahlt",
                             "versandt",
                             "payée",
                             "en cours",
                             "pagado",
                             "enviado",
                             "completato",
                             "voltooid",
                             "zrealizowane",
                             "concluído",
                             "canceled_reversal",
                             "refund rejected",
                             "Return request denied"}) {
    EXPECT_EQ(statusKind(status), StatusKind::Sale) << status;
  }
}

TEST(StatusKind, ReportsUnknownStatuses) {
  for (const char* status : {"gift", "phase 2", "Fritz"}) {
    EXPECT_EQ(statusKind(status), StatusKind::Unknown) << status;
  }
}

TEST(StatusCounts, CountOrdersAndNotLinesAndMergeSpellings) {
  StatusCounts counts;
  EXPECT_EQ(counts.add("1", "wc-completed"), StatusKind::Sale);
  (void)counts.add("1", "wc-completed");
  (void)counts.add("2", "Completed");
  EXPECT_EQ(counts.add("3", "On_Hold"), StatusKind::Sale);
  EXPECT_EQ(counts.add("4", ""), StatusKind::Sale) << "exports leave it blank on later lines";
  ASSERT_EQ(counts.all().size(), 2u);
  EXPECT_EQ(counts.all().at("completed").orders.size(), 2u);
  EXPECT_EQ(counts.all().at("on hold").orders.size(), 1u);
}

}  // namespace
}  // namespace aftermint::orders
