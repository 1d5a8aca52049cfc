/** @file Faults as JSON, with messages. */
#include "aftermint/codec.h"
#include "codec/writer.h"

namespace aftermint {

Text encodeFaults(const List<Fault>& faults, std::string_view file) {
  codec::Writer out;
  const auto write = [&out, file](const Fault& fault) {
    out.open('{').field("code", toString(fault.code));
    if (!file.empty()) out.field("file", file);
    if (fault.line != 0) {
      out.field("line", static_cast<std::int64_t>(fault.line)).field("column", static_cast<std::int64_t>(fault.column));
    }
    out.field("pointer", fault.pointer).field("message", fault.message).field("hint", fault.hint).close('}');
  };
  out.open('{').key("ok").boolean(false).key("error");
  if (faults.empty()) {
    out.raw("null");
  } else {
    write(faults.front());
  }
  out.key("errors").open('[');
  for (const Fault& fault : faults) write(fault);
  return out.close(']').close('}').take();
}

}  // namespace aftermint
