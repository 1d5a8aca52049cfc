/** @file `aftermint release`: a person brings back an offer that the guard of a server stopped. */
#include <memory>
#include <optional>
#include <string>

#include "aftermint/time.h"
#include "cli/commands.h"
#include "cli/existing_store.h"
#include "cli/output.h"
#include "clock.h"
#include "events/store.h"
#include "guard/stopped_offers.h"
#include "json.h"
#include "text.h"

namespace aftermint::cli {
namespace {

struct ReleaseCall {
  std::string offer, store, by, why;
};

/** Why an offer cannot be released. */
std::string notStoppedText(const std::string& offer, const std::optional<OfferStop>& last) {
  if (!last || !last->released) return offer + " is not stopped in this store.";
  return offer + " is not stopped: " + last->releasedBy + " released it at " + std::string(writeTime(*last->released)) +
         ".";
}

int release(const ReleaseCall& call, const std::string& path, bool json) {
  const Millis now = systemMillis();
  bool isReleased = false;
  std::optional<OfferStop> last;
  // Opening the table would add it to a store that no guard has used.
  if (hasStoppedOffers(path)) {
    StoppedOffers table(path);
    isReleased = table.release(call.offer, call.by, call.why, now);
    last = table.last(call.offer);
  }
  if (!isReleased || !last) {
    const std::string text = notStoppedText(call.offer, last);
    if (json) {
      print(compact(Json{{"ok", false}, {"offer", call.offer}, {"released", false}, {"message", text}}));
    } else {
      printMessage("aftermint release: " + text);
    }
    return kBad;
  }
  if (json) {
    Json out = {{"ok", true},
                {"offer", last->offer},
                {"released", true},
                {"stoppedAt", std::string(writeTime(last->stopped))},
                {"because", last->because},
                {"releasedAt", std::string(writeTime(now))},
                {"by", last->releasedBy}};
    if (!last->why.empty()) out["why"] = last->why;
    print(compact(out));
    return kGood;
  }
  print(call.offer + " is released by " + call.by + ". It was stopped at " + std::string(writeTime(last->stopped)) +
        ": " + last->because +
        "\nA running server with --guard offers it again after its next round (60 seconds unless --guard-seconds says "
        "otherwise). It is stopped again only if visitors assigned from now on show harm.");
  return kGood;
}

int runRelease(ReleaseCall call, bool json) {
  call.by = std::string(trimmed(call.by));
  if (call.by.empty()) {
    throw Unusable(ErrorCode::Usage, "--by is empty", "Give the name of the person who releases the offer.");
  }
  const std::string url = existingStore(call.store);
  try {
    (void)openStoreReadOnly(url);  // refuses a file that is no store of ours
    return release(call, sqlitePath(url), json);
  } catch (const StoreError& error) {
    throw Unusable(ErrorCode::FileUnreadable, error.what(),
                   "Give the store of `aftermint serve --guard`, or its --state.", storeForDisplay(call.store));
  } catch (const SQLite::Exception& error) {
    throw Unusable(ErrorCode::FileUnreadable, std::string("the store cannot be changed: ") + error.what(),
                   "Run the command as a user who may write the file, and try again.", call.store);
  }
}

}  // namespace

void addRelease(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("release", "Bring back an offer that `serve --guard` stopped");
  const auto call = std::make_shared<ReleaseCall>();
  command->add_option("OFFER", call->offer, "The id of the offer")->required();
  command->add_option("--store", call->store, "The store of the server: sqlite:PATH, or only the path")
      ->required()
      ->envname("AFTERMINT_STORE");
  command->add_option("--by", call->by, "The name of the person who releases it")->required();
  command->add_option("--why", call->why, "What was changed, or why the finding is wrong; kept with the release");
  addJson(*command, request);
  command->footer(
      "The stop and its release stay in the store as history. What was counted before does not stop the offer again:\n"
      "the guard then counts only visitors who are assigned after the release.\n"
      "Exit codes: 0 released; 1 the offer is not stopped; 2 the store cannot be used.");
  command->callback([call, &request] { request.run = [call, &request] { return runRelease(*call, request.json); }; });
}

}  // namespace aftermint::cli
