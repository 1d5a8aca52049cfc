/** @file In the page's module a fault has only a code and a pointer, so the functions that explain it do nothing. */
#include "codec/faults.h"

#include "codec/writer.h"

namespace aftermint {
namespace codec {

void explain(Fault&, const Found&) {}
void explainSyntax(std::string_view, Fault&) {}
void locate(std::string_view, std::size_t, List<Fault>&) {}
void checkLinks(const Book&, const Limits&, List<Fault>&) {}

}  // namespace codec

Text encodeFaults(const List<Fault>& faults, std::string_view) {
  codec::Writer out;
  out.open('{').key("ok").boolean(false).key("error");
  if (faults.empty()) {
    out.raw("null");
  } else {
    out.open('{').field("code", toString(faults.front().code)).field("pointer", faults.front().pointer).close('}');
  }
  return out.close('}').take();
}

}  // namespace aftermint
