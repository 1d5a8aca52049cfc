/** @file Renders a view as HTML and as plain text. In a browser the widget builds elements from the tree instead. */
#include "aftermint/render.h"

namespace aftermint {
namespace {

bool isVoid(std::string_view tag) { return tag == "img" || tag == "input"; }

bool isBlock(std::string_view tag) {
  return tag != "span" && tag != "s" && tag != "small" && tag != "input" && tag != "img";
}

void escapeInto(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\0':
        out += "\xEF\xBF\xBD";  // NUL is not allowed in HTML; its parsers replace it by U+FFFD
        break;
      default:
        out += c;
    }
  }
}

struct Serializer {
  const MoneyFormat& money;
  std::string_view locale;

  void html(const View& node, std::string& out) const {
    switch (node.kind) {
      case View::Kind::Literal:
        return escapeInto(out, node.text);
      case View::Kind::Money:
        return escapeInto(out, money(node.amount, node.currency, locale));
      case View::Kind::Element:
        break;
    }
    out.append("<").append(node.tag);
    for (const Attribute& attribute : node.attributes) {
      out.append(" ").append(attribute.name).append("=\"");
      escapeInto(out, attribute.value);
      out += '"';
    }
    out += '>';
    if (isVoid(node.tag)) return;
    for (const View& child : node.children) html(child, out);
    out.append("</").append(node.tag).append(">");
  }

  void text(const View& node, std::string& out) const {
    switch (node.kind) {
      case View::Kind::Literal:
        out += node.text;
        return;
      case View::Kind::Money:
        out += money(node.amount, node.currency, locale);
        return;
      case View::Kind::Element:
        break;
    }
    const bool control = node.tag == "button" || node.tag == "a";
    if (isBlock(node.tag) && !out.empty() && out.back() != '\n') out += '\n';
    if (node.tag == "input") out += "[ ] ";
    if (control) out += "[ ";
    for (const View& child : node.children) text(child, out);
    if (control) out += " ]";
    if (node.tag == "a") {
      for (const Attribute& attribute : node.attributes) {
        if (attribute.name == "href") out.append(" ").append(attribute.value);
      }
    }
    if (isBlock(node.tag) && !out.empty() && out.back() != '\n') out += '\n';
  }
};

}  // namespace

std::string escapeHtml(std::string_view text) {
  std::string out;
  escapeInto(out, text);
  return out;
}

std::string toHtml(const View& root, const MoneyFormat& money, std::string_view locale) {
  std::string out;
  Serializer{money, locale}.html(root, out);
  return out;
}

std::string toText(const View& root, const MoneyFormat& money, std::string_view locale) {
  std::string out;
  Serializer{money, locale}.text(root, out);
  return out;
}

}  // namespace aftermint
