/** @file JSON Patch (RFC 6902) on the text of a book. */
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/codec.h"

namespace aftermint::patch {

/** One operation, and what it touched. */
struct PatchStep {
  std::string path;       ///< in the book; “-” as the number that it became
  bool hasValue = false;  ///< the operation brings a value: what is wrong in it is wrong in the patch
};

/** A book after its patch. */
struct Patched {
  nlohmann::ordered_json book;
  std::vector<PatchStep> steps;
};

/**
 * Applies a patch, its operations in order, all or nothing.
 *
 * Every path is looked up before an operation, so that each refusal says what is there instead. `book` is the text of a
 * book that decodes. Throws Unusable with the place in the patch: `json_syntax`, `patch_schema` for what is no JSON
 * Patch, `patch_conflict` for a path that leads nowhere and a `test` that does not hold.
 */
[[nodiscard]] Patched applyPatch(std::string_view book, std::string_view patch, const std::string& patchFile);

/**
 * The place in the patch that a place in the patched book comes from: `/0/value/price` for what the first operation
 * brought; empty where no operation brought it.
 */
[[nodiscard]] std::string placeInPatch(const std::vector<PatchStep>& steps, std::string_view pointer);

}  // namespace aftermint::patch
