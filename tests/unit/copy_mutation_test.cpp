// Ten thousand seeded mutations of texts: no crash, only valid findings, and no disguise makes a text pass.
#include <random>

#include "copy/letters.h"
#include "unit/copy_cases.h"

namespace aftermint {
namespace {

using testing::codesOf;
using testing::has;
using testing::readCases;
using testing::utf8;

constexpr int kMutations = 10'000;
constexpr char32_t kInvisible[] = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF,  0xAD,  0x202E,
                                   0x2066, 0x200E, 0x34F,  0x180E, 0xE0041, 0x3164};

struct Labelled {
  std::string locale, text;
};

std::vector<Labelled> all(std::string_view name) {
  std::vector<Labelled> out;
  const nlohmann::json cases = readCases(name);
  for (const auto& [locale, texts] : cases.items()) {
    if (texts.is_array()) {
      for (const std::string text : texts) out.push_back({locale, text});
      continue;
    }
    for (const auto& [kind, list] : texts.items()) {
      for (const std::string text : list) out.push_back({locale, text});
    }
  }
  return out;
}

std::vector<char32_t> codePoints(std::string_view text) {
  std::vector<char32_t> out;
  while (!text.empty()) out.push_back(copy::takeCodePoint(text));
  return out;
}

std::string joined(const std::vector<char32_t>& points) {
  std::string out;
  for (const char32_t c : points) out += utf8(c);
  return out;
}

class Mutation : public ::testing::Test {
 protected:
  std::size_t upTo(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random_); }

  template <class T>
  const T& one(const std::vector<T>& list) {
    return list[upTo(list.size() - 1)];
  }

  std::mt19937 random_{20261125};
};

TEST_F(Mutation, OfBytesAlwaysGivesValidFindings) {
  std::vector<Labelled> texts = all("shaming-declines");
  for (const char* name : {"neutral-declines", "pressing-copy", "honest-copy"}) {
    for (Labelled& each : all(name)) texts.push_back(std::move(each));
  }
  const std::vector<std::string> locales = {"en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "", "\xFF"};
  for (int i = 0; i < kMutations; ++i) {
    std::string text = one(texts).text;
    for (std::size_t edits = 1 + upTo(6); edits > 0; --edits) {
      const std::size_t at = upTo(text.size());
      switch (upTo(4)) {
        case 0:
          text.insert(at, 1, static_cast<char>(upTo(255)));
          break;
        case 1:
          if (at < text.size()) text.erase(at, 1 + upTo(3));
          break;
        case 2:
          if (at < text.size()) text[at] = static_cast<char>(upTo(255));
          break;
        case 3:
          text.insert(at, utf8(static_cast<char32_t>(upTo(0x10FFFF))));
          break;
        default:
          text += text.substr(at) + one(texts).text;
      }
    }
    const CopyText copy{static_cast<CopyField>(upTo(3)), one(locales), text, static_cast<Path>(upTo(2))};
    for (const CopyFinding& finding : judgeCopy(copy)) {
      EXPECT_LT(static_cast<std::size_t>(finding.code), kFindingCodeCodes.size());
      EXPECT_FALSE(finding.message.empty());
      EXPECT_FALSE(finding.hint.empty());
    }
  }
}

/** A shaming label is refused even with hidden characters between its letters, or with look-alike letters. */
TEST_F(Mutation, ThatDisguisesAShamingLabelIsRefused) {
  std::vector<std::vector<char32_t>> alike(128);
  for (char32_t c = 0x80; c < 0x20000; ++c) {
    const char latin = copy::lookalike(c);
    if (latin != '\0') alike[static_cast<std::size_t>(latin)].push_back(c);
  }
  const std::vector<Labelled> shaming = all("shaming-declines");
  for (int i = 0; i < kMutations; ++i) {
    const Labelled& label = one(shaming);
    std::vector<char32_t> points = codePoints(label.text);
    for (std::size_t edits = 1 + upTo(5); edits > 0; --edits) {
      const std::size_t at = upTo(points.size() - 1);
      const char32_t c = points[at];
      if (c < 128 && !alike[c].empty() && upTo(1) == 0) {
        points[at] = alike[c][upTo(alike[c].size() - 1)];
      } else {
        points.insert(points.begin() + static_cast<std::ptrdiff_t>(at), kInvisible[upTo(std::size(kInvisible) - 1)]);
      }
    }
    const std::string text = joined(points);
    const auto findings = judgeCopy({CopyField::Decline, label.locale, text, Path::Form});
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(),
                            [](const CopyFinding& finding) {
                              return finding.severity == Severity::Error && finding.code == FindingCode::DeclineNeutral;
                            }))
        << label.locale << ": " << text;
  }
}

/** Disguised pressure is reported as pressure and as hidden characters. */
TEST_F(Mutation, ThatDisguisesPressureIsFound) {
  constexpr std::u32string_view kFrom = U"aeopcxyTHBKMi", kTo = U"аеорсхуТНВКМі";
  for (const Labelled& copy : all("pressing-copy")) {
    const auto plain = codesOf(CopyField::Benefit, copy.locale, copy.text);
    for (int round = 0; round < 4; ++round) {
      std::vector<char32_t> points = codePoints(copy.text);
      for (char32_t& c : points) {
        const std::size_t at = kFrom.find(c);
        if (at != std::u32string_view::npos && upTo(1) == 0) c = kTo[at];
      }
      points.insert(points.begin() + 1, kInvisible[upTo(std::size(kInvisible) - 1)]);
      const std::string text = joined(points);
      const auto codes = codesOf(CopyField::Benefit, copy.locale, text);
      EXPECT_TRUE(has(codes, FindingCode::HiddenCharacters)) << text;
      for (const FindingCode code : plain) EXPECT_TRUE(has(codes, code)) << text << ": " << toString(code);
    }
  }
}

}  // namespace
}  // namespace aftermint
