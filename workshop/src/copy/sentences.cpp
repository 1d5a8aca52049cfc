#include "copy/sentences.h"

namespace aftermint::copy {

std::size_t sentences(std::string_view text) {
  std::size_t count = 0;
  bool open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const bool wide = rest.starts_with("。") || rest.starts_with("！") || rest.starts_with("？");
    const bool mark = rest[0] == '.' || rest[0] == '!' || rest[0] == '?';
    const bool ends = wide || (mark && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n'));
    if (ends && open) {
      ++count;
      open = false;
    } else if (!mark && rest[0] != ' ' && rest[0] != '\n') {
      open = true;
    }
    if (wide) i += 2;
  }
  return count + (open ? 1 : 0);
}

}  // namespace aftermint::copy
