/** @file A worksheet as plain text and as JSON. */
#include "aftermint/render.h"
#include "json.h"
#include "visible_text.h"
#include "worksheet/worksheet.h"

namespace aftermint::worksheet {

std::string toText(const Worksheet& sheet) {
  std::string out = visibleLine("Worksheet for " + sheet.offer + " in " + sheet.book) + "\n" +
                    visibleLine(sheet.shop + ", " + sheet.day) + "\n\n" + visibleLine(sheet.title) + "\n" +
                    visibleLine(sheet.summary) + "\n" + visibleLine(sheet.state) + "\n";
  for (const Stage& stage : sheet.stages) {
    out += "\n" + std::string(stage.name) + " — " + std::string(stage.question) + "\n";
    for (const std::string& line : stage.answers) out += "  " + visibleLine(line) + "\n";
    for (const std::string& line : stage.missing) out += "  missing: " + visibleLine(line) + "\n";
    for (const Remark& remark : stage.remarks) {
      out += "  " + std::string(markOf(remark.severity)) + " (" + std::string(remark.code) +
             "): " + visibleLine(remark.message + " " + remark.hint) + "\n";
    }
  }
  return out;
}

std::string toJson(const Worksheet& sheet) {
  Json stages = Json::array();
  for (const Stage& stage : sheet.stages) {
    Json wrong = Json::array();
    for (const Remark& remark : stage.remarks) {
      wrong.push_back(std::string(toString(remark.severity)) + " " + std::string(remark.code) + ": " + remark.message +
                      " " + remark.hint);
    }
    stages.push_back({{"name", stage.name},
                      {"question", stage.question},
                      {"answers", stage.answers},
                      {"missing", stage.missing},
                      {"wrong", std::move(wrong)}});
  }
  return compact({{"ok", true},
                  {"offer", sheet.offer},
                  {"book", sheet.book},
                  {"shop", sheet.shop},
                  {"day", sheet.day},
                  {"title", sheet.title},
                  {"summary", sheet.summary},
                  {"state", sheet.state},
                  {"stages", std::move(stages)}});
}

}  // namespace aftermint::worksheet
