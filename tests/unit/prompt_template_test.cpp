// The template of the prompt: each placeholder must be known, present, and on a line of its own.
#include "draft/template.h"

#include "unit/draft_fixture.h"

namespace aftermint {
namespace {

using draft::Blocks;
using draft::kBlocks;
using draft::Template;
using ::testing::HasSubstr;

/** A template with each placeholder on a line. */
std::string whole() {
  std::string text = "# Title\n";
  for (const std::string_view name : kBlocks) text += "{{" + std::string(name) + "}}\n";
  return text;
}

std::string templateWith(std::string_view from, std::string_view to) {
  std::string text = whole();
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, from.size(), to);
}

/** "line:column message" of each fault. */
std::vector<std::string> templateFaults(const std::string& text) {
  std::vector<std::string> out;
  try {
    const Template made(text, "t.md");
  } catch (const Unusable& unusable) {
    EXPECT_EQ(unusable.file(), "t.md");
    for (const Fault& fault : unusable.faults()) {
      EXPECT_FALSE(fault.hint.empty());
      out.push_back(std::to_string(fault.line) + ":" + std::to_string(fault.column) + " " + fault.message);
    }
  }
  return out;
}

TEST(PromptTemplate, FillsInEachBlock) {
  Blocks blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i) blocks[i] = "block " + std::to_string(i);
  const std::string text = Template(whole() + "The end {trigger} }}", "t.md").fill(blocks);
  EXPECT_THAT(text, HasSubstr("# Title\nblock 0\nblock 1\n"));
  EXPECT_THAT(text, HasSubstr("block 10\nThe end {trigger} }}"));
}

TEST(PromptTemplate, DoesNotFillPlaceholdersInBlocks) {
  Blocks blocks;
  blocks[0] = "{{goals}}";
  blocks[1] = "secret";
  const std::string text = Template(whole(), "t.md").fill(blocks);
  EXPECT_THAT(text, HasSubstr("# Title\n{{goals}}\nsecret\n"));
}

TEST(PromptTemplate, AcceptsSpacesCrLfAndAByteOrderMark) {
  EXPECT_THAT(templateFaults(templateWith("{{goals}}\n", "{{ goals }}  \r\n")), ::testing::IsEmpty());
  EXPECT_THAT(templateFaults("\xEF\xBB\xBF" + whole()), ::testing::IsEmpty());
  EXPECT_THAT(templateFaults(whole() + "{{goals}}"), ::testing::IsEmpty());
}

TEST(PromptTemplate, RefusesUnknownPlaceholdersWithTheirPlace) {
  EXPECT_THAT(templateFaults(whole() + "Dear «ü» {{customer}},\n"),
              ::testing::ElementsAre("13:10 There is no placeholder {{customer}}."));
  EXPECT_THAT(templateFaults(whole() + "{{goals}\n"),
              ::testing::ElementsAre("13:1 A placeholder begins here and does not end on this line."));
  EXPECT_THAT(templateFaults(whole() + "{{}}\n"), ::testing::ElementsAre("13:1 There is no placeholder {{}}."));
}

TEST(PromptTemplate, RefusesPlaceholdersThatAreNotAlone) {
  for (const char* line : {"Goals: {{goals}}\n", "  {{goals}}\n", "{{goals}}.\n", "> {{goals}}\n"}) {
    EXPECT_THAT(templateFaults(templateWith("{{goals}}\n", line)),
                ::testing::ElementsAre(HasSubstr("{{goals}} is not alone on its line.")))
        << line;
  }
  EXPECT_THAT(templateFaults(templateWith("{{goals}}\n", "```json\n{{goals}}\n```\n")),
              ::testing::ElementsAre(HasSubstr("4:1 {{goals}} is inside a fenced block")));
}

TEST(PromptTemplate, ReportsMissingPlaceholders) {
  for (const std::string_view name : kBlocks) {
    const std::string braced = "{{" + std::string(name) + "}}";
    EXPECT_THAT(templateFaults(templateWith(braced + "\n", "")),
                ::testing::ElementsAre("11:1 The placeholder " + braced + " is missing."));
  }
  EXPECT_EQ(templateFaults("").size(), kBlocks.size());
}

TEST(PromptTemplate, RefusesInvalidText) {
  EXPECT_THAT(templateFaults(whole() + "\xFF"), ::testing::ElementsAre(HasSubstr("not UTF-8 text")));
  EXPECT_THAT(templateFaults(whole() + std::string(1, '\0')), ::testing::ElementsAre(HasSubstr("not UTF-8 text")));
  EXPECT_THAT(templateFaults(whole() + std::string(draft::kMostTemplateBytes, ' ')),
              ::testing::ElementsAre(HasSubstr("larger than 1 MiB")));
}

TEST(PromptTemplate, IsBuiltIntoTheProgram) {
  EXPECT_EQ(draft::builtInTemplate(), aftermint::testing::fileOf("demo/prompts/Upsell.md"));
  EXPECT_THAT(templateFaults(std::string(draft::builtInTemplate())), ::testing::IsEmpty());
}

}  // namespace
}  // namespace aftermint
