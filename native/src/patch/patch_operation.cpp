#include "patch/patch_operation.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "aftermint/codec.h"
#include "safe_json.h"
#include "text.h"

namespace aftermint::patch {
namespace {

constexpr std::array<std::string_view, 6> kOperations = {"add", "remove", "replace", "move", "copy", "test"};

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view nameOf(const Json& operation) { return operation["op"].get_ref<const std::string&>(); }

/** Whether the text is a JSON pointer (RFC 6901) that is not deeper than a book may be. */
bool isPointer(std::string_view text) {
  if (!text.empty() && text.front() != '/') return false;
  if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '/')) > Limits{}.depth) return false;
  for (std::size_t at = text.find('~'); at != std::string_view::npos; at = text.find('~', at + 1)) {
    if (at + 1 == text.size() || (text[at + 1] != '0' && text[at + 1] != '1')) return false;
  }
  return true;
}

std::vector<std::string> tokensOf(std::string_view pointer) {
  std::vector<std::string> tokens;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    std::string token;
    for (std::size_t i = 1; i < end; ++i) {
      if (pointer[i] == '~') {
        token += pointer[++i] == '1' ? '/' : '~';
      } else {
        token += pointer[i];
      }
    }
    tokens.push_back(std::move(token));
    pointer.remove_prefix(end);
  }
  return tokens;
}

std::string_view parentOf(std::string_view pointer) { return pointer.substr(0, pointer.rfind('/')); }

/** The index that a token names in a list, by RFC 6901: digits without a leading zero. */
std::optional<std::size_t> indexOf(std::string_view token) {
  if (token.empty() || token.size() > 9 || (token.size() > 1 && token.front() == '0')) return std::nullopt;
  if (token.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  return static_cast<std::size_t>(std::stoul(std::string(token)));
}

/** The part of the value that the token names, or null. */
const Json* childOf(const Json& value, const std::string& token) {
  if (value.is_object()) {
    const auto found = value.find(token);
    return found == value.end() ? nullptr : &*found;
  }
  const std::optional<std::size_t> number = value.is_array() ? indexOf(token) : std::nullopt;
  return number && *number < value.size() ? &value[*number] : nullptr;
}

/** Describes a value, so that a person sees what the path should have been. */
std::string describe(const Json& value) {
  if (value.is_array()) {
    if (value.empty()) return "an empty list";
    return "a list with the indices 0 to " + std::to_string(value.size() - 1);
  }
  if (!value.is_object()) return "neither an object nor a list";
  std::string keys;
  constexpr std::size_t kShown = 12;
  std::size_t count = 0;
  for (const auto& [key, unused] : value.items()) {
    if (count++ == kShown) break;
    keys += (keys.empty() ? "" : ", ") + key;
  }
  return "an object with the keys " + keys + (value.size() > kShown ? ", …" : "");
}

std::string shown(const Json& value) {
  std::string text = safeJson(value);
  if (clip(text, 80)) text += "…";
  return text;
}

/** The value at a path. If there is none, returns null, and the fault says how far the path leads and what is there. */
const Json* follow(const Json& document, std::string_view pointer, const std::string& key,
                   std::optional<OperationFault>& fault) {
  const Json* at = &document;
  std::size_t length = 0;  // of the path so far
  for (const std::string& token : tokensOf(pointer)) {
    const Json* next = childOf(*at, token);
    if (next == nullptr) {
      fault = OperationFault{key, "There is nothing at " + inQuotes(pointer) + ".",
                             (length == 0 ? "The book" : inQuotes(pointer.substr(0, length))) + " is " + describe(*at) +
                                 ". Correct the path, or make the patch again."};
      return nullptr;
    }
    at = next;
    length = std::min(pointer.find('/', length + 1), pointer.size());
  }
  return at;
}

/** Whether two values are equal, whatever the order of their keys. */
bool isSame(const Json& a, const Json& b) { return nlohmann::json(a) == nlohmann::json(b); }

/** Why no value can be added at the path; nothing if it can. */
std::optional<OperationFault> cannotAdd(const Json& document, const std::string& path) {
  if (path.empty()) return std::nullopt;
  std::optional<OperationFault> fault;
  const Json* parent = follow(document, parentOf(path), "/path", fault);
  if (parent == nullptr || parent->is_object()) return fault;
  const std::string token = tokensOf(path).back();
  if (parent->is_array()) {
    const std::optional<std::size_t> number = indexOf(token);
    if (token == "-" || (number && *number <= parent->size())) return std::nullopt;
  }
  return OperationFault{"/path", "Nothing can be added at " + inQuotes(path) + ".",
                        (parentOf(path).empty() ? "The book" : inQuotes(parentOf(path))) + " is " + describe(*parent) +
                            ". “-” is the place after the last element of a list."};
}

}  // namespace

