#include "draft/approval.h"

#include "aftermint/time.h"

#include <algorithm>
#include <utility>

#include "json.h"
#include "patch/set_members.h"
#include "text.h"

namespace aftermint::draft {
namespace {

/** Whether the approval itself resolves the finding. */
bool isResolvedByApproval(FindingCode code) { return code == FindingCode::NotApproved || code == FindingCode::Refresh; }

std::size_t numberOf(const IndexedBook& book, const Offer& offer) {
  return static_cast<std::size_t>(&offer - book.book().offers.data());
}

Json reviewedOf(const IndexedBook& book, const ToApprove& each, const Approver& approver) {
  Json out = {{"at", writeTime(approver.at / 1000 * 1000)},
              {"of", fingerprint(book, *each.offer)},
              {"offer", offerFingerprint(book, *each.offer)}};
  if (!approver.by.empty()) out["by"] = approver.by;
  if (!approver.note.empty()) out["note"] = approver.note;
  Json seen = Json::array();
  for (const Finding& finding : each.findings) {
    const Json code = toString(finding.code);
    if (finding.severity != Severity::Info || std::find(seen.begin(), seen.end(), code) != seen.end()) continue;
    seen.push_back(code);
  }
  if (!seen.empty()) out["seen"] = std::move(seen);
  return out;
}

}  // namespace

bool ToApprove::hasError() const {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.severity == Severity::Error; });
}

std::vector<ToApprove> findingsBeforeApproval(const IndexedBook& book, const std::vector<const Offer*>& offers) {
  Book approved = book.book();
  for (const Offer* offer : offers) {
    Offer& shown = approved.offers[numberOf(book, *offer)];
    shown.approved = true;
    shown.reviewed.reset();
  }
  std::vector<ToApprove> out;
  for (const Offer* offer : offers) out.push_back({offer, {}});
  for (Finding& finding : check(IndexedBook(std::move(approved)))) {
    if (!finding.offer || isResolvedByApproval(finding.code)) continue;
    for (ToApprove& each : out) {
      if (numberOf(book, *each.offer) == *finding.offer) each.findings.push_back(finding);
    }
  }
  return out;
}

std::string approve(std::string_view text, const IndexedBook& book, const std::vector<ToApprove>& offers,
                    const Approver& approver) {
  const std::string_view json = withoutMark(text);
  const Json written = Json::parse(json);
  std::vector<patch::MemberEdit> edits;
  for (const ToApprove& each : offers) {
    const std::size_t number = numberOf(book, *each.offer);
    const std::vector<std::string> place = {"offers", std::to_string(number)};
    if (written["offers"][number].contains("approved")) edits.push_back({place, "approved", true});
    edits.push_back({place, "reviewed", reviewedOf(book, each, approver)});
  }
  return std::string(text.substr(0, text.size() - json.size())) + patch::setMembers(json, edits);
}

std::string reviewedJson(const IndexedBook& book, const ToApprove& offer, const Approver& approver) {
  return compact(reviewedOf(book, offer, approver));
}

}  // namespace aftermint::draft
