/** @file A worksheet as an HTML page for a meeting, on paper or on a screen. */
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "aftermint/render.h"
#include "aftermint/view.h"
#include "ids.h"
#include "visible_text.h"
#include "worksheet/worksheet.h"

namespace aftermint::worksheet {
namespace {

// One column for names, one for text. The marks differ in shape as well as in colour, for printing in black and white.
constexpr std::string_view kStyle = R"CSS(
:root{color-scheme:light dark;--paper:#fff;--ink:#1c1b19;--soft:#625e57;--line:#dcd8d0;--wash:#f6f4ef;--must:#a3261b;--think:#8a5a00;--know:#2f5f8a}
@media (prefers-color-scheme:dark){:root{--paper:#191816;--ink:#ece8e0;--soft:#aaa397;--line:#3a3732;--wash:#22201d;--must:#ff9d8f;--think:#e8b765;--know:#94c1ea}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:2.5rem 1.5rem 3rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
header{display:flex;gap:2rem;align-items:flex-start;justify-content:space-between}
header>div{min-width:0;flex:1}
h1,h2,h3,p,ul{margin:0;padding:0}
ul{list-style:none}
h1{font:600 2rem/1.15 Charter,"Bitstream Charter","Iowan Old Style",Georgia,serif;letter-spacing:-.01em;text-wrap:balance}
.where{color:var(--soft);font-size:.875rem;margin-bottom:.75rem}
.summary{font-size:1.125rem;margin-top:.5rem}
.state{color:var(--soft);margin-top:.25rem}
.picture,.tile{flex:none;width:8.5rem;height:8.5rem;border-radius:.375rem;background:var(--wash)}
.picture{object-fit:contain}
.tile{display:grid;place-items:center;font:3.5rem/1 Charter,"Bitstream Charter","Iowan Old Style",Georgia,serif;color:var(--soft)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin:1.75rem 0 0;padding:.625rem 0;border-block:1px solid var(--line);font-size:.875rem}
.legend li{margin:0}
.legend b{font-variant-numeric:tabular-nums}
section{display:grid;grid-template-columns:13rem 1fr;gap:.25rem 2rem;padding:1.125rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
h2{font:600 1.0625rem/1.35 Charter,"Bitstream Charter","Iowan Old Style",Georgia,serif}
.question{color:var(--soft);font-size:.875rem;line-height:1.4;margin-top:.125rem}
li+li,ul+ul{margin-top:.3125rem}
.mark{display:inline-block;width:1.25rem}
.must>.mark,.must>strong{color:var(--must)}
.think>.mark,.think>strong{color:var(--think)}
.know>.mark,.know>strong,.missing>.mark{color:var(--know)}
.missing>.mark,.missing>strong{color:var(--soft)}
section li:has(>.mark){padding-left:1.25rem}
section li>.mark{margin-left:-1.25rem}
strong{font-weight:600}
code{font:.9em ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
footer{margin-top:1rem;color:var(--soft);font-size:.8125rem}
.hint{color:var(--soft)}
.boxes{display:grid;grid-template-columns:1.4fr 1fr 1fr;gap:1rem;margin-top:1.75rem;break-inside:avoid}
.box{border:1px solid var(--soft);border-radius:.375rem;padding:.75rem 1rem 1rem;min-height:9.5rem}
h3{font-size:.875rem;font-weight:600}
.box p{color:var(--soft);font-size:.8125rem;line-height:1.4}
.box li{margin-top:.5rem}
.box li::before{content:"";display:inline-block;width:.8125rem;height:.8125rem;margin-right:.5625rem;border:1px solid var(--ink);border-radius:2px;vertical-align:-1px}
@media (max-width:40rem){body{padding:1.5rem 1.125rem 2rem}header{gap:1rem}h1{font-size:1.5rem}.picture,.tile{width:5.5rem;height:5.5rem}section,.boxes{grid-template-columns:1fr}.question{margin-bottom:.375rem}.box{min-height:6rem}}
@page{size:A4;margin:14mm 16mm}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#4d4a45;--line:#c9c5bc;--wash:#f4f2ed;--must:#8f1f15;--think:#6e4700;--know:#234e74}html{font-size:9.5pt}body{max-width:none;padding:0;line-height:1.4}section{padding:.6rem 0;grid-template-columns:11rem 1fr}.picture,.tile{print-color-adjust:exact}}
)CSS";

View literal(std::string_view text) {
  View node;
  node.kind = View::Kind::Literal;
  node.text = visibleText(text);
  return node;
}

View element(std::string_view tag, std::string_view text = {}, std::string_view kind = {}) {
  View node;
  node.tag = tag;
  if (!kind.empty()) node.attributes.push_back({"class", std::string(kind)});
  if (text.empty()) return node;
  node.children.push_back(literal(text));
  return node;
}

/** An element with a text of others, whose direction is its own. */
View foreign(std::string_view tag, std::string_view text, std::string_view kind = {}) {
  View node = element(tag, {}, kind);
  node.children.push_back(element("bdi", text));
  return node;
}

/** Appends a message. What is between “ and ” is a text of others. */
void addQuoting(View& into, std::string_view text) {
  constexpr std::string_view kOpen = "“", kClose = "”";
  for (;;) {
    const std::size_t begin = text.find(kOpen);
    const std::size_t end = begin == text.npos ? begin : text.find(kClose, begin);
    if (end == text.npos) break;
    const std::size_t inner = begin + kOpen.size();
    into.children.push_back(literal(text.substr(0, inner)));
    into.children.push_back(element("bdi", text.substr(inner, end - inner)));
    text.remove_prefix(end);
  }
  if (!text.empty()) into.children.push_back(literal(text));
}

/** Appends a text to a node. Parts between backticks become code. */
void addText(View& into, std::string_view text) {
  for (bool isCode = false; !text.empty(); isCode = !isCode) {
    const std::size_t end = text.find('`');
    const std::string_view part = text.substr(0, end);
    if (isCode && !part.empty()) {
      into.children.push_back(element("code", part));
    } else {
      addQuoting(into, part);
    }
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

/** The class, sign and name of a mark. */
struct Mark {
  std::string_view kind, sign, name;
};
constexpr Mark kMust{"must", "■", "Must fix"};
constexpr Mark kThink{"think", "▲", "Think about it"};
constexpr Mark kKnow{"know", "●", "Good to know"};
constexpr Mark kMissing{"missing", "○", "Missing"};

const Mark& markFor(Severity severity) {
  return severity == Severity::Error ? kMust : severity == Severity::Warning ? kThink : kKnow;
}

View marked(const Mark& mark) {
  View line = element("li", {}, mark.kind);
  View& sign = line.children.emplace_back(element("span", mark.sign, "mark"));
  sign.attributes.push_back({"aria-hidden", "true"});
  line.children.push_back(element("strong", mark.name));
  return line;
}

View headOf(const Worksheet& sheet) {
  View header = element("header");
  View& words = header.children.emplace_back(element("div"));
  View& where = words.children.emplace_back(foreign("p", sheet.shop, "where"));
  where.children.push_back(literal(" · " + sheet.day));
  words.children.push_back(foreign("h1", sheet.title));
  words.children.push_back(element("p", sheet.summary, "summary"));
  words.children.push_back(element("p", sheet.state, "state"));
  if (sheet.picture.source.empty()) {
    View& tile = header.children.emplace_back(element("div", sheet.picture.initial, "tile"));
    tile.attributes.push_back({"aria-hidden", "true"});
  } else {
    View& picture = header.children.emplace_back(element("img", {}, "picture"));
    picture.attributes.push_back({"src", sheet.picture.source});
    picture.attributes.push_back({"alt", visibleText(sheet.picture.alt)});
  }
  return header;
}

/** The marks, and how often each is on the page. */
View legendOf(const Worksheet& sheet) {
  const auto count = [&](Severity severity) {
    std::size_t out = 0;
    for (const Stage& stage : sheet.stages) {
      for (const Remark& remark : stage.remarks) out += remark.severity == severity ? 1 : 0;
    }
    return out;
  };
  std::size_t missing = 0;
  for (const Stage& stage : sheet.stages) missing += stage.missing.size();
  const std::array<std::pair<const Mark*, std::size_t>, 4> marks = {{{&kMust, count(Severity::Error)},
                                                                     {&kThink, count(Severity::Warning)},
                                                                     {&kKnow, count(Severity::Info)},
                                                                     {&kMissing, missing}}};
  View legend = element("ul", {}, "legend");
  legend.attributes.push_back({"aria-label", "Marks on this page"});
  for (const auto& [mark, found] : marks) {
    View& line = legend.children.emplace_back(marked(*mark));
    line.children.push_back(literal(" "));
    line.children.push_back(element("b", std::to_string(found)));
  }
  return legend;
}

View stageOf(const Stage& stage, std::size_t number) {
  View section = element("section");
  View& left = section.children.emplace_back(element("div"));
  left.children.push_back(element("h2", std::to_string(number) + ". " + std::string(stage.name)));
  left.children.push_back(element("p", stage.question, "question"));
  View& right = section.children.emplace_back(element("div"));
  View answers = element("ul");
  for (const std::string& line : stage.answers) addQuoting(answers.children.emplace_back(element("li")), line);
  View open = element("ul");
  for (const Remark& remark : stage.remarks) {
    View& line = open.children.emplace_back(marked(markFor(remark.severity)));
    addText(line, ": " + remark.message + " ");
    addText(line.children.emplace_back(element("span", {}, "hint")), remark.hint);
  }
  for (const std::string& text : stage.missing) {
    View& line = open.children.emplace_back(marked(kMissing));
    addText(line, ": " + text);
  }
  for (View* list : {&answers, &open}) {
    if (!list->children.empty()) right.children.push_back(std::move(*list));
  }
  return section;
}

View boxOf(std::string_view name, std::string_view hint, std::initializer_list<std::string_view> choices = {}) {
  View box = element("div", {}, "box");
  box.children.push_back(element("h3", name));
  box.children.push_back(element("p", hint));
  if (choices.size() == 0) return box;
  View& list = box.children.emplace_back(element("ul"));
  for (const std::string_view choice : choices) list.children.push_back(element("li", choice));
  return box;
}

}  // namespace

std::string toHtml(const Worksheet& sheet) {
  View body = element("body");
  body.children.push_back(headOf(sheet));
  body.children.push_back(legendOf(sheet));
  View& main = body.children.emplace_back(element("main"));
  for (std::size_t i = 0; i < sheet.stages.size(); ++i) main.children.push_back(stageOf(sheet.stages[i], i + 1));
  View& boxes = main.children.emplace_back(element("div", {}, "boxes"));
  boxes.children.push_back(
      boxOf("Decision", "What you agreed", {"Show it as it is", "Show it with changes", "Not now"}));
  boxes.children.push_back(boxOf("Owner", "Who does it, and by when"));
  boxes.children.push_back(boxOf("Target", "Take-rate or uplift, and when to measure it"));
  body.children.push_back(element("footer", "Offer " + sheet.offer + " of the book " + sheet.book));
  const MoneyFormat noMoney = [](Minor, std::string_view, std::string_view) {
    return std::string();
  };  // the page has no amounts
  const View title = element("title", "Worksheet: " + sheet.title + ", " + sheet.shop);
  return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
         "content=\"width=device-width,initial-scale=1\"><meta http-equiv=\"Content-Security-Policy\" "
         "content=\"default-src 'none'; style-src '" +
         integrityOf(kStyle) + "'; img-src https: http: data:\"><meta name=\"referrer\" content=\"no-referrer\">" +
         aftermint::toHtml(title, noMoney, "en") + "<style>" + std::string(kStyle) + "</style></head>" +
         aftermint::toHtml(body, noMoney, "en") + "</html>\n";
}

}  // namespace aftermint::worksheet
