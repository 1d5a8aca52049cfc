#include "aftermint/view.h"
#include "json.h"
#include "worksheet/worksheet.h"

namespace aftermint::worksheet {
namespace {

Node element(std::string_view tag, std::string_view text = {}) {
  Node node;
  node.tag = tag;
  if (text.empty()) return node;
  Node& words = node.children.emplace_back();
  words.kind = Node::Kind::Literal;
  words.text = text;
  return node;
}

/** A list of lines under a class, which tells what is missing and what does not hold apart in print. */
void addList(Node& cell, std::string_view kind, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  Node list = element("ul");
  list.attributes.push_back({"class", std::string(kind)});
  for (const std::string& line : lines) list.children.push_back(element("li", line));
  cell.children.push_back(std::move(list));
}

constexpr std::string_view kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 "
    "1rem;color:#1d1d1b;background:#fff}"
    "h1{font-size:1.5rem;margin:0 0 1.5rem}section{border-top:1px solid #ccc;padding:.75rem 0;break-inside:avoid}"
    "h2{font-size:1.05rem;margin:0}p{margin:0 0 .5rem;color:#555}ul{margin:.25rem 0;padding-left:1.25rem}"
    ".missing li::marker{content:\"○ \"}.wrong li::marker{content:\"× \"}.missing{color:#555}.wrong{font-weight:600}"
    "@media print{body{margin:0;max-width:none;font-size:11pt}}";

}  // namespace

std::string toText(const Worksheet& sheet) {
  std::string out = "Worksheet of " + sheet.offer + " in " + sheet.book + "\n";
  for (const Stage& stage : sheet.stages) {
    out += "\n" + std::string(stage.name) + " — " + std::string(stage.question) + "\n";
    for (const std::string& line : stage.answers) out += "  " + line + "\n";
    for (const std::string& line : stage.missing) out += "  missing: " + line + "\n";
    for (const std::string& line : stage.wrong) out += "  does not hold: " + line + "\n";
  }
  return out;
}

std::string toHtml(const Worksheet& sheet) {
  Node body = element("body");
  body.children.push_back(element("h1", "Worksheet of " + sheet.offer + " in " + sheet.book));
  for (const Stage& stage : sheet.stages) {
    Node section = element("section");
    section.children.push_back(element("h2", stage.name));
    section.children.push_back(element("p", stage.question));
    addList(section, "answers", stage.answers);
    addList(section, "missing", stage.missing);
    addList(section, "wrong", stage.wrong);
    body.children.push_back(std::move(section));
  }
  const MoneyFormat noMoney = [](Minor, std::string_view, std::string_view) { return std::string(); };  // none in it
  return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
         "content=\"width=device-width,initial-scale=1\"><title>Worksheet</title><style>" +
         std::string(kStyle) + "</style></head>" + aftermint::toHtml(body, noMoney, "en") + "</html>\n";
}

std::string toJson(const Worksheet& sheet) {
  Json stages = Json::array();
  for (const Stage& stage : sheet.stages) {
    stages.push_back({{"name", stage.name},
                      {"question", stage.question},
                      {"answers", stage.answers},
                      {"missing", stage.missing},
                      {"wrong", stage.wrong}});
  }
  const Json out = {{"ok", true}, {"offer", sheet.offer}, {"book", sheet.book}, {"stages", std::move(stages)}};
  return compact(out);
}

}  // namespace aftermint::worksheet
