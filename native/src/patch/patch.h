/** @file Applies a JSON Patch (RFC 6902) to the text of a book. */
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/codec.h"

namespace aftermint::patch {

/** An operation that was applied. */
struct PatchStep {
  std::string path;       ///< in the book, with "-" as the index that it stood for
  bool hasValue = false;  ///< the operation has a value, so a fault in the book may be a fault in the patch
};

/** A book after its patch. */
struct Patched {
  nlohmann::ordered_json book;
  std::vector<PatchStep> steps;
};

/**
 * Applies the operations of a patch in order, all or none. `book` is the text of a book that decodes.
 *
 * Throws Unusable with the place in the patch: `json_syntax`, `patch_schema` for what is not a JSON Patch,
 * `patch_conflict` for a path that does not exist and for a `test` that fails, `too_large` for a patch that copies more
 * than 16 MiB.
 */
[[nodiscard]] Patched applyPatch(std::string_view book, std::string_view patch, const std::string& patchFile);

/**
 * The place in the patch that a place in the patched book comes from, such as `/0/value/price`; empty if no operation
 * wrote it.
 */
[[nodiscard]] std::string placeInPatch(const std::vector<PatchStep>& steps, std::string_view pointer);

}  // namespace aftermint::patch
