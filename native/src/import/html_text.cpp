#include "import/html_text.h"

#include <gumbo.h>

#include <algorithm>
#include <utility>

#include "text.h"

namespace aftermint::imports {
namespace {

bool isHidden(GumboTag tag) {
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_NOSCRIPT ||
         tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_TEXTAREA || tag == GUMBO_TAG_SVG;
}

bool isBlock(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_BODY:
      return true;
    default:
      return false;
  }
}

/** Collects text in lines, one for each block. */
class Lines {
 public:
  void text(std::string_view piece) { line_ += piece; }
  void space() { line_ += ' '; }
  void item() {
    end();
    mark_ = "- ";
  }
  void end() {
    if (const std::string clean = squeezed(line_); !clean.empty()) {
      if (!all_.empty()) all_ += '\n';
      all_ += mark_ + clean;
      mark_.clear();
    }
    line_.clear();
  }
  std::string take() {
    end();
    return std::move(all_);
  }

 private:
  std::string all_, line_, mark_;
};

bool isHtmlSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

/**
 * Counts the attributes of a tag as HTML's tokenizer does (13.2.5.32 to 13.2.5.40), and moves `at` from its name to its
 * end. It stops after kMaxAttributes.
 */
std::size_t attributesOf(std::string_view html, std::size_t& at) {
  const auto skip = [&](auto isSkipped) {
    while (at < html.size() && isSkipped(html[at])) ++at;
  };
  const auto isName = [](char c) { return !isHtmlSpace(c) && c != '/' && c != '>'; };
  std::size_t count = 0;
  skip(isName);
  while (at < html.size() && count <= kMaxAttributes) {
    skip([](char c) { return isHtmlSpace(c) || c == '/'; });
    if (at >= html.size() || html[at] == '>') break;
    ++count;
    ++at;  // even "=" begins a name
    skip([&](char c) { return isName(c) && c != '='; });
    skip(isHtmlSpace);
    if (at >= html.size() || html[at] != '=') continue;
    ++at;
    skip(isHtmlSpace);
    if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
      at = std::min(html.find(html[at], at + 1), html.size() - 1) + 1;
    } else {
      skip([](char c) { return !isHtmlSpace(c) && c != '>'; });
    }
  }
  return count;
}

/**
 * Whether Gumbo can read the text in a moment. Any "<" before a letter may begin a tag, whether or not it is in a
 * comment or a script. The tags are read a few times at most, also if none of them ends.
 */
bool isReadable(std::string_view html) {
  if (static_cast<std::size_t>(std::count(html.begin(), html.end(), '<')) > kMaxTags) return false;
  std::size_t read = 0;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at + 1)) {
    std::size_t end = at + 1;
    if (end < html.size() && html[end] == '/') ++end;
    if (end >= html.size() || !isAsciiLetter(html[end])) continue;
    if (attributesOf(html, end) > kMaxAttributes) return false;
    read += end - at;
    if (read > 16 * html.size() + 4096) return false;
  }
  return true;
}

void enter(const GumboNode& node, Lines& lines) {
  switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
      lines.text(node.v.text.text);
      break;
    case GUMBO_NODE_WHITESPACE:
      lines.space();
      break;
    case GUMBO_NODE_ELEMENT:
      if (node.v.element.tag == GUMBO_TAG_LI) {
        lines.item();
      } else if (isBlock(node.v.element.tag)) {
        lines.end();
      } else if (node.v.element.tag == GUMBO_TAG_TD || node.v.element.tag == GUMBO_TAG_TH) {
        lines.space();
      }
      break;
    default:
      break;
  }
}

const GumboVector* childrenOf(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  if (node.type == GUMBO_NODE_ELEMENT && !isHidden(node.v.element.tag)) return &node.v.element.children;
  return nullptr;
}

}  // namespace

std::optional<std::string> htmlToText(std::string_view html) {
  if (!isReadable(html)) return std::nullopt;
  std::string clean(html);
  // Gumbo returns C strings, which end at a zero byte.
  std::replace(clean.begin(), clean.end(), '\0', ' ');
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, clean.data(), clean.size());
  Lines lines;
  // Not recursive, because a hostile document could be nested deep enough to overflow the stack.
  const GumboNode* node = output->root;
  const GumboNode* const root = node;
  bool entering = true;
  while (node != nullptr) {
    if (entering) {
      enter(*node, lines);
      const GumboVector* children = childrenOf(*node);
      if (children != nullptr && children->length > 0) {
        node = static_cast<const GumboNode*>(children->data[0]);
        continue;
      }
    }
    if (node->type == GUMBO_NODE_ELEMENT && isBlock(node->v.element.tag)) lines.end();
    if (node == root) break;
    const GumboVector* siblings = childrenOf(*node->parent);
    const std::size_t next = node->index_within_parent + 1;
    entering = siblings != nullptr && next < siblings->length;
    node = entering ? static_cast<const GumboNode*>(siblings->data[next]) : node->parent;
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return lines.take();
}

}  // namespace aftermint::imports
