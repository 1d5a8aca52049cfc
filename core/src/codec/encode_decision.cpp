/** @file Decisions and views as JSON. */
#include "aftermint/codec.h"
#include "aftermint/time.h"
#include "codec/encode_items.h"
#include "codec/writer.h"

namespace aftermint {
namespace {

using codec::writeArms;
using codec::writeItems;
using codec::writePiece;
using codec::Writer;

void writeView(Writer& out, const View& view) {
  switch (view.kind) {
    case View::Kind::Literal:
      out.text(view.text);
      return;
    case View::Kind::Money:
      out.open('{').key("money").open('{').field("amount", view.amount).field("currency", view.currency);
      out.close('}').close('}');
      return;
    case View::Kind::Element:
      break;
  }
  out.open('{').field("tag", view.tag);
  if (!view.attributes.empty()) {
    out.key("attrs").open('{');
    for (const Attribute& attribute : view.attributes) out.field(attribute.name, attribute.value);
    out.close('}');
  }
  if (!view.children.empty()) {
    out.key("children").open('[');
    for (const View& child : view.children) writeView(out, child);
    out.close(']');
  }
  out.close('}');
}

}  // namespace

Text encode(const Decision& decision) {
  Writer out;
  out.open('{').key("ok").boolean(true).key("offer");
  if (decision.offer != nullptr) {
    out.text(decision.offer->id);
  } else {
    out.raw("null");
  }
  out.field("reason", toString(decision.reason)).field("placement", toString(decision.placement));
  if (decision.preview) out.key("preview").boolean(true);
  if (decision.barrier) {
    out.key("oneClick").open('{').key("possible").boolean(false).field("reason", toString(*decision.barrier));
    if (decision.oneClick != nullptr && !decision.oneClick->reason.empty())
      out.field("said", decision.oneClick->reason);
    out.close('}');
  }
  if (decision.offer != nullptr) {
    out.field("path", toString(decision.path)).field("type", toString(decision.offer->type));
    writeItems(out, *decision.items, decision.times);
    if (decision.replaces != nullptr) writePiece(out.key("replaces"), *decision.replaces, 1);
    out.key("price").open('{').field("currency", decision.currency).field("amount", decision.price);
    if (decision.replaces != nullptr) out.field("total", decision.total);
    if (decision.prior) out.field("prior", *decision.prior);
    out.close('}').field("basis", decision.basis);
    out.key("expected").open('{').field("takeBps", decision.takeBps).field("value", decision.value).close('}');
    if (decision.until) out.field("until", writeTime(*decision.until, Fraction::Always));
    out.field("relation", toString(decision.relation)).field("trigger", decision.trigger->id);
  }
  writeArms(out, decision.arms);
  out.key("withheld");
  if (decision.withheld != nullptr) {
    out.text(decision.withheld->id);
  } else {
    out.raw("null");
  }
  if (const std::optional<Assignment>& assigned = decision.assignment) {
    out.key("assignment").open('{').field("offer", assigned->offer->id);
    out.key("holdout").boolean(assigned->holdout).field("before", assigned->before);
    writeArms(out, assigned->arms);
    out.close('}');
  }
  out.key("trace").open('[');
  for (const Trace& trace : decision.trace) {
    out.open('{').field("offer", trace.offer).field("verdict", toString(trace.verdict));
    out.field("reason", toString(trace.reason));
    if (trace.reason == Reason::PriceBand) {
      out.field("amount", trace.amount).field("min", trace.min).field("max", trace.max);
    }
    out.close('}');
  }
  return out.close(']').close('}').take();
}

Text encode(const View& view) {
  Writer out;
  writeView(out, view);
  return out.take();
}

}  // namespace aftermint
