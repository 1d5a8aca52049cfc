/** @file `aftermint outcomes`: orders and refunds of files, written into a store once. */
#include "events/store.h"
#include "unit/cli_program.h"

namespace aftermint::testing {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kOrders =
    "Order ID,Product,Quantity,Price,Date,Customer\n"
    "A1,mug,2,10.00,2026-01-01 10:00,v1\n"
    "A1,lid,1,5.00,2026-01-01 10:00,v1\n"
    "A2,mug,1,10.00,2026-01-02 10:00,v2\n";

class Outcomes : public Program {
 protected:
  Ran outcomes(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "outcomes");
    arguments.insert(arguments.end(), {"--store", "s.sqlite"});
    return run(arguments);
  }
  /** The JSON of a run that must succeed. */
  json wrote(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--json", "--currency", "GBP"});
    const Ran ran = outcomes(arguments);
    EXPECT_EQ(ran.exit, 0) << ran.err << ran.out;
    return only(ran);
  }
  OrderMoney money(const std::string& order) {
    return openStore("sqlite:" + scratch_.path("s.sqlite"))->orderMoney(order);
  }
  void serverSays(const std::string& order, Minor amount) {
    Event event;
    event.source = "/server";
    event.id = "live-" + order;
    event.type = "order";
    event.key = order + "/-/-/order";
    event.time = event.received = 1;
    event.order = order;
    event.amount = amount;
    event.currency = "GBP";
    event.json = "{}";
    event.trusted = true;
    openStore("sqlite:" + scratch_.path("s.sqlite"))->append({event});
  }
};

TEST_F(Outcomes, WritesEachOrderOnceWithTheSumOfItsLines) {
  scratch_.write("orders.csv", kOrders);
  const json first = wrote({"orders.csv"});
  EXPECT_EQ(first["orders"]["new"], 2);
  EXPECT_EQ(first["orders"]["gross"], 3500);
  EXPECT_EQ(money("A1").amount, 2500);
  EXPECT_EQ(money("A1").currency, "GBP");

  const json again = wrote({"orders.csv"});
  EXPECT_EQ(again["orders"]["new"], 0);
  EXPECT_EQ(again["orders"]["known"], 2);
  EXPECT_EQ(money("A1").gross, 2500);
}

TEST_F(Outcomes, ADryRunOnlySaysWhatWouldBeWritten) {
  scratch_.write("orders.csv", kOrders);
  EXPECT_EQ(outcomes({"orders.csv", "--dry-run", "--currency", "GBP"}).exit, 2) << "there is no store to compare with";
  EXPECT_FALSE(std::filesystem::exists(scratch_.path("s.sqlite")));
  serverSays("A2", 1000);
  const json dry = wrote({"orders.csv", "--dry-run"});
  EXPECT_EQ(dry["orders"]["new"], 1);
  EXPECT_EQ(dry["orders"]["known"], 1);
  EXPECT_FALSE(money("A1").isPlaced);
}

TEST_F(Outcomes, TheTotalOfAnOrderComesBeforeTheSumOfItsLines) {
  scratch_.write("shopify.csv",
                 "Name,Email,Financial Status,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n"
                 "#1,a@x.example,paid,27.50,2026-01-01 10:00:00 +0000,1,Mug,30.00\n"
                 "#1,a@x.example,,,2026-01-01 10:00:00 +0000,1,Lid,5.00\n");
  EXPECT_EQ(wrote({"shopify.csv"})["orders"]["gross"], 2750) << "a discount is not in the lines";
}

TEST_F(Outcomes, KeepsWhatTheServerSaidAndNamesTheDifference) {
  serverSays("A1", 2400);
  scratch_.write("orders.csv", kOrders);
  const json said = wrote({"orders.csv"});
  EXPECT_EQ(said["orders"]["differ"], 1);
  EXPECT_THAT(said["examples"][0].get<std::string>(), HasSubstr("A1"));
  EXPECT_EQ(money("A1").amount, 2400);
}

TEST_F(Outcomes, AReturnIsARefundOfTheOrderItWasBoughtIn) {
  scratch_.write("orders.csv", std::string(kOrders) + "A1,mug,-1,10.00,2026-01-09 10:00,v1\n");
  const json said = wrote({"orders.csv"});
  EXPECT_EQ(said["refunds"]["new"], 1);
  EXPECT_EQ(money("A1").refunded, 1000);
  EXPECT_EQ(money("A1").amount, 2500) << "the order was paid whole";
  EXPECT_EQ(wrote({"orders.csv"})["refunds"]["known"], 1);
  EXPECT_EQ(money("A1").refunded, 1000);
}

TEST_F(Outcomes, AReturnWithoutAPurchaseIsNamedAndNotWritten) {
  scratch_.write("orders.csv", std::string(kOrders) + "R9,vase,-1,40.00,2026-01-09 10:00,v9\n");
  const json said = wrote({"orders.csv"});
  EXPECT_EQ(said["unmatchedReturns"]["returns"], 1);
  EXPECT_EQ(said["unmatchedReturns"]["amount"], 4000);
  EXPECT_EQ(said["orders"]["new"], 2) << "R9 is no order";
}

TEST_F(Outcomes, StatusesDecideWhatAnOrderIs) {
  serverSays("C2", 1000);
  scratch_.write("orders.csv",
                 "Order ID,Product,Quantity,Price,Date,Status\n"
                 "R1,mug,1,10.00,2026-01-01 10:00,refunded\n"
                 "C1,mug,1,10.00,2026-01-01 10:00,cancelled\n"
                 "C2,mug,1,10.00,2026-01-01 10:00,cancelled\n"
                 "F1,mug,1,10.00,2026-01-01 10:00,failed\n"
                 "P1,mug,1,10.00,2026-01-01 10:00,partially refunded\n");
  const json said = wrote({"orders.csv"});
  EXPECT_EQ(said["leftOut"]["called_off"], 2) << "C1 and F1";
  EXPECT_EQ(money("R1").amount, 1000);
  EXPECT_EQ(money("R1").refunded, 1000);
  EXPECT_EQ(money("C2").refunded, 1000) << "the server had said that it was paid";
  EXPECT_FALSE(money("C1").isPlaced);
  EXPECT_EQ(money("P1").refunded, 0) << "the file does not say how much";
}

