/** @file `aftermint completion`: scripts that complete commands, options and files in a shell. */
#include <memory>

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/output.h"

namespace aftermint::cli {
namespace {

struct OptionWords {
  std::string name;  ///< long, without dashes
  std::string doc;   ///< its first line
  bool takesValue = false;
  std::vector<std::string> values;  ///< what it may be, where that is a fixed list
};

struct CommandWords {
  std::string name, doc;
  std::vector<OptionWords> options;
};

std::string firstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

/** The values of an option with a fixed list, which CLI11 tells in its type only: `TEXT:{text,html}`. */
std::vector<std::string> valuesOf(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{'), close = type.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return {};
  return CLI::detail::split(type.substr(open + 1, close - open - 1), ',');
}

std::vector<OptionWords> optionsOf(const CLI::App& command) {
  std::vector<OptionWords> options;
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_group().empty()) continue;  // hidden
    for (const std::string& name : option->get_lnames()) {
      options.push_back(
          {name, firstLine(option->get_description()), option->get_expected_min() > 0, valuesOf(*option)});
    }
  }
  return options;
}

std::vector<CommandWords> commandsOf(const CLI::App& app) {
  std::vector<CommandWords> commands = {{"", "", optionsOf(app)}};
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    commands.push_back({command->get_name(), firstLine(command->get_description()), optionsOf(*command)});
  }
  return commands;
}

template <class Each, class Text>
std::string joined(const std::vector<Each>& all, const Text& text) {
  std::string out;
  for (const Each& each : all) {
    if (!out.empty()) out += ' ';
    out += text(each);
  }
  return out;
}

std::string commandNames(const std::vector<CommandWords>& commands) {
  std::string names;
  for (const CommandWords& command : commands) names += command.name.empty() ? "" : command.name + " ";
  return names;
}

/** `case` branches that bash and zsh share: the values of an option as `list`, then the options of a command. */
std::string valueBranches(const std::vector<CommandWords>& commands) {
  std::string out;
  for (const CommandWords& command : commands) {
    for (const OptionWords& option : command.options) {
      if (option.values.empty()) continue;
      out += "    \"" + command.name + " --" + option.name + "\") list=\"" +
             joined(option.values, [](const std::string& value) { return value; }) + "\" ;;\n";
    }
  }
  return out;
}

std::string optionBranches(const std::vector<CommandWords>& commands) {
  std::string out;
  for (const CommandWords& command : commands) {
    const std::string first = command.name.empty() ? commandNames(commands) : "";
    out += "    \"" + command.name + "\") list=\"" + first +
           joined(command.options, [](const OptionWords& option) { return "--" + option.name; }) + "\" ;;\n";
  }
  return out;
}

std::string bashScript(const std::vector<CommandWords>& commands) {
  return "# bash completion of aftermint: source <(aftermint completion bash)\n"
         "_aftermint() {\n"
         "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\" command=\"\" "
         "list=\"\" word\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    if [[ \" " +
         commandNames(commands) +
         "\" == *\" $word \"* ]]; then command=\"$word\"; break; fi\n"
         "  done\n"
         "  case \"$command $previous\" in\n" +
         valueBranches(commands) +
         "  esac\n"
         "  if [[ -z \"$list\" && ( \"$current\" == -* || -z \"$command\" ) ]]; then\n"
         "    case \"$command\" in\n" +
         optionBranches(commands) +
         "    esac\n"
         "  fi\n"
         "  if [[ -n \"$list\" ]]; then COMPREPLY=($(compgen -W \"$list\" -- \"$current\"))\n"
         "  else COMPREPLY=($(compgen -f -- \"$current\")); fi\n"
         "}\n"
         "complete -o filenames -F _aftermint aftermint\n";
}

std::string zshScript(const std::vector<CommandWords>& commands) {
  return "#compdef aftermint\n"
         "# zsh completion of aftermint: source <(aftermint completion zsh)\n"
         "_aftermint() {\n"
         "  local current=\"${words[CURRENT]}\" previous=\"${words[CURRENT-1]}\" command=\"\" list=\"\" word\n"
         "  for word in \"${(@)words[2,CURRENT-1]}\"; do\n"
         "    if [[ \" " +
         commandNames(commands) +
         "\" == *\" $word \"* ]]; then command=\"$word\"; break; fi\n"
         "  done\n"
         "  case \"$command $previous\" in\n" +
         valueBranches(commands) +
         "  esac\n"
         "  if [[ -z \"$list\" && ( \"$current\" == -* || -z \"$command\" ) ]]; then\n"
         "    case \"$command\" in\n" +
         optionBranches(commands) +
         "    esac\n"
         "  fi\n"
         "  if [[ -n \"$list\" ]]; then compadd -- ${=list}\n"
         "  else _files; fi\n"
         "}\n"
         "compdef _aftermint aftermint\n";
}

/** A text in single quotes as fish reads it. */
std::string fishQuoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fishScript(const std::vector<CommandWords>& commands) {
  std::string out = "# fish completion of aftermint: aftermint completion fish | source\n";
  for (const CommandWords& command : commands) {
    const std::string when =
        command.name.empty() ? "__fish_use_subcommand" : "'__fish_seen_subcommand_from " + command.name + "'";
    if (!command.name.empty()) {
      out += "complete -c aftermint -f -n __fish_use_subcommand -a " + command.name + " -d " + fishQuoted(command.doc) +
             "\n";
    }
    for (const OptionWords& option : command.options) {
      out += "complete -c aftermint -n " + when + " -l " + option.name;
      if (option.takesValue) out += " -r";
      if (!option.values.empty()) {
        out += " -f -a " + fishQuoted(joined(option.values, [](const std::string& value) { return value; }));
      }
      out += " -d " + fishQuoted(option.doc) + "\n";
    }
  }
  return out;
}

}  // namespace

void addCompletion(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("completion", "Print a script that completes commands and options in a shell");
  const auto shell = std::make_shared<std::string>();
  command->add_option("SHELL", *shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->footer(
      "bash: source <(aftermint completion bash)\n"
      "zsh:  source <(aftermint completion zsh)\n"
      "fish: aftermint completion fish | source");
  command->callback([shell, &app, &request] {
    request.run = [shell, &app] {
      const std::vector<CommandWords> commands = commandsOf(app);
      printDocument(*shell == "bash"  ? bashScript(commands)
                    : *shell == "zsh" ? zshScript(commands)
                                      : fishScript(commands));
      return kGood;
    };
  });
}

}  // namespace aftermint::cli
