#include "cli/config_file.h"

namespace aftermint::cli {

void addConfigFile(CLI::App& command, std::string& path, const std::string& variable) {
  command.add_option("--config", path, "TOML file with these options, such as port = 8080")
      ->check(CLI::ExistingFile)
      ->envname(variable);
}

void readConfigFile(CLI::App& command, const std::string& path) {
  if (path.empty()) return;
  for (const CLI::ConfigItem& item : CLI::ConfigTOML().from_file(path)) {
    if (item.name == "++" || item.name == "--") continue;  // CLI11's marks around a section
    const std::string name = item.fullname();
    CLI::Option* option = item.parents.empty() ? command.get_option_no_throw("--" + name) : nullptr;
    if (option == nullptr || option->get_group().empty() || name == "config" || name == "help" || name == "version") {
      throw CLI::ConfigError(path + ": " + name + " is not an option that a config file can set");
    }
    if (option->count() > 0) continue;
    if (option->get_expected_max() == 0) {
      option->add_result(command.get_config_formatter()->to_flag(item));
    } else {
      option->add_result(item.inputs);
    }
    option->run_callback();
  }
}

}  // namespace aftermint::cli
