#include "patch/patch.h"

#include <utility>

#include "aftermint/encode_book.h"
#include "patch/patch_operation.h"
#include "text.h"
#include "unusable.h"

namespace aftermint::patch {
namespace {

/** The most bytes that operations may copy, because repeated copies grow exponentially. */
constexpr std::size_t kMostCopied = std::size_t{16} << 20;

[[noreturn]] void refuse(std::vector<Fault> faults, std::string_view patch, const std::string& file) {
  locateFaults(patch, faults);
  throw Unusable(std::move(faults), file);
}

Fault faultOf(ErrorCode code, std::size_t number, OperationFault found) {
  Fault fault;
  fault.code = code;
  fault.pointer = "/" + std::to_string(number) + found.key;
  fault.message = std::move(found.message);
  fault.hint = std::move(found.hint);
  return fault;
}

/** Adds the optional list `experiments` if the operation appends to it and the book has none. */
void addMissingList(Json& book, const Json& operation) {
  const std::string kList = "experiments";
  if (operation["op"] != "add" || operation["path"] != "/" + kList + "/-" || !book.is_object()) return;
  if (!book.contains(kList)) book[kList] = Json::array();
}

/** Reads the operations of a patch. Throws Unusable. */
Json readPatch(std::string_view text, const std::string& file) {
  Decoded<Value> decoded = decodeValue(text);
  if (!decoded) throw Unusable(std::move(decoded.faults), file);
  text = withoutMark(text);
  Json patch = Json::parse(text);
  std::vector<Fault> faults;
  if (!patch.is_array()) {
    Fault& fault = faults.emplace_back();
    fault.code = ErrorCode::PatchSchema;
    fault.message = "This is not a JSON Patch (RFC 6902): it is not a list of operations.";
    fault.hint = "Put the operations in square brackets. `aftermint draft` without --json writes a patch.";
    refuse(std::move(faults), text, file);
  }
  for (std::size_t i = 0; i < patch.size() && faults.size() < Limits{}.faults; ++i) {
    std::optional<OperationFault> found = malformed(patch[i]);
    if (found) faults.push_back(faultOf(ErrorCode::PatchSchema, i, std::move(*found)));
  }
  if (!faults.empty()) refuse(std::move(faults), text, file);
  return patch;
}

}  // namespace

Patched applyPatch(std::string_view book, std::string_view patch, const std::string& patchFile) {
  book = withoutMark(book);
  Patched out{Json::parse(book), {}};
  const Json operations = readPatch(patch, patchFile);
  std::size_t copied = 0;
  for (std::size_t i = 0; i < operations.size(); ++i) {
    const Json& operation = operations[i];
    addMissingList(out.book, operation);
    if (std::optional<OperationFault> found = conflict(out.book, operation)) {
      refuse({faultOf(ErrorCode::PatchConflict, i, std::move(*found))}, patch, patchFile);
    }
    const auto& op = operation["op"].get_ref<const std::string&>();
    out.steps.push_back({resolved(out.book, operation["path"]), op == "add" || op == "replace"});
    if (op == "copy") copied += out.book[Json::json_pointer(operation["from"])].dump().size();
    if (copied > kMostCopied) {
      refuse({faultOf(ErrorCode::TooLarge, i,
                      {"", "The patch copies more than 16 MiB.", "Copy less, or add the values instead."})},
             patch, patchFile);
    }
    if (op != "test") out.book.patch_inplace(Json::array({operation}));
  }
  return out;
}

std::string placeInPatch(const std::vector<PatchStep>& steps, std::string_view pointer) {
  for (std::size_t i = steps.size(); i > 0; --i) {
    const PatchStep& step = steps[i - 1];
    if (!step.hasValue || !pointer.starts_with(step.path)) continue;
    const std::string_view rest = pointer.substr(step.path.size());
    if (rest.empty() || rest.front() == '/') return "/" + std::to_string(i - 1) + "/value" + std::string(rest);
  }
  return {};
}

}  // namespace aftermint::patch
