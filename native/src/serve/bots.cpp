#include "serve/bots.h"

#include <algorithm>
#include <array>
#include <string>

namespace aftermint {
namespace {

/**
 * Parts of the User-Agents of programs, in lower case. Compared with the list of isbot
 * (https://github.com/omrilotan/isbot, src/patterns.json, 2026-11): what is here, it recognises too. The rest of that
 * list is rare, or would need expressions.
 */
constexpr std::array<std::string_view, 47> kBotWords = {
    // search engines, archives, models
    "crawl", "spider", "slurp", "mediapartners", "googleother", "google-inspectiontool", "google-read-aloud",
    "archive.org", "ia_archiver", "nutch", "sogou", "chatgpt-user", "perplexity-user", "claude-user", "bytespider",
    // previews of links
    "facebookexternalhit", "facebookcatalog", "bingpreview", "linkpreview", "whatsapp/", "skypeuripreview", "embedly",
    // monitors and measurements
    "lighthouse", "pagespeed", "speedcurve", "ptst/", "pingdom", "statuscake", "uptimerobot", "synthetic", "dareboost",
    // browsers that a program drives
    "headless", "phantomjs", "cypress/", "httrack", "scrapy",
    // libraries
    "curl/", "wget", "python", "java/", "go-http-client", "node-fetch", "axios/", "libwww", "httpclient", "undici",
    "zgrab"};

/** Whether a text has the word `bot` as robots write it: `Googlebot/2.1`, `bot;`. A phone called `Cubot` is none. */
bool hasBotWord(std::string_view text) {
  for (std::size_t at = text.find("bot"); at != std::string_view::npos; at = text.find("bot", at + 1)) {
    const std::string_view before = text.substr(0, at), after = text.substr(at + 3);
    const bool goesOn = !after.empty() && after.front() >= 'a' && after.front() <= 'z' && after.front() != 's';
    if (!goesOn && !before.ends_with("cu")) return true;
  }
  return false;
}

}  // namespace

bool isBot(std::string_view userAgent) {
  if (userAgent.empty()) return true;
  std::string text(userAgent);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return hasBotWord(text) || std::any_of(kBotWords.begin(), kBotWords.end(), [&text](std::string_view word) {
           return text.find(word) != std::string::npos;
         });
}

}  // namespace aftermint
