// Runs `prompt`, `draft` and `patch` one after another, as people do.
#include "unit/cli_scratch.h"
#include "unit/draft_fixture.h"

namespace aftermint {
namespace {

using aftermint::testing::fileOf;
using aftermint::testing::goodAnswer;
using aftermint::testing::kGoodAnswer;
using aftermint::testing::kShop;
using aftermint::testing::offerOf;
using aftermint::testing::Ran;
using aftermint::testing::runProgram;
using aftermint::testing::Scratch;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class DraftProgram : public ::testing::Test {
 protected:
  DraftProgram() {
    scratch_.write("book.json", kShop);
    scratch_.write("answer.md", "Here it is:\n```json\n" + std::string(kGoodAnswer) + "\n```\n");
  }
  Ran run(const std::vector<std::string>& arguments, std::string_view input = {}) {
    return runProgram(scratch_, arguments, input);
  }
  static json only(const Ran& ran) {
    const json value = json::parse(ran.out, nullptr, false);
    EXPECT_FALSE(value.is_discarded()) << ran.out << ran.err;
    return value;
  }

  Scratch scratch_;
};

TEST_F(DraftProgram, PrintsHelp) {
  for (const char* command : {"prompt", "draft", "patch"}) {
    const Ran help = run({command, "--help"});
    EXPECT_EQ(help.exit, 0);
    EXPECT_THAT(help.out, HasSubstr("Exit codes: 0"));
  }
}

TEST_F(DraftProgram, GoesFromPromptToPatchedBook) {
  scratch_.write("demo.json", fileOf("demo/books/demo.json"));
  scratch_.write("answer.json", fileOf("demo/prompts/answer.json"));
  const Ran prompt = run({"prompt", "demo.json", "knife-set", "--placement", "checkout"});
  EXPECT_EQ(prompt.exit, 0);
  EXPECT_THAT(prompt.out, StartsWith("# One useful offer"));
  const Ran draft = run({"draft", "demo.json", "answer.json", "--out", "patch.json"});
  EXPECT_EQ(draft.exit, 0) << draft.err;
  EXPECT_THAT(draft.err, HasSubstr("patch.json: written"));
  const Ran patch = run({"patch", "demo.json", "patch.json", "--out", "demo.json"});
  EXPECT_EQ(patch.exit, 0) << patch.err << patch.out;
  const std::size_t before = json::parse(fileOf("demo/books/demo.json"))["offers"].size();
  EXPECT_THAT(patch.out, HasSubstr(std::to_string(before + 2) + " offers; 0 errors"));
  const json book = json::parse(scratch_.read("demo.json"));
  ASSERT_EQ(book["offers"].size(), before + 2);
  EXPECT_EQ(book["offers"][before]["id"], "knife-set:sharpener");
  EXPECT_EQ(book["offers"][before]["approved"], false);
  EXPECT_EQ(run({"draft", "demo.json", "answer.json"}).exit, 1) << "the book already has these offers";
}

TEST_F(DraftProgram, PrintsThePatchOnStandardOutputAndMessagesOnStandardError) {
  const Ran ran = run({"draft", "book.json", "answer.md"});
  EXPECT_EQ(ran.exit, 0);
  const json patch = only(ran);
  ASSERT_EQ(patch.size(), 2u);
  EXPECT_EQ(patch[0]["op"], "add");
  EXPECT_EQ(patch[0]["path"], "/offers/-");
  EXPECT_THAT(ran.err, HasSubstr("answer.md: the answer begins at line 3, column 1."));
  EXPECT_THAT(ran.err, HasSubstr("offer 0, cross_sell of 1 × Filter at £15.00: passed as kettle:filter"));
  EXPECT_THAT(ran.err, HasSubstr("another headline (en): \"Soft water for your {trigger}\""));
  EXPECT_EQ(run({"draft", "book.json", "-"}, kGoodAnswer).out, ran.out);
}

TEST_F(DraftProgram, TurnsOtherHeadlinesIntoAnExperiment) {
  json answer = goodAnswer();
  answer["offers"][0]["copy"]["de"] = {
      {"headlines", {"{trigger} ohne Kalk", "Klares Wasser: {trigger}", "Hurry: {trigger}"}},
      {"benefit", "Ein Filter hält den Kalk ein Jahr lang fern."}};
  answer["offers"][0]["copy"]["en"]["headlines"][2] = "Hurry, only 2 left for your {trigger}";
  const Ran ran = run({"draft", "book.json", "-"}, answer.dump());
  scratch_.write("patch.json", ran.out);
  EXPECT_THAT(ran.err, HasSubstr("these become a headline experiment, which no visitor sees"));
  ASSERT_EQ(run({"patch", "book.json", "patch.json", "--out", "new.json"}).exit, 0);
  const json book = json::parse(scratch_.read("new.json"));
  const json& test = book["experiments"][0];
  EXPECT_EQ(test["offer"], "kettle:filter");
  EXPECT_EQ(test["variable"], "headline");
  EXPECT_EQ(test["coverageBps"], 0);
  EXPECT_EQ(test["arms"][0]["id"], "control");
  EXPECT_EQ(test["arms"][1]["copy"]["en"]["headline"], "Soft water for your {trigger}");
  int sum = 0;
  for (const json& arm : test["arms"]) sum += arm["weightBps"].get<int>();
  EXPECT_EQ(sum, 10000);
  EXPECT_THAT(test.dump(), Not(HasSubstr("only 2 left"))) << "a headline with an error is dropped";
  // The experiment of the next answer is added after it, with another id.
  scratch_.write("book.json", book.dump());
  json other = goodAnswer();
  other["offers"][0] = offerOf("kettle-large");
  other["offers"][0]["type"] = "upsell";
  other["placement"] = "post_purchase";
  scratch_.write("patch.json", run({"draft", "book.json", "-"}, other.dump()).out);
  ASSERT_EQ(run({"patch", "book.json", "patch.json", "--out", "both.json"}).exit, 0);
  EXPECT_EQ(json::parse(scratch_.read("both.json"))["experiments"].size(), 2u);
}

TEST_F(DraftProgram, ReportsFaultsAndFindingsTogether) {
  json answer = goodAnswer();
  answer["offers"][0]["margin"] = 300;
  answer["offers"][0].erase("why");
  json& copy = answer["offers"][0]["copy"]["en"];
  copy["headlines"].erase(2);
  copy["headlines"][0] = "Hurry, only 2 left for your {trigger}";
  copy["benefit"] = "You will regret it if you do not. **Now**.";
  answer["offers"].push_back(offerOf("teapot"));
  answer["offers"][1]["price"] = {{"kind", "gift"}};
  scratch_.write("bad.json", answer.dump(1));
  const Ran ran = run({"draft", "book.json", "bad.json"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_EQ(ran.out, "");
  for (const char* wanted :
       {"answer_schema at /offers/0", "at /offers/0/copy/en/headlines: ", "at /offers/1/price/kind: ",
        "error no_false_urgency at /offers/0/copy/en/headlines/0: ", "error guilt at /offers/0/copy/en/benefit: ",
        "error markup at /offers/0/copy/en/benefit: ", "error unknown_product at /offers/1/items/0/product: "}) {
    EXPECT_THAT(ran.err, HasSubstr(wanted));
  }
  EXPECT_THAT(ran.err, Not(HasSubstr("headlines/2"))) << "findings on filled-in parts are not reported";
  const json whole = only(run({"draft", "book.json", "bad.json", "--json"}));
  EXPECT_EQ(whole["ok"], false);
  EXPECT_GE(whole["errors"].size(), 3u);
  EXPECT_GE(whole["findings"].size(), 4u);
  for (const json& finding : whole["findings"]) EXPECT_GT(finding["line"], 1) << finding;
  // Any broken answer is reported, and none crashes the program.
  for (
      const char* broken :
      {R"({"offers": 1})", R"({"offers": [1, {}]})", R"({"offers": [{"copy": {"en": 1}, "items": [], "price": 5}]})",
       R"({"product": "kettle", "placement": "checkout", "offers": [{"copy": {}, "items": [{"product": "kettle"}, 3]}]})",
       R"({"product": "kettle", "placement": "thank_you", "offers": [{"copy": {"x/y": {"headlines": [1]}}}]})",
       R"({"product": "kettle", "placement": "checkout", "offers": [{"items": [{"product": "mug", "quantity": 1e30}]}]})",
       R"({"product": 4, "placement": "popup", "offers": []})"}) {
    EXPECT_EQ(run({"draft", "book.json", "-", "--json"}, broken).exit, 2) << broken;
  }
}

TEST_F(DraftProgram, ReportsRefusedOffersWithTheirPlaces) {
  json answer = goodAnswer();
  answer["offers"].push_back(offerOf("gold"));
  scratch_.write("two.json", answer.dump(1));
  const Ran ran = run({"draft", "book.json", "two.json"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_EQ(only(ran).size(), 2u) << "one offer and its headline experiment";
  EXPECT_THAT(ran.err, ::testing::ContainsRegex("two.json:[0-9]+:[0-9]+ error price_band at /offers/1/price: "));
  EXPECT_THAT(ran.err, HasSubstr("1 × Golden lid at £90.00: refused."));

  const json whole = only(run({"draft", "book.json", "two.json", "--json"}));
  EXPECT_EQ(whole["ok"], true);
  EXPECT_EQ(whole["patch"].size(), 2u);
  EXPECT_EQ(whole["passed"][0]["id"], "kettle:filter");
  EXPECT_EQ(whole["passed"][0]["relation"], "complement");
  EXPECT_EQ(whole["passed"][0]["alternatives"]["en"].size(), 2u);
  EXPECT_EQ(whole["refused"][0]["offer"], 1);
  const json& finding = whole["refused"][0]["findings"].back();
  for (const char* key : {"code", "severity", "pointer", "message", "hint"})
    EXPECT_TRUE(finding[key].is_string()) << key;
  EXPECT_GT(finding["line"], 0);
}

TEST_F(DraftProgram, WritesNothingIfNoOfferPassed) {
  scratch_.write("one.json", [] {
    json answer = goodAnswer();
    answer["offers"][0] = offerOf("gold");
    return answer.dump();
  }());
  const Ran ran = run({"draft", "book.json", "one.json", "--out", "patch.json"});
  EXPECT_EQ(ran.exit, 1);
  EXPECT_FALSE(std::filesystem::exists(scratch_.path("patch.json")));
  EXPECT_THAT(ran.err, HasSubstr("patch.json: not written"));
}

TEST_F(DraftProgram, PrefersOptionsToTheAnswer) {
  json bare = goodAnswer();
  bare.erase("product");
  bare.erase("placement");
  scratch_.write("bare.json", bare.dump());
  EXPECT_THAT(run({"draft", "book.json", "bare.json"}).err,
              HasSubstr("bare.json:1:1 error answer_schema: The product bought is not given."));
  EXPECT_EQ(run({"draft", "book.json", "bare.json", "--product", "kettle"}).exit, 2);
  EXPECT_EQ(run({"draft", "book.json", "bare.json", "--product", "kettle", "--placement", "checkout"}).exit, 0);
  EXPECT_EQ(only(run({"draft", "book.json", "bare.json", "--product", "teapot", "--placement", "checkout",
                      "--json"}))["error"]["code"],
            "usage");
  const Ran other = run({"draft", "book.json", "answer.md", "--placement", "post_purchase"});
  EXPECT_THAT(other.err, HasSubstr("the answer is for checkout. It was checked for post_purchase"));
  bare["product"] = "teapot";
  scratch_.write("bare.json", bare.dump());
  const json refused = only(run({"draft", "book.json", "bare.json", "--json"}));
  EXPECT_EQ(refused["error"]["code"], "answer_schema");
  EXPECT_EQ(refused["error"]["pointer"], "/product");
}

TEST_F(DraftProgram, RefusesInvalidInput) {
  EXPECT_EQ(only(run({"draft", "book.json", "-", "--json"}, "No."))["error"]["code"], "answer_missing");
  EXPECT_EQ(only(run({"draft", "book.json", "-", "--json"}, std::string(1'100'000, '[')))["error"]["code"],
            "too_large");
  EXPECT_EQ(run({"draft", "-", "-"}).exit, 2);
  EXPECT_EQ(run({"draft", "book.json", "nowhere"}).exit, 2);
  EXPECT_EQ(run({"draft", "book.json", "answer.md", "--placement", "popup"}).exit, 2);
}

TEST_F(DraftProgram, PrintsNoControlCharactersOfAnAnswer) {
  json answer = goodAnswer();
  answer["offers"][0]["why"] = "\x1B[2J\u009B31m gone\u202E";
  answer["offers"][0]["copy"]["en"]["headlines"][1] = "Filter \x1B]0;x\x07 for {trigger}";
  const Ran ran = run({"draft", "book.json", "-"}, answer.dump());
  answer["\x1B[31mred"] = 1;
  for (const Ran& each : {ran, run({"draft", "book.json", "-"}, answer.dump())}) {
    EXPECT_THAT(each.err, Not(HasSubstr("\x1B")));
    EXPECT_THAT(each.err, Not(HasSubstr("\u009B")));
    EXPECT_THAT(each.err, Not(HasSubstr("\u202E")));
    EXPECT_THAT(each.err, Not(IsEmpty()));
  }
}

TEST_F(DraftProgram, SaysWhatTheBookLacks) {
  const Ran ran = run({"prompt", "book.json", "kettle", "--placement", "checkout", "--locale", "sv", "--json"});
  EXPECT_EQ(ran.exit, 0);
  const json whole = only(ran);
  EXPECT_EQ(whole["locales"], json({"sv"}));
  EXPECT_EQ(whole["missing"].size(), 6u) << whole["missing"];
  EXPECT_THAT(ran.err, HasSubstr("book.json: The book does not say how the shop speaks. Add `brand.voice`."));
  EXPECT_THAT(ran.err, HasSubstr("own language, en, is not asked for"));
  EXPECT_THAT(ran.err, HasSubstr("The rules for copy do not cover sv."));
  EXPECT_EQ(run({"prompt", "book.json", "teapot", "--placement", "checkout"}).exit, 2);
  EXPECT_EQ(run({"prompt", "book.json", "kettle"}).exit, 2);
  EXPECT_EQ(run({"prompt", "--placement", "email", "--locale", "en", "--locale", "de", "book.json", "kettle"}).exit, 0);
  EXPECT_EQ(run({"prompt", "book.json", "kettle", "--placement", "email", "--locale", "de_AT"}).exit, 2);
}

TEST_F(DraftProgram, UsesAnotherTemplate) {
  scratch_.write("own.md", "Hello\n{{prodct}}\n");
  const Ran ran = run({"prompt", "book.json", "kettle", "--placement", "checkout", "--template", "own.md"});
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.err, HasSubstr("own.md:2:1 error prompt_template: There is no placeholder {{prodct}}."));
  std::string own = fileOf("demo/prompts/Upsell.md");
  own.replace(0, own.find('\n'), "# Ours");
  scratch_.write("own.md", own);
  const Ran good = run({"prompt", "book.json", "kettle", "--placement", "checkout", "--template", "own.md"});
  EXPECT_EQ(good.exit, 0);
  EXPECT_THAT(good.out, StartsWith("# Ours\n"));
}

}  // namespace
}  // namespace aftermint
