#include "draft/template.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "aftermint/text.h"
#include "text.h"
#include "unusable.h"

namespace aftermint::draft {
namespace {

constexpr std::string_view kOpen = "{{", kClose = "}}";

std::string braced(std::string_view name) { return "{{" + std::string(name) + "}}"; }

std::string allNames() {
  std::string out;
  for (const std::string_view name : kBlocks) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

/** The index of the name in kBlocks, or the size of kBlocks. */
std::size_t blockNamed(std::string_view name) {
  return static_cast<std::size_t>(std::find(kBlocks.begin(), kBlocks.end(), name) - kBlocks.begin());
}

/** Collects the faults of a template, with the current line. */
class Faults {
 public:
  explicit Faults(std::size_t& line) : line_(line) {}

  void add(std::size_t column, std::string message, std::string hint) {
    Fault fault;
    fault.code = ErrorCode::PromptTemplate;
    fault.message = std::move(message);
    fault.hint = std::move(hint);
    fault.line = line_;
    fault.column = column;
    all_.push_back(std::move(fault));
  }
  [[nodiscard]] std::vector<Fault>& all() { return all_; }

 private:
  std::size_t& line_;
  std::vector<Fault> all_;
};

/** The block whose placeholder is on the line, if there is one. Adds a fault if it is in the wrong place. */
std::optional<std::size_t> blockOf(std::string_view line, bool inFence, Faults& faults) {
  const std::size_t open = line.find(kOpen);
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t column = codePoints(line.substr(0, open)) + 1;
  const std::size_t close = line.find(kClose, open);
  if (close == std::string_view::npos) {
    faults.add(column, "A placeholder begins here and does not end on this line.", "End it with }}.");
    return std::nullopt;
  }
  const std::string_view name = trimmed(line.substr(open + 2, close - open - 2));
  const std::size_t block = blockNamed(name);
  if (block == kBlocks.size()) {
    faults.add(column, "There is no placeholder " + braced(name.substr(0, 60)) + ".",
               "Use one of: " + allNames() + ".");
    return std::nullopt;
  }
  if (open != 0 || !trimmed(line.substr(close + 2)).empty()) {
    faults.add(column, braced(name) + " is not alone on its line.", "Put it on a line of its own, without indent.");
  } else if (inFence) {
    faults.add(column, braced(name) + " is inside a fenced block, but adds one itself.", "Remove the fence.");
  }
  return block;
}

}  // namespace

Template::Template(std::string text, const std::string& file) : text_(std::move(text)) {
  if (text_.size() > kMostTemplateBytes) {
    throw Unusable(ErrorCode::TooLarge, "The template is larger than 1 MiB.", "Shorten it.", file);
  }
  if (!isUtf8(text_) || text_.find('\0') != std::string::npos) {
    throw Unusable(ErrorCode::PromptTemplate, "The template is not UTF-8 text.", "Save it as UTF-8.", file);
  }
  std::string_view rest = withoutMark(text_);
  std::size_t number = 0;
  Faults faults(number);
  std::array<bool, kBlocks.size()> there{};
  bool inFence = false;
  while (!rest.empty()) {
    ++number;
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
    Line line{rest.substr(0, end)};
    rest.remove_prefix(end);
    if (trimmed(line.text).starts_with("```")) inFence = !inFence;
    if (const std::optional<std::size_t> block = blockOf(line.text, inFence, faults)) {
      line.block = *block;
      there[*block] = true;
    }
    lines_.push_back(line);
  }
  number = std::max<std::size_t>(number, 1);
  for (std::size_t i = 0; i < there.size(); ++i) {
    if (!there[i])
      faults.add(1, "The placeholder " + braced(kBlocks[i]) + " is missing.", "Add it on a line of its own.");
  }
  if (!faults.all().empty()) throw Unusable(std::move(faults.all()), file);
}

std::string Template::fill(const Blocks& blocks) const {
  std::string out;
  for (const Line& line : lines_) {
    out += line.block < blocks.size() ? blocks[line.block] + "\n" : std::string(line.text);
  }
  return out;
}

}  // namespace aftermint::draft
