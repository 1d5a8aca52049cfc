/** @file Writes an explanation as JSON: the decision, then its candidates. */
#include "aftermint/explain.h"

#include "aftermint/codec.h"
#include "codec/free_value.h"
#include "codec/writer.h"

namespace aftermint {
namespace {

using codec::Writer;

void writeCandidate(Writer& out, const Judged& judged, std::int64_t rank) {
  out.open('{').field("rank", rank).field("offer", judged.offer->id).field("verdict", toString(judged.verdict));
  out.field("reason", toString(judged.reason));
  out.field("meaning", kReasonMeanings[static_cast<std::size_t>(judged.reason)]);
  out.field("relation", toString(judged.relation)).field("trigger", judged.trigger->id);
  out.field("path", toString(judged.path)).field("price", judged.price);
  if (judged.bandMax != 0)
    out.key("band").open('{').field("min", judged.bandMin).field("max", judged.bandMax).close('}');
  out.key("expected").open('{').field("takeBps", judged.takeBps).field("value", judged.value).close('}');
  out.field("priority", judged.priority).key("arms").open('[');
  for (const ArmTaken& arm : judged.arms) {
    out.open('{').field("experiment", arm.experiment).field("arm", arm.arm).close('}');
  }
  out.close(']');
  if (judged.wanted != 0) out.field("had", judged.had).field("wanted", judged.wanted);
  if (!judged.unmet.empty()) {
    out.key("unmet").open('[');
    for (const UnmetPart& part : judged.unmet) {
      out.open('{').field("pointer", part.pointer);
      codec::writeFree(out.key("wanted"), part.wanted);
      codec::writeFree(out.key("got"), part.got);
      out.close('}');
    }
    out.close(']');
  }
  out.close('}');
}

}  // namespace

std::string encode(const Explanation& explanation) {
  std::string text = encode(explanation.decision);
  text.pop_back();  // reopens the object to add a member
  Writer out;
  out.open('[');
  std::int64_t rank = 0;
  for (const Judged& judged : explanation.candidates) writeCandidate(out, judged, ++rank);
  return text + ",\"candidates\":" + out.close(']').take() + "}";
}

}  // namespace aftermint
