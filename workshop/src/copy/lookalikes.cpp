/**
 * @file Letters that look like Latin ones. The list is written by hand after Unicode's confusables.txt (UTS #39), which
 * the Debian package unicode-data does not contain. A test compares it with ICU's copy of that file.
 */
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "copy/letters.h"

namespace aftermint::copy {
namespace {

// Each row: a Latin letter, then the letters that look like it. The styled letters of letters.gen.h are left out;
// capital forms are included (н for h, я for r).
constexpr std::array<std::u32string_view, 26> kLookalikes = {
    U"aɑΑάαАаᎪᗅᴀᴬᵃₐⱭꓮ\U000102A0\U00016F40",
    U"bʙΒβВЬвьᏏᏴᑲᖯᗷᴮᵇℬꓐꞴ\U00010282\U000102A1\U00010301",
    U"cϲϹСсᏟᴄᶜℂℭⅭⅽⲤⲥꓚꟲꮯ\U000102A2\U00010302\U00010415\U0001043D\U0001051C",
    U"dԀԁᎠᏧᑯᗞᗪᴅᴰᵈⅅⅆⅮⅾꓒꓓ",
    U"eΕέεЁЕеэѐёҼҽᎬᴇᴱᵉₑℯℰⅇⴹꓰꬲ\U00010286\U000118A6\U000118AE",
    U"fϜՔքᖴᶠℱꓝꜰꞘꞙꟳꬵ\U00010287\U000102A5\U00010525\U000118A2\U000118C2",
    U"gɡɢԌՑցᏀᏳᴳᵍᶃℊꓖꞬ",
    U"hʜʰΗНнҺһՀհᎻᏂᕼᴴₕℋℌℍℎⲎꓧ\U000102CF",
    U"iɩɪͺΐΙίιІЇіїӀӏᎥᴵᵢιⁱℐℑℹⅈⅠⅰⲒꙆꙇꞮꭵ\U000118C3",
    U"jʲͿϳЈјᎫᒍᴊᴶⅉⱼꓙꞲ",
    U"kΚκКкќᏦᛕᴋᴷᵏₖKⲔꓗ\U00010518",
    U"l丨ㅣʟˡᏞᒪᛁᴸₗℒℓⅬⅼⳐⵏꓡꓲ\U0001028A\U00010309\U0001041B\U00010526\U000118A3\U000118B2\U00016F16\U00016F28",
    U"mΜϺМмᎷᗰᛖᴍᴹᵐₘℳⅯⅿⲘꓟ\U000102B0\U00010311",
    U"nɴΝήηйпՈՌոռᴺⁿₙℕⲚꓠ\U00010513",
    U"o〇ΟΣθοσόОоՕօჿᲿᴏᴑᴼᵒₒℴⲞⲟⵔꓳꬽ\U00010292\U000102AB\U00010404\U0001042C\U000104C2"
    U"\U000104EA"
    U"\U00010516"
    U"\U000118A8"
    U"\U000118B5\U000118B7\U000118C8\U000118D7",
    U"pΡρϱРрᏢᑭᴘᴾᵖₚℙⲢⲣꓑ\U00010295",
    U"qԚԛԳԶգզℚⵕꟴ\U000107A5",
    U"rʀʳГгяᎡᎱᏒᖇᴦᴿᵣℛℜℝⲄⲅꓣꭇꭈꮁ\U000104B4\U00016F35",
    U"sˢЅѕՏᏕᏚₛꓢꜱꮪ\U00010296\U00010420\U00010448\U000118A1\U000118C1\U00016F3A",
    U"tΤτТтᎢᴛᵀᵗₜⲦꓔ\U00010297\U000102B1\U00010315\U000118BC\U00016F0A",
    U"uʋμυύцՍսᑌᴜᵁᵘᵤꓴꞞꞟꭎꭒ\U000104CE\U000104F6\U000118B8\U000118D8\U00016F42",
    U"vνѴѵᏙᐯᴠᵛᵥⅤⅴⱽⴸꓦꛟꮩ\U0001051D\U000118A0\U000118C0\U00016F08",
    U"wɯʷωώшщѠѡԜԝԱաᎳᏔᴡᵂꓪꮃ",
    U"xˣΧχХхᕁᕽᚷₓⅩⅹⲬⵝꓫꞳ\U00010290\U000102B4\U00010317\U00010527",
    U"yɣʏʸΓΥγϒЎУуўҮүყᎩᎽᲧᶌℽⲨꓬꭚ\U000102B2\U000118A4\U000118DC\U00016F43",
    U"zΖᏃᴢᶻℤℨꓜꮓ\U000118A9\U000118C4",
};

struct Lookalike {
  char32_t letter;
  char latin;
};

const std::vector<Lookalike>& lookalikes() {
  static const std::vector<Lookalike> all = [] {
    std::vector<Lookalike> list;
    for (const std::u32string_view row : kLookalikes) {
      for (const char32_t letter : row.substr(1)) list.push_back({letter, static_cast<char>(row[0])});
    }
    std::sort(list.begin(), list.end(), [](const Lookalike& a, const Lookalike& b) { return a.letter < b.letter; });
    return list;
  }();
  return all;
}

}  // namespace

char lookalike(char32_t c) {
  const std::vector<Lookalike>& all = lookalikes();
  const auto at = std::lower_bound(all.begin(), all.end(), c,
                                   [](const Lookalike& each, char32_t letter) { return each.letter < letter; });
  return at != all.end() && at->letter == c ? at->latin : '\0';
}

}  // namespace aftermint::copy
