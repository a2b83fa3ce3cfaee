/// The completions for zsh, as one function for `fpath` on top of `_arguments`.
enum ZshCompletion {
  /// The whole script.
  static var script: String {
    """
    #compdef jwtcheck
    # Completions for jwtcheck in zsh; save them as _jwtcheck in a directory of fpath.

    _jwtcheck_marked_files() {
      if compset -P '@'; then
        _files
      else
        compadd -S '' -- @
      fi
    }

    _jwtcheck_keys() {
      if compset -P 'env:'; then
        _parameters -g '*export*'
      elif compset -P '@'; then
        _files
      else
        _files
        compadd -S '' -- \(KeyPrefix.allCases.map { Shell.zsh.quoted($0.rawValue) }
          .joined(separator: " "))
      fi
    }

    _jwtcheck() {
      local curcontext=$curcontext state line
      local -a commands
      commands=(
    \(commands)
      )
      _arguments -C \\
    \(specifications(CommandTable.globalOptions)) \\
        '1:command:->command' \\
        '*::argument:->argument' && return
      case $state in
        command) _describe -t commands command commands ;;
        argument)
          case $line[1] in
    \(cases)
          esac
          ;;
      esac
    }

    if [[ $funcstack[1] == _jwtcheck ]]; then
      _jwtcheck "$@"
    else
      compdef _jwtcheck jwtcheck
    fi

    """
  }

  private static var commands: String {
    CommandTable.commands.map {
      "    " + Shell.zsh.quoted("\($0.name.rawValue):\(escaped($0.summary))")
    }.joined(separator: "\n")
  }

  private static var cases: String {
    CommandTable.commands.map { command in
      let options = specifications(CommandTable.options(of: command.name))
      let positionals = command.positionals.enumerated().map { index, positional in
        let separator = positional.isRequired ? ":" : "::"
        let name = escaped(positional.name)
        let place = positional.isRepeatable ? "*" : "\(index + 1)"
        return Shell.zsh.quoted(
          "\(place)\(positional.isRepeatable ? ":" : separator)\(name):\(action(positional.completion))"
        )
      }
      let all = [options] + positionals.map { "    \($0)" }
      return "        \(command.name.rawValue)) _arguments -s -S \\\n"
        + all.joined(separator: " \\\n") + " ;;"
    }.joined(separator: "\n")
  }

  /// One line of `_arguments` for each way to write an option.
  ///
  /// The parentheses name what is not offered any more once the option is there.
  private static func specifications(_ options: [OptionSpecification]) -> String {
    options.flatMap { option in
      let forms = CompletionTable.forms(of: option)
      let excluded =
        (option.isRepeatable ? [] : forms) + (option.contrary.map { ["--\($0)"] } ?? [])
      return forms.map { form in
        let exclusion = excluded.isEmpty ? "" : "(\(excluded.joined(separator: " ")))"
        let star = option.isRepeatable ? "*" : ""
        let value = option.valueName.map { name in
          ":\(escaped(name)):\(action(option.completion))"
        }
        let attachment = value == nil ? "" : form.utf8.count == 2 ? "+" : "="
        return "    "
          + Shell.zsh.quoted(
            "\(exclusion)\(star)\(form)\(attachment)[\(escaped(option.help))]\(value ?? "")")
      }
    }.joined(separator: " \\\n")
  }

  private static func action(_ completion: Completion) -> String {
    switch completion {
    case .nothing: " "
    case .file: "_files"
    case .token: "_jwtcheck_marked_files"
    case .key: "_jwtcheck_keys"
    case .choice(let words) where words.allSatisfy({ $0.utf8.last == UInt8(ascii: "=") }):
      "compadd -S \"\" -- \(words.joined(separator: " "))"
    case .choice(let words): "(\(words.joined(separator: " ")))"
    case .list(let words): "_values -s , algorithm \(words.joined(separator: " "))"
    }
  }

  /// The text with the characters escaped that separate the fields of a specification.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      result += ":[]\\".contains(character) ? "\\\(character)" : "\(character)"
    }
  }
}
