#include "report/page.h"

#include <initializer_list>
#include <utility>

#include "ids.h"
#include "visible_text.h"

namespace aftermint::report {
namespace {

/** HTML that is written in order. Every text and attribute value is escaped here and nowhere else. */
class Markup {
 public:
  /** An attribute; nothing for an empty value. */
  struct Attr {
    std::string_view name;
    std::string value;
  };

  Markup& open(std::string_view tag, std::initializer_list<Attr> attributes = {}) {
    out_ += "<";
    out_ += tag;
    for (const Attr& attribute : attributes) {
      if (attribute.value.empty()) continue;
      out_ += " ";
      out_ += attribute.name;
      out_ += "=\"" + visibleHtml(attribute.value) + "\"";
    }
    out_ += ">";
    return *this;
  }

  Markup& text(std::string_view text) {
    out_ += visibleProse(text);
    return *this;
  }

  Markup& close(std::string_view tag) {
    out_ += "</";
    out_ += tag;
    out_ += ">\n";
    return *this;
  }

  /** An element that holds only a text. */
  Markup& element(std::string_view tag, std::string_view content, std::initializer_list<Attr> attributes = {}) {
    return open(tag, attributes).text(content).close(tag);
  }

  /** An element with a text of others, whose direction is its own. */
  Markup& foreign(std::string_view tag, std::string_view content, std::initializer_list<Attr> attributes = {}) {
    open(tag, attributes);
    out_ += "<bdi>" + visibleHtml(content) + "</bdi>";
    return close(tag);
  }

  /** A paragraph; what its text has between backticks is code. */
  Markup& paragraph(std::string_view content, std::string_view cls) {
    open("p", {{"class", std::string(cls)}});
    prose(content);
    return close("p");
  }

  /** A text; what it has between backticks is code. */
  Markup& prose(std::string_view content) {
    for (;;) {
      const std::size_t begin = content.find('`');
      const std::size_t end = begin == content.npos ? begin : content.find('`', begin + 1);
      if (end == content.npos) return text(content);
      text(content.substr(0, begin));
      open("code").text(content.substr(begin + 1, end - begin - 1)).raw("</code>");
      content.remove_prefix(end + 1);
    }
  }