std::optional<OperationFault> malformed(const Json& operation) {
  if (!operation.is_object())
    return OperationFault{"", "The operation is not an object.", "Write {\"op\": …, \"path\": …}."};
  const auto op = operation.find("op");
  if (op == operation.end() || !op->is_string() ||
      std::find(kOperations.begin(), kOperations.end(), op->get_ref<const std::string&>()) == kOperations.end()) {
    return OperationFault{op == operation.end() ? "" : "/op", "The operation has no valid `op`.",
                          "Set `op` to add, remove, replace, move, copy or test."};
  }
  const bool moves = isOneOf(nameOf(operation), {"move", "copy"});
  for (const char* key : {"path", "from"}) {
    if (std::string_view(key) == "from" && !moves) continue;
    const auto found = operation.find(key);
    const bool isThere = found != operation.end();
    if (isThere && found->is_string() && isPointer(found->get_ref<const std::string&>())) continue;
    return OperationFault{
        isThere ? "/" + std::string(key) : "",
        "`" + std::string(key) + "` is " + (isThere ? "not a JSON pointer." : "missing."),
        "Write a path such as /offers/0/price, or /offers/- to append. In keys, write ~ as ~0 and / as ~1."};
  }
  if (isOneOf(nameOf(operation), {"add", "replace", "test"}) && !operation.contains("value")) {
    return OperationFault{"", "`value` is missing.", "Add the value to " + std::string(nameOf(operation)) + "."};
  }
  return std::nullopt;
}

std::optional<OperationFault> conflict(const Json& document, const Json& operation) {
  const std::string_view op = nameOf(operation);
  const auto& path = operation["path"].get_ref<const std::string&>();
  std::optional<OperationFault> fault;
  if (op == "add") return cannotAdd(document, path);
  if (op == "move" || op == "copy") {
    const auto& from = operation["from"].get_ref<const std::string&>();
    const Json* source = follow(document, from, "/from", fault);
    if (source == nullptr) return fault;
    if (op == "copy") return cannotAdd(document, path);
    if (path.starts_with(from + "/") || from.empty()) {
      return OperationFault{"/path", "A value cannot be moved into itself.", "Copy it, or move it somewhere else."};
    }
    // The value is removed first, so the path is resolved in the document without it.
    Json without = document;
    without.patch_inplace(Json::array({{{"op", "remove"}, {"path", from}}}));
    return cannotAdd(without, path);
  }
  const Json* target = follow(document, path, "/path", fault);
  if (target == nullptr) return fault;
  if (op == "remove" && path.empty())
    return OperationFault{"/path", "The whole book cannot be removed.", "Give the path of a part."};
  if (op == "test" && !isSame(*target, operation["value"])) {
    return OperationFault{
        "/value",
        "The book has " + shown(*target) + " at " + inQuotes(path) + ", not " + shown(operation["value"]) + ".",
        "The patch was made for another version of the book. Make it again."};
  }
  return std::nullopt;
}

std::string resolved(const Json& document, const std::string& path) {
  if (!path.ends_with("/-")) return path;
  const std::string parent = path.substr(0, path.size() - 2);
  const Json::json_pointer pointer(parent);
  if (!document.contains(pointer) || !document[pointer].is_array()) return path;
  return parent + "/" + std::to_string(document[pointer].size());
}

}  // namespace aftermint::patch
