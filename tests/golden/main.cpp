/**
 * @file Gives the native answers with which tests compare the shipped modules. It works line by line, so that one
 * process serves all tests.
 *
 * `aftermint_golden` reads two lines, a book and a moment, and writes one line: the answer of the wasm module's `view`,
 * made here with the core only. `aftermint_golden shards` reads two lines, the number of shards (0: the program
 * chooses) and a book, and writes one line: an object with the files that `aftermint shard` would write, text by path.
 * `aftermint_golden lines` reads lines `WIDTH regular|bold TEXT` (thousandths of the font size), and writes for each
 * how many lines `check` expects the text to take.
 */
#include <cstdint>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "aftermint/codec.h"
#include "check/text_lines.h"
#include "shard/shard_files.h"

namespace {

using namespace aftermint;

std::string present(const IndexedBook& book, const std::string& momentText) {
  const Decoded<Moment> moment = decodeMoment(momentText);
  if (!moment) return encodeFaults(moment.faults);
  const Decision decision = decide(book, *moment.value);
  return R"({"ok":true,"decision":)" + encode(decision) + R"(,"view":)" +
         (decision.offer == nullptr ? "null" : encode(view(book, *moment.value, decision))) + "}";
}

std::string filesOf(const IndexedBook& book, const std::string& count) {
  const auto wanted = static_cast<std::uint32_t>(std::stoul(count));
  const shards::Partition partition(book, wanted == 0 ? std::nullopt : std::optional(wanted));
  nlohmann::json files = nlohmann::json::object();
  std::vector<std::string> groups;
  const auto add = [&files](const shards::ShardGroup& group) {
    for (const shards::ShardFile& file : group.files) files[group.name + "/" + file.name] = file.text;
  };
  for (std::uint32_t i = 0; i < shards::groupCount(partition); ++i) {
    const shards::ShardGroup group = shards::makeGroup(partition, i);
    add(group);
    groups.push_back(group.name);
  }
  const shards::ShardGroup common = shards::makeCommon(partition);
  add(common);
  files["book.json"] = shards::makeHead(partition, groups, common.name);
  return files.dump();
}

/** The lines that a text takes: `WIDTH regular|bold TEXT`. */
std::int64_t linesOf(const std::string& question) {
  const std::size_t weight = question.find(' ') + 1;
  const std::size_t text = question.find(' ', weight) + 1;
  return textLines(std::string_view(question).substr(text), std::stoll(question), question[weight] == 'b');
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  if (argc > 1 && std::string_view(argv[1]) == "lines") {
    for (std::string question; std::getline(std::cin, question);) std::cout << linesOf(question) << '\n';
    return 0;
  }
  const bool shards = argc > 1 && std::string_view(argv[1]) == "shards";
  std::string first;
  std::string second;
  while (std::getline(std::cin, first) && std::getline(std::cin, second)) {
    Decoded<Book> book = decodeBook(shards ? second : first);
    if (!book) {
      std::cout << encodeFaults(book.faults) << '\n';
      continue;
    }
    const IndexedBook indexed(std::move(*book.value));
    std::cout << (shards ? filesOf(indexed, first) : present(indexed, second)) << '\n';
  }
}
