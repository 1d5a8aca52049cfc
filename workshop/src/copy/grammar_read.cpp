#include "copy/grammar_read.h"

#include <algorithm>

#include "copy/folded_text.h"
#include "copy/grammar_index.h"

namespace aftermint::copy {
namespace {

constexpr std::uint16_t kDefaultGap = 4;

constexpr std::array<std::pair<std::string_view, Topic>, kTopics> kTopicNames = {{
    {"decline", Topic::Decline},
    {"formula", Topic::Formula},
    {"pay", Topic::Pay},
    {"unpaid", Topic::Unpaid},
    {"opener", Topic::Opener},
    {"urgency", Topic::Urgency},
    {"scarcity", Topic::Scarcity},
    {"demand", Topic::Demand},
    {"unfit", Topic::Unfit},
    {"social", Topic::Social},
    {"guilt", Topic::Guilt},
    {"belittling", Topic::Belittling},
    {"urgency?", Topic::MaybeUrgency},
    {"social?", Topic::MaybeSocial},
    {"guilt?", Topic::MaybeGuilt},
}};

bool isBlank(char c) { return c == ' ' || c == '\n'; }
bool isOperator(char c) { return std::string_view(" \n()|?=:~#@^.%$&*_!<").find(c) != std::string_view::npos; }

bool isName(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

void Grammar::Reader::read(std::string_view text) {
  while (!text.empty()) {
    // a rule ends before the next line that does not begin with a space
    std::size_t end = text.find('\n');
    while (end != std::string_view::npos && end + 1 < text.size() && isBlank(text[end + 1])) {
      end = text.find('\n', end + 1);
    }
    const std::string_view rule = trimmed(text.substr(0, end));
    if (!rule.empty()) readRule(rule);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

void Grammar::Reader::readRule(std::string_view rule) {
  const std::size_t sign = rule.find_first_of("=:");
  if (sign == std::string_view::npos) return fault("no = or : in “" + std::string(rule) + "”");
  const std::string_view name = trimmed(rule.substr(0, sign));
  rule_ = rule.substr(sign + 1);
  at_ = 0;
  const std::uint16_t node = readChoice();
  skipBlanks();
  if (at_ < rule_.size()) fault("“" + std::string(rule) + "” cannot be read from byte " + std::to_string(at_));
  if (rule[sign] == '=') {
    if (!isName(name)) fault("“" + std::string(name) + "” is no name");
    if (!names_.emplace(name, node).second) fault("“" + std::string(name) + "” is named twice");
    return;
  }
  for (const auto& [word, topic] : kTopicNames) {
    if (word == name) return grammar_.phrases_[static_cast<std::size_t>(topic)].push_back(node);
  }
  fault("“" + std::string(name) + "” is no topic");
}

std::uint16_t Grammar::Reader::readChoice() {
  std::vector<std::uint16_t> choices{readSequence()};
  while (peek() == '|') {
    ++at_;
    choices.push_back(readSequence());
  }
  return choices.size() == 1 ? choices[0] : choice(choices);
}

std::uint16_t Grammar::Reader::readSequence() {
  std::vector<std::uint16_t> items;
  for (skipBlanks(); at_ < rule_.size() && peek() != '|' && peek() != ')'; skipBlanks()) {
    const std::size_t before = at_;
    items.push_back(readItem());
    if (at_ == before) break;
  }
  if (items.empty()) fault("an empty phrase in “" + std::string(rule_) + "”");
  return items.size() == 1 ? items[0] : add(Kind::Sequence, 0, items);
}

std::uint16_t Grammar::Reader::readItem() {
  const char c = peek();
  std::uint16_t node = 0;
  if (c == '(') {
    ++at_;
    node = readChoice();
    if (peek() == ')') {
      ++at_;
    } else {
      fault("a bracket is not closed in “" + std::string(rule_) + "”");
    }
  } else if (c == '!') {
    ++at_;
    node = add(Kind::Not, 0, {readItem()});
  } else if (c == '<') {
    ++at_;
    node = add(Kind::NotAfter, 0, {readItem()});
  } else if (isOperator(c)) {
    ++at_;
    node = readNumbered(c);
  } else {
    node = readWord();
  }
  skipBlanks();
  if (peek() == '?') {
    ++at_;
    node = add(Kind::Optional, 0, {node});
  }
  return node;
}

std::uint16_t Grammar::Reader::readNumbered(char sign) {
  const auto next = [this](char digit) {
    if (peek() != digit) return false;
    ++at_;
    return true;
  };
  switch (sign) {
    case '#':
      return word(next('0') ? kPadded : kNumber);
    case '@':
      return word(next('3') ? kLongClock : kClock);
    case '~': {
      const char digit = peek();
      if (digit < '1' || digit > '9') return add(Kind::Gap, kDefaultGap);
      ++at_;
      return add(Kind::Gap, static_cast<std::uint16_t>(digit - '0'));
    }
    case '%':
      return word(kPercent);
    case '$':
      return word(kMoney);
    case '&':
      return word(kPlaceholder);
    case '_':
      return add(Kind::Any);
    case '^':
      return add(Kind::Start);
    case '.':
      return add(Kind::End);
    default:
      fault("“" + std::string(1, sign) + "” cannot stand there in “" + std::string(rule_) + "”");
      return add(Kind::Sequence);
  }
}

/** Reads a name, or a word split as in a text: "don't" is two tokens. */
std::uint16_t Grammar::Reader::readWord() {
  const std::size_t start = at_;
  while (at_ < rule_.size() && !isOperator(rule_[at_])) ++at_;
  const std::string_view word = rule_.substr(start, at_ - start);
  if (isName(word)) {
    const auto at = names_.find(word);
    if (at != names_.end()) return at->second;
    fault("“" + std::string(word) + "” is not named before it is used");
    return add(Kind::Sequence);
  }
  const bool prefix = peek() == '*';
  if (prefix) ++at_;
  std::vector<std::uint16_t> parts;
  const std::vector<Token> all = tokens(fold(word, true).text).all;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].kind == TokenKind::Word) {
      parts.push_back(this->word(grammar_.vocabulary_->add(all[i].text, prefix && i + 1 == all.size())));
    } else {
      fault("“" + std::string(word) + "” is not a word");
    }
  }
  return parts.size() == 1 ? parts[0] : add(Kind::Sequence, 0, parts);
}

/** Merges nested choices into one, and their words into one node. The order of choices does not matter. */
std::uint16_t Grammar::Reader::choice(const std::vector<std::uint16_t>& choices) {
  std::vector<std::uint16_t> words, others;
  const auto sort = [&](std::uint16_t number) {
    const Node& node = grammar_.nodes_[number];
    const std::uint16_t* const first = grammar_.children_.data() + node.first;
    if (node.kind == Kind::Word) {
      words.push_back(node.value);
    } else if (node.kind == Kind::Words) {
      words.insert(words.end(), first, first + node.count);
    } else {
      others.push_back(number);
    }
  };
  for (const std::uint16_t number : choices) {
    const Node node = grammar_.nodes_[number];
    if (node.kind != Kind::Choice) sort(number);
    for (std::uint32_t i = 0; node.kind == Kind::Choice && i < node.count; ++i) {
      sort(grammar_.children_[node.first + i]);
    }
  }
  if (!words.empty()) others.push_back(add(Kind::Words, 0, words));
  return others.size() == 1 ? others[0] : add(Kind::Choice, 0, others);
}

std::uint16_t Grammar::Reader::add(Kind kind, std::uint16_t value, const std::vector<std::uint16_t>& children) {
  grammar_.nodes_.push_back({kind, value, static_cast<std::uint32_t>(grammar_.children_.size()),
                             static_cast<std::uint32_t>(children.size())});
  grammar_.children_.insert(grammar_.children_.end(), children.begin(), children.end());
  return static_cast<std::uint16_t>(grammar_.nodes_.size() - 1);
}

void Grammar::Reader::skipBlanks() {
  while (at_ < rule_.size() && isBlank(rule_[at_])) ++at_;
}

void Grammar::Reader::fault(std::string what) { grammar_.faults_.push_back(std::move(what)); }

Grammar::Grammar(std::string_view text, std::shared_ptr<Vocabulary> vocabulary) : vocabulary_(std::move(vocabulary)) {
  Reader(*this).read(text);
  Indexer(*this).index();
}

}  // namespace aftermint::copy