  /** HTML of ours, as it is. */
  Markup& raw(std::string_view html) {
    out_ += html;
    return *this;
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/** A text as a `data:` URL. */
std::string csvUrl(std::string_view csv) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string url = "data:text/csv;charset=utf-8,";
  for (const char c : csv) {
    const auto byte = static_cast<unsigned char>(c);
    const bool isPlain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
                         c == '.' || c == '_' || c == ',';
    if (isPlain) {
      url += c;
    } else {
      url += '%';
      url += kHex[byte >> 4];
      url += kHex[byte & 15];
    }
  }
  return url;
}

std::string_view nameOfTone(Tone tone) {
  constexpr std::string_view kNames[] = {"wait", "good", "change", "bad"};
  return kNames[static_cast<std::size_t>(tone)];
}

void addTable(Markup& html, const Figure& figure, const std::string& name) {
  html.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", name}});
  html.open("table").open("thead").open("tr").element("th", figure.rowName, {{"scope", "col"}});
  for (const FigureColumn& column : figure.columns) {
    html.element("th", column.name,
                 {{"scope", "col"}, {"data-series", column.series}, {"data-part", std::string(nameOf(column.part))}});
  }
  html.close("tr").close("thead").open("tbody");
  for (const FigureRow& row : figure.rows) {
    html.open("tr");
    html.foreign("th", row.name,
                 {{"scope", "row"}, {"dir", "auto"}, {"data-value", row.time ? std::to_string(*row.time) : ""}});
    for (const Cell& cell : row.cells) {
      html.element("td", cell.text, {{"data-value", cell.value ? exactText(*cell.value) : ""}});
    }
    html.close("tr");
  }
  html.close("tbody").close("table").close("div");
}

void addFigure(Markup& html, const Figure& figure, const PageGroup& group, const Page& page) {
  const std::string band = figure.band ? exactText(figure.band->low) + " " + exactText(figure.band->high) : "";
  html.open("figure", {{"class", "chart"},
                       {"id", figure.id},
                       {"data-chart", std::string(nameOf(figure.chart))},
                       {"data-unit", std::string(nameOf(figure.unit))},
                       {"data-locale", page.locale},
                       {"data-currency", page.currency},
                       {"data-digits", std::to_string(page.digits)},
                       {"data-band", band},
                       {"data-zero", figure.zero ? "true" : ""}});
  html.open("figcaption").element("h3", figure.title).element("p", figure.summary, {{"class", "sentence"}});
  html.close("figcaption");
  if (figure.chart != Chart::None) html.raw("<div class=\"plot\"></div>\n");
  if (figure.fold) {
    html.raw("<details open data-fold><summary>Table</summary>\n");
    addTable(html, figure, figure.title + ": " + group.title);
    html.close("details");
  } else {
    addTable(html, figure, figure.title + ": " + group.title);
  }
  html.open("p", {{"class", "tools"}});
  html.open("a", {{"href", csvUrl(csvOf(figure))}, {"download", figure.id + ".csv"}});
  html.text("CSV").open("span", {{"class", "unseen"}}).text(" of " + figure.title).raw("</span></a>");
  if (!figure.note.empty()) html.text(" · " + figure.note);
  html.close("p").close("figure");
}

void addHeadlines(Markup& html, const Page& page) {
  if (page.headlines.empty()) return;
  html.raw("<ul class=\"verdicts\">\n");
  for (const Headline& headline : page.headlines) {
    html.open("li", {{"data-tone", std::string(nameOfTone(headline.tone))}, {"id", "v-" + headline.group}});
    html.raw("<span class=\"mark\" aria-hidden=\"true\"></span>");
    html.open("h2", {{"class", "eyebrow"}, {"dir", "auto"}});
    html.foreign("a", headline.title, {{"href", "#" + headline.group}}).close("h2");
    html.element("p", headline.says, {{"class", "says"}});
    for (const std::string& why : headline.why) html.paragraph(why, "soft");
    if (!headline.next.empty()) {
      html.raw("<p class=\"next\"><b>Next:</b> ").prose(headline.next).close("p");
    }
    html.close("li");
  }
  html.close("ul");
}

void addRemarks(Markup& html, const std::vector<Remark>& remarks) {
  for (const Remark& remark : remarks) {
    html.paragraph(remark.text, remark.isWarning ? "notice warn" : "notice");
  }
}

void addGroup(Markup& html, const PageGroup& group, const Page& page) {
  html.open("section", {{"class", "result"}, {"id", group.id}, {"aria-labelledby", group.id + "-title"}});
  html.raw("<header>").foreign("h2", group.title, {{"id", group.id + "-title"}, {"dir", "auto"}});
  if (!group.where.empty()) html.foreign("p", group.where, {{"class", "soft"}});
  html.close("header");
  addRemarks(html, group.remarks);
  if (!group.facts.empty()) {
    html.raw("<dl class=\"facts\">\n");
    for (const Fact& fact : group.facts) {
      html.raw("<div>").element("dt", fact.name).element("dd", fact.value).close("div");
    }
    html.close("dl");
  }
  html.raw("<div class=\"charts\">\n");
  for (const Figure& figure : group.figures) addFigure(html, figure, group, page);
  html.close("div").close("section");
}

std::string head(const Page& page, std::string_view more) {
  Markup html;
  html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + visibleHtml(page.title) +
           "</title>\n");
  html.raw(
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n");
  return html.raw(more).raw("</head>\n<body class=\"report-page\">\n").take();
}

}  // namespace

std::string reportHtml(const Page& page) {
  Markup html;
  html.open("div", {{"class", "report"},
                    {"id", "report"},
                    {"lang", "en"},
                    {"dir", "ltr"},
                    {"data-live", page.liveSeconds > 0 ? std::to_string(page.liveSeconds) : ""}});
  html.raw("\n<header class=\"masthead\">\n").element("p", page.counted, {{"class", "eyebrow"}});
  html.element("h1", page.title).element("p", page.lede, {{"class", "lede"}});
  if (!page.ways.empty()) {
    html.raw("<nav class=\"ways\" aria-label=\"Divide the results\">\n");
    for (const Way& way : page.ways) {
      html.element("a", way.name, {{"href", way.href}, {"aria-current", way.isCurrent ? "true" : ""}});
    }
    html.close("nav");
  }
  if (page.liveSeconds > 0) {
    html.raw("<p class=\"live\" hidden>The server does not answer. These are the last figures it gave.</p>\n");
  }
  addRemarks(html, page.remarks);
  html.close("header");
  addHeadlines(html, page);
  for (const PageGroup& group : page.groups) addGroup(html, group, page);
  if (!page.notes.empty()) {
    html.raw("<section class=\"notes\" aria-labelledby=\"how\">\n<h2 id=\"how\">How to read this</h2>\n");
    for (const std::string& note : page.notes) html.paragraph(note, "soft");
    html.close("section");
  }
  return html.close("div").take();
}

std::string linkedPage(const Page& page) {
  return head(page, "<link rel=\"stylesheet\" href=\"/report.css\">\n<script defer src=\"/report.js\"></script>\n") +
         "<main>\n" + reportHtml(page) + "</main>\n</body>\n</html>\n";
}

std::string pageInOneFile(const Page& page) {
  const std::string style(reportCss());
  const std::string script(reportScript());
  Markup policy;
  policy.open("meta", {{"http-equiv", "Content-Security-Policy"},
                       {"content", "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '" +
                                       integrityOf(style) + "'; script-src '" + integrityOf(script) + "'"}});
  return head(page, policy.take() + "\n<style>" + style + "</style>\n") + "<main>\n" + reportHtml(page) +
         "</main>\n<script>" + script + "</script>\n</body>\n</html>\n";
}

}  // namespace aftermint::report
