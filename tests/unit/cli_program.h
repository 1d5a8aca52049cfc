/** @file A fixture that runs the built program in a folder with a small book and a moment. */
#pragma once

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "unit/cli_scratch.h"

namespace aftermint::testing {

using nlohmann::json;

inline constexpr std::string_view kBook = R"({
  "version": 1, "id": "b", "merchant": "m", "currency": "GBP", "locale": "en",
  "products": [
    {"id": "kettle", "title": "Kettle", "price": 10000, "complements": ["filter"]},
    {"id": "filter", "title": "Filter", "price": 1500},
    {"id": "gold", "title": "Golden lid", "price": 9000}
  ],
  "offers": [
    {"id": "filter-bump", "type": "cross_sell", "items": [{"product": "filter"}], "price": {"kind": "list"},
     "placements": ["checkout", "thank_you", "email"], "link": "/products/filter",
     "copy": {"en": {"headline": "Keep your {trigger} clean", "benefit": "One filter lasts a year.", "accept": "Add it"}}},
    {"id": "gold-bump", "type": "cross_sell", "for": {"products": ["kettle"]}, "items": [{"product": "gold"}],
     "price": {"kind": "list"}, "placements": ["checkout"],
     "copy": {"en": {"headline": "A lid for your {trigger}", "benefit": "It shines.", "accept": "Add it"}}}
  ]
})";

inline constexpr std::string_view kMoment = R"({"placement": "checkout", "time": "2026-11-23T10:00:00Z",
  "order": {"id": "1", "status": "open", "currency": "GBP",
            "lines": [{"product": "kettle", "quantity": 1, "price": 10000}]}})";

class Program : public ::testing::Test {
 protected:
  Program() {
    scratch_.write("book.json", kBook);
    scratch_.write("moment.json", kMoment);
  }

  Ran run(const std::vector<std::string>& arguments, std::string_view input = {}) {
    return runProgram(scratch_, arguments, input);
  }

  /** The JSON value that a run printed. Fails the test if the output is not exactly one. */
  static json only(const Ran& ran) {
    const json value = json::parse(ran.out, nullptr, false);
    EXPECT_FALSE(value.is_discarded()) << ran.out << ran.err;
    return value;
  }

  std::string accept(int amount) {
    json whole = {{"moment", json::parse(kMoment)},
                  {"offer", "filter-bump"},
                  {"price", {{"amount", amount}, {"currency", "GBP"}}}};
    return scratch_.write("accept.json", whole.dump());
  }

  Scratch scratch_;
};

}  // namespace aftermint::testing
