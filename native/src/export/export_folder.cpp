#include "export/export_folder.h"

#include <fstream>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "aftermint/time.h"
#include "temporary_file.h"
#include "unusable.h"

namespace aftermint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExportMaker = "aftermint export";

/** Whether an export was written here before. */
bool hasManifest(const fs::path& folder) {
  std::ifstream file(folder / kExportManifest, std::ios::binary);
  const Json manifest = Json::parse(file, nullptr, false);
  return manifest.is_object() && manifest.value("madeBy", Json()) == kExportMaker;
}

}  // namespace

ExportFolder::ExportFolder(fs::path folder, std::span<const ExportTable> tables, ExportFormat format, bool force)
    : folder_(std::move(folder)), tables_(tables), format_(format) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error || !fs::is_directory(folder_, error)) {
    throw Unusable(ErrorCode::FileUnreadable, folder_.string() + " cannot be a folder of an export",
                   "Give a folder that exists or can be created.", folder_.string());
  }
  if (force || hasManifest(folder_)) return;
  std::vector<std::string> names = {std::string(kExportManifest)};
  for (const ExportTable table : tables_) names.push_back(fileName(table));
  for (const std::string& name : names) {
    std::error_code ignored;  // a file that cannot be examined is refused when it is written
    if (!fs::exists(folder_ / name, ignored)) continue;
    throw Unusable(ErrorCode::FileUnreadable,
                   (folder_ / name).string() + " is there, and no export of aftermint made it",
                   "Give another folder, or --force to replace the file.", (folder_ / name).string());
  }
}

std::string ExportFolder::fileName(ExportTable table) const {
  return std::string(toString(table)) + "." + std::string(toString(format_));
}

Json ExportFolder::write(StoreTables& store, const ExportQuery& query) const {
  const Text moment = writeTime(query.now, Fraction::Always);
  Json manifest = {{"madeBy", kExportMaker},
                   {"version", 1},
                   {"exported", std::string(moment.begin(), moment.end())},
                   {"windowDays", query.window / kDayMillis},
                   {"holdoutExperiment", kHoldoutExperiment},
                   {"tables", Json::array()}};
  std::vector<std::unique_ptr<TemporaryFile>> files;
  for (const ExportTable table : tables_) {
    TemporaryFile& file = *files.emplace_back(std::make_unique<TemporaryFile>((folder_ / fileName(table)).string()));
    const std::int64_t rows = store.write(table, format_, [&file](std::string_view bytes) { file.write(bytes); });
    manifest["tables"].push_back({{"table", toString(table)}, {"file", fileName(table)}, {"rows", rows}});
  }
  files.emplace_back(std::make_unique<TemporaryFile>((folder_ / kExportManifest).string()))
      ->write(manifest.dump(2) + "\n");
  for (const std::unique_ptr<TemporaryFile>& file : files) file->keep();
  return manifest;
}

}  // namespace aftermint
