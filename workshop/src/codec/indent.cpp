#include "codec/indent.h"

namespace aftermint::codec {

std::string indented(std::string_view compact) {
  std::string out;
  out.reserve(compact.size() * 2);
  std::size_t depth = 0;
  const auto newLine = [&out, &depth] { out.append("\n").append(depth * 2, ' '); };
  bool isText = false;
  for (std::size_t i = 0; i < compact.size(); ++i) {
    const char c = compact[i];
    if (isText) {
      out += c;
      if (c == '\\') {
        out += compact[++i];
      } else if (c == '"') {
        isText = false;
      }
      continue;
    }
    const bool isEmpty = (c == '{' || c == '[') && (compact[i + 1] == '}' || compact[i + 1] == ']');
    if (isEmpty) {
      out += c;
      out += compact[++i];
    } else if (c == '{' || c == '[') {
      out += c;
      ++depth;
      newLine();
    } else if (c == '}' || c == ']') {
      --depth;
      newLine();
      out += c;
    } else if (c == ',') {
      out += c;
      newLine();
    } else {
      out += c;
      if (c == ':') out += ' ';
      isText = c == '"';
    }
  }
  return out;
}

}  // namespace aftermint::codec
