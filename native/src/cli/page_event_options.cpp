#include "cli/page_event_options.h"

#include <string>

namespace aftermint::cli {
namespace {

void addQuota(CLI::App& command, const std::string& name, int& limit, const char* variable, const std::string& about) {
  command.add_option(name, limit, about + "; 0: any number")
      ->check(CLI::Range(0, 10'000'000))
      ->envname(variable)
      ->capture_default_str();
}

}  // namespace

void addPageEventOptions(CLI::App& command, PageEventOptions& options) {
  QuotaLimits& quota = options.quota;
  addQuota(command, "--events-per-client", quota.eventsByClient, "AFTERMINT_EVENTS_PER_CLIENT",
           "Events of pages that one public address may send in a minute");
  addQuota(command, "--visitors-per-client", quota.visitorsByClient, "AFTERMINT_VISITORS_PER_CLIENT",
           "New visitors that one public address may bring in an hour");
  addQuota(command, "--events-per-visitor", quota.eventsByVisitor, "AFTERMINT_EVENTS_PER_VISITOR",
           "Events of pages that one visitor may send in a minute");
  command
      .add_flag("--require-page-token", options.requireToken,
                "Count events of pages only if the page has a token that your server signed (data-beacon?token=)")
      ->envname("AFTERMINT_REQUIRE_PAGE_TOKEN");
  command
      .add_option("--keep-events", options.keepDays,
                  "Days after which events of pages are deleted, except those about offers under test; 0: never")
      ->check(CLI::Range(0, 36'500))
      ->envname("AFTERMINT_KEEP_EVENTS")
      ->capture_default_str();
}

}  // namespace aftermint::cli
