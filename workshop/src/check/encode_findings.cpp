#include "aftermint/check.h"
#include "codec/writer.h"

namespace aftermint {

std::string encode(const std::vector<Finding>& findings) {
  codec::Writer out;
  bool errors = false;
  for (const Finding& finding : findings) errors = errors || finding.severity == Severity::Error;
  out.open('{').key("ok").boolean(!errors).key("findings").open('[');
  for (const Finding& finding : findings) {
    out.open('{').field("code", toString(finding.code)).field("severity", toString(finding.severity));
    out.field("pointer", finding.pointer).field("message", finding.message).field("hint", finding.hint).close('}');
  }
  return out.close(']').close('}').take();
}

}  // namespace aftermint