TEST_F(Outcomes, RefundsHaveAFileOfTheirOwn) {
  scratch_.write("orders.csv", kOrders);
  scratch_.write("refunds.csv",
                 "Refund ID,Order,Amount,Refunded at,Reason\n"
                 "r1,A1,-4.00,2026-02-01T09:00:00Z,damaged\n"
                 "r2,A1,1.00,2026-03-01T09:00:00Z,Dispute lost\n"
                 "r3,A9,1.00,2026-03-01T09:00:00Z,\n"
                 "r4,A2,,2026-03-01T09:00:00Z,\n"
                 "r5,A2,much,2026-03-01T09:00:00Z,\n");
  const Ran ran = outcomes({"orders.csv", "--refunds", "refunds.csv", "--currency", "GBP", "--json"});
  ASSERT_EQ(ran.exit, 0) << ran.err;
  const json said = only(ran);
  EXPECT_EQ(said["refunds"]["new"], 2);
  EXPECT_EQ(said["leftOut"]["unknown_order"], 1);
  EXPECT_EQ(said["refundRows"]["empty"], 1);
  EXPECT_THAT(ran.err, HasSubstr("refunds.csv:6: the amount \"much\" is not a number"));
  EXPECT_EQ(money("A1").refunded, 500);
  EXPECT_EQ(wrote({"--refunds", "refunds.csv"})["refunds"]["known"], 2) << "orders of an earlier file are known";
}

TEST_F(Outcomes, WhatWasRefundedUntilNowIsNotAddedTwice) {
  scratch_.write("orders.csv", kOrders);
  wrote({"orders.csv"});
  const std::string head = "Name,Refunded Amount,Created at\n";
  scratch_.write("a.csv", head + "A1,4.00,2026-02-01 09:00:00\nA2,0.00,2026-02-01 09:00:00\n");
  EXPECT_EQ(wrote({"--refunds", "a.csv"})["refunds"]["amount"], 400);
  EXPECT_EQ(wrote({"--refunds", "a.csv"})["refunds"]["amount"], 0);
  scratch_.write("b.csv", head + "A1,6.50,2026-02-01 09:00:00\n");
  EXPECT_EQ(wrote({"--refunds", "b.csv"})["refunds"]["amount"], 250);
  EXPECT_EQ(money("A1").refunded, 650);
}

TEST_F(Outcomes, TwoEqualRefundsOfADayAreTwo) {
  scratch_.write("orders.csv", kOrders);
  scratch_.write("refunds.csv", "Order,Refund amount,Date\nA1,1.00,2026-02-13\nA1,1.00,2026-02-13\n");
  EXPECT_EQ(wrote({"orders.csv", "--refunds", "refunds.csv"})["refunds"]["new"], 2);
  EXPECT_EQ(wrote({"--refunds", "refunds.csv"})["refunds"]["known"], 2);
}

TEST_F(Outcomes, CustomersAreVisitorsOnlyIfOneSaysSo) {
  scratch_.write("orders.csv", kOrders);
  wrote({"orders.csv"});
  EXPECT_THAT(scratch_.read("s.sqlite"), ::testing::Not(HasSubstr("\"visitor\"")));
  EXPECT_EQ(outcomes({"--drop"}).exit, 0);
  EXPECT_FALSE(money("A1").isPlaced);
  wrote({"orders.csv", "--customer-is-visitor"});
  EXPECT_THAT(scratch_.read("s.sqlite") + scratch_.read("s.sqlite-wal"), HasSubstr("\"visitor\":\"v1\""));

  scratch_.write("mail.csv", "Order ID,Product,Price,Date,Email\nB1,mug,1.00,2026-01-13,a@x.example\n");
  const Ran refused = outcomes({"mail.csv", "--customer-is-visitor"});
  EXPECT_EQ(refused.exit, 2);
  EXPECT_THAT(refused.err, HasSubstr("e-mail addresses"));
  EXPECT_FALSE(money("B1").isPlaced);
}

TEST_F(Outcomes, RefusesAnotherCurrencyThanTheStores) {
  scratch_.write("orders.csv", kOrders);
  EXPECT_THAT(outcomes({"orders.csv"}).err, HasSubstr("--currency EUR")) << "an empty store has none";
  wrote({"orders.csv"});
  EXPECT_THAT(outcomes({"orders.csv", "--currency", "EUR"}).err, HasSubstr("the store counts in GBP"));
  EXPECT_EQ(outcomes({"orders.csv"}).exit, 0) << "the store's currency is taken";
}

TEST_F(Outcomes, RefusesCallsAndFilesThatCannotBeUsed) {
  EXPECT_EQ(outcomes({}).exit, 2);
  EXPECT_EQ(outcomes({"--drop", "orders.csv"}).exit, 2);
  EXPECT_EQ(outcomes({"missing.csv", "--currency", "GBP"}).exit, 2);
  scratch_.write("refunds.csv", "Order,Colour\nA1,red\n");
  const Ran refused = outcomes({"--refunds", "refunds.csv", "--currency", "GBP"});
  EXPECT_EQ(refused.exit, 2);
  EXPECT_THAT(refused.err, HasSubstr("--refund-columns order="));
}

}  // namespace
}  // namespace aftermint::testing
