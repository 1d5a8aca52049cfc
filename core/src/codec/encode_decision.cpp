#include "aftermint/codec.h"
#include "codec/writer.h"
#include "memory/iso_time.h"

namespace aftermint {
namespace {

using codec::Writer;

/** The members of something bought: of an offered item or of a line of the order. */
template <class T>
void writePiece(Writer& out, const T& piece, std::int64_t times) {
  out.open('{').field("product", piece.product);
  if (!piece.variant.empty()) out.field("variant", piece.variant);
  out.field("quantity", piece.quantity * times).close('}');
}

void writeItems(Writer& out, const List<Item>& items, std::int64_t times) {
  out.key("items").open('[');
  for (const Item& item : items) writePiece(out, item, times);
  out.close(']');
}

void writeNode(Writer& out, const Node& node) {
  switch (node.kind) {
    case Node::Kind::Literal:
      out.text(node.text);
      return;
    case Node::Kind::Money:
      out.open('{').key("money").open('{').field("amount", node.amount).field("currency", node.currency);
      out.close('}').close('}');
      return;
    case Node::Kind::Element:
      break;
  }
  out.open('{').field("tag", node.tag);
  if (!node.attributes.empty()) {
    out.key("attrs").open('{');
    for (const Attribute& attribute : node.attributes) out.field(attribute.name, attribute.value);
    out.close('}');
  }
  if (!node.children.empty()) {
    out.key("children").open('[');
    for (const Node& child : node.children) writeNode(out, child);
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
    if (decision.until) out.field("until", isoTime(*decision.until));
    out.field("relation", toString(decision.relation)).field("trigger", decision.trigger->id);
  }
  out.key("arms").open('[');
  for (const ArmTaken& arm : decision.arms) {
    out.open('{').field("experiment", arm.experiment).field("arm", arm.arm).close('}');
  }
  out.close(']').key("withheld");
  if (decision.withheld != nullptr) {
    out.text(decision.withheld->id);
  } else {
    out.raw("null");
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

Text encode(const Node& tree) {
  Writer out;
  writeNode(out, tree);
  return out.take();
}

Text encodeFaults(const List<Fault>& faults, [[maybe_unused]] std::string_view file) {
  Writer out;
  const auto write = [&out, file](const Fault& fault) {
    out.open('{').field("code", toString(fault.code));
#if AFTERMINT_PAGE
    static_cast<void>(file);
    out.field("pointer", fault.pointer);
#else
    if (!file.empty()) out.field("file", file);
    if (fault.line != 0) {
      out.field("line", static_cast<std::int64_t>(fault.line)).field("column", static_cast<std::int64_t>(fault.column));
    }
    out.field("pointer", fault.pointer).field("message", fault.message).field("mend", fault.mend);
#endif
    out.close('}');
  };
  out.open('{').key("ok").boolean(false).key("error");
  if (faults.empty()) {
    out.raw("null");
  } else {
    write(faults.front());
  }
#if !AFTERMINT_PAGE
  out.key("errors").open('[');
  for (const Fault& fault : faults) write(fault);
  out.close(']');
#endif
  return out.close('}').take();
}

#if !AFTERMINT_PAGE
std::string encode(const AcceptResult& result) {
  Writer out;
  out.open('{').key("ok").boolean(true).field("verdict", toString(result.verdict)).key("offer");
  if (result.offer != nullptr) {
    out.text(result.offer->id);
  } else {
    out.raw("null");
  }
  out.field("reason", toString(result.reason));
  if (result.items != nullptr) {
    out.key("price").open('{').field("amount", result.price).field("currency", result.currency).close('}');
    writeItems(out, *result.items, result.times);
    if (result.replaces != nullptr) writePiece(out.key("replaces"), *result.replaces, 1);
  }
  return out.close('}').take();
}

std::string encode(const std::vector<Finding>& findings) {
  Writer out;
  bool errors = false;
  for (const Finding& finding : findings) errors = errors || finding.severity == Severity::Error;
  out.open('{').key("ok").boolean(!errors).key("findings").open('[');
  for (const Finding& finding : findings) {
    out.open('{').field("code", toString(finding.code)).field("severity", toString(finding.severity));
    out.field("pointer", finding.pointer).field("message", finding.message).field("mend", finding.mend).close('}');
  }
  return out.close(']').close('}').take();
}

std::string encode(const Reading& reading) {
  Writer out;
  out.open('{').key("ok").boolean(true).field("currency", reading.currency).field("orders", reading.orders);
  out.field("meanOrderValue", reading.meanOrderValue).field("meanOrderValueWithout", reading.meanOrderValueWithout);
  out.key("rows").open('[');
  for (const ReadingRow& row : reading.rows) {
    out.open('{').field("offer", row.offer).field("placement", row.placement);
    out.key("takeRate").open('{').field("hits", row.takeRate.hits).field("of", row.takeRate.of);
    out.field("bps", row.takeRate.bps).field("lowBps", row.takeRate.lowBps).field("highBps", row.takeRate.highBps);
    out.close('}').field("declines", row.declines).field("undos", row.undos).field("revenue", row.revenue).close('}');
  }
  return out.close(']').close('}').take();
}
#endif

}  // namespace aftermint
