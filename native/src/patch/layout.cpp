#include "patch/layout.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>

#include "json.h"
#include "patch/json_spans.h"

namespace aftermint::patch {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kStep = 2;

/** A value before the change, and its text. */
struct Before {
  const Json* value = nullptr;
  const JsonSpan* span = nullptr;
};

/** Finds an element of a list before the change: by its id, else by its index, else by an equal value. */
class Elements {
 public:
  explicit Elements(const Before& list) : list_(list) {
    if (list.value == nullptr || !list.value->is_array()) return;
    for (std::size_t i = 0; i < list.value->size(); ++i) {
      if (const std::string* id = idOf((*list.value)[i])) byId_.emplace(*id, i);
    }
  }

  [[nodiscard]] Before of(const Json& element, std::size_t index, std::size_t count) const {
    if (list_.value == nullptr || !list_.value->is_array()) return {};
    const Json& before = *list_.value;
    if (const std::string* id = idOf(element)) {
      const auto found = byId_.find(*id);
      return found == byId_.end() ? Before{} : at(found->second);
    }
    if (count == before.size()) return at(index);
    const auto same = std::find(before.begin(), before.end(), element);
    return same == before.end() ? Before{} : at(static_cast<std::size_t>(same - before.begin()));
  }

 private:
  static const std::string* idOf(const Json& element) {
    const auto found = element.is_object() ? element.find("id") : element.end();
    return element.is_object() && found != element.end() ? found->get_ptr<const std::string*>() : nullptr;
  }
  [[nodiscard]] Before at(std::size_t index) const { return {&(*list_.value)[index], &list_.span->children[index]}; }

  Before list_;
  std::map<std::string, std::size_t> byId_;
};

Before memberOf(const Before& object, const std::string& key) {
  if (object.value == nullptr || !object.value->is_object()) return {};
  const auto found = object.value->find(key);
  if (found == object.value->end()) return {};
  return {&*found, &object.span->children[static_cast<std::size_t>(std::distance(object.value->begin(), found))]};
}

/** Whether two values have the same keys in the same order, or are lists of the same length. */
bool hasSameParts(const Json& a, const Json& b) {
  if (a.type() != b.type() || a.size() != b.size()) return false;
  return !a.is_object() || std::equal(a.items().begin(), a.items().end(), b.items().begin(),
                                      [](const auto& x, const auto& y) { return x.key() == y.key(); });
}

void write(std::string& out, const Json& value, const Before& before, std::size_t indent, std::size_t used);

/** Writes a value whose parts have the same keys as before, and replaces only the parts that changed. */
void replaceParts(std::string& out, const Json& value, const Before& before, std::size_t indent) {
  const char* from = before.span->text.data();
  auto part = value.begin();
  auto was = before.value->begin();
  for (const JsonSpan& span : before.span->children) {
    out.append(from, span.text.data());
    const std::size_t newline = out.rfind('\n');
    write(out, *part++, {&*was++, &span}, indent + kStep,
          out.size() - (newline == std::string::npos ? 0 : newline + 1));
    from = span.text.data() + span.text.size();
  }
  out.append(from, before.span->text.data() + before.span->text.size());
}

/** Writes a value. `used` is the number of columns before it on its line. */
void write(std::string& out, const Json& value, const Before& before, std::size_t indent, std::size_t used) {
  if (before.value != nullptr && *before.value == value) {
    out += before.span->text;
    return;
  }
  if (!value.is_structured() || value.empty()) {
    out += compact(value);
    return;
  }
  if (before.value != nullptr && hasSameParts(value, *before.value)) return replaceParts(out, value, before, indent);
  // What spanned several lines still does; anything else takes one line if it fits.
  const bool hadLines = before.span != nullptr && before.span->text.find('\n') != std::string_view::npos;
  if (!hadLines) {
    const std::string line = oneLine(value);
    if (used + line.size() <= kWidth) {
      out += line;
      return;
    }
  }
  const std::string margin(indent + kStep, ' ');
  const Elements elements(before);
  out += value.is_object() ? '{' : '[';
  std::size_t index = 0;
  for (const auto& [key, part] : value.items()) {
    out += (index == 0 ? "\n" : ",\n") + margin;
    const Before was = value.is_object() ? memberOf(before, key) : elements.of(part, index, value.size());
    std::string name = value.is_object() ? compact(key) + ": " : std::string();
    if (was.span != nullptr && was.span->key.find('\n') == std::string_view::npos) name = was.span->key;
    out += name;
    write(out, part, was, indent + kStep, margin.size() + name.size() + 1);
    ++index;
  }
  out += "\n" + std::string(indent, ' ') + (value.is_object() ? '}' : ']');
}

/** Whether the first indented line is indented by two spaces. */
bool isIndentedByTwo(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::size_t letter = text.find_first_not_of(" \t", at + 1);
    if (letter == std::string_view::npos || letter == at + 1 || text[letter] == '\n' || text[letter] == '\r') continue;
    return text.substr(at + 1, letter - at - 1) == "  ";
  }
  return false;
}

}  // namespace

std::string oneLine(const Json& value) {
  if (!value.is_structured() || value.empty()) return compact(value);
  std::string out = value.is_object() ? "{ " : "[";
  bool first = true;
  for (const auto& [key, part] : value.items()) {
    if (!first) out += ", ";
    first = false;
    if (value.is_object()) out += compact(key) + ": ";
    out += oneLine(part);
  }
  return out + (value.is_object() ? " }" : "]");
}

std::string layOut(const Json& value, std::string_view before) {
  const std::size_t last = before.find_last_not_of(" \t\r\n");
  const std::string_view text = before.substr(0, last == std::string_view::npos ? 0 : last + 1);
  if (!text.empty() && text.find('\n') == std::string_view::npos) return compact(value);
  std::string out;
  if (!isIndentedByTwo(text)) {
    write(out, value, {}, 0, 0);
    return out;
  }
  const Json old = Json::parse(text);
  const JsonSpan whole = spansOf(text);
  write(out, value, {&old, &whole}, 0, 0);
  return out;
}

}  // namespace aftermint::patch
