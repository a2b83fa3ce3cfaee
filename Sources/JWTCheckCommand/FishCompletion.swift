import TokenReport

/// The completions for fish: one `complete` line for each option and each place.
enum FishCompletion {
  /// The whole script.
  static var script: String {
    functions + "\n"
      + (["complete -c jwtcheck -f"] + commands + options + positionals).endedLines
  }

  private static let functions = """
    # Completions for jwtcheck in fish; save them as ~/.config/fish/completions/jwtcheck.fish

    # Succeeds when the command typed so far is the argument, or when there is none without one.
    function __jwtcheck_command_is
        set -l words (commandline -opc)
        set -l command
        set -l skip 0
        for word in $words[2..-1]
            if test $skip = 1
                set skip 0
                continue
            end
            switch $word
                case \(valueOptionsBeforeCommand)
                    set skip 1
                case '-?*'
                case '*'
                    set command $word
                    break
            end
        end
        test "$command" = "$argv[1]"
    end

    function __jwtcheck_marked_files
        set -l word (commandline -ct | string replace -r -- '^--?[a-z-]+=' '')
        if string match -q -- '@*' "$word"
            __fish_complete_path (string sub -s 2 -- "$word") | string replace -r -- '^' '@'
        else
            echo @
        end
    end

    function __jwtcheck_keys
        set -l word (commandline -ct | string replace -r -- '^--?[a-z-]+=' '')
        switch "$word"
            case 'env:*'
                set -nx | string replace -r -- '^' env:
            case '@*'
                __jwtcheck_marked_files
            case '*'
                __fish_complete_path "$word"
                printf '%s\\n' \(KeyPrefix.allCases.map(\.rawValue).joined(separator: " "))
        end
    end

    function __jwtcheck_list
        set -l word (commandline -ct | string replace -r -- '^--?[a-z-]+=' '')
        set -l before (string match -r -- '^.*,' "$word")
        printf "$before%s\\n" $argv
    end

    """

  private static var valueOptionsBeforeCommand: String {
    CommandTable.globalOptions.filter { $0.valueName != nil }
      .flatMap(CompletionTable.forms).joined(separator: " ")
  }

  private static var commands: [String] {
    CommandTable.commands.map {
      "complete -c jwtcheck -n '__jwtcheck_command_is' -a \($0.name.rawValue)"
        + " -d \(Shell.fish.quoted($0.summary))"
    }
  }

  private static var options: [String] {
    CommandTable.globalOptions.map { line($0, condition: nil) }
      + CommandTable.commands.flatMap { command in
        command.options.map { line($0, condition: command.name) }
      }
  }

  private static func line(_ option: OptionSpecification, condition: CommandName?) -> String {
    var words = ["complete -c jwtcheck"]
    if let condition { words.append("-n '__jwtcheck_command_is \(condition.rawValue)'") }
    words.append("-l \(option.name)")
    if let letter = option.letter { words.append("-s \(letter)") }
    words.append("-d \(Shell.fish.quoted(option.help))")
    if option.valueName != nil { words.append(value(option.completion)) }
    return words.joined(separator: " ")
  }

  private static var positionals: [String] {
    CommandTable.commands.flatMap { command in
      command.positionals.map { positional in
        "complete -c jwtcheck -n '__jwtcheck_command_is \(command.name.rawValue)'"
          + " \(argument(positional.completion))"
      }
    }
  }

  private static func value(_ completion: Completion) -> String {
    completion == .nothing ? "-x" : completion == .file ? "-r -F" : "-x \(argument(completion))"
  }

  private static func argument(_ completion: Completion) -> String {
    switch completion {
    case .nothing: "-f"
    case .file: "-F"
    case .token: "-a '(__jwtcheck_marked_files)'"
    case .key: "-a '(__jwtcheck_keys)'"
    case .choice(let words): "-a \(Shell.fish.quoted(words.joined(separator: " ")))"
    case .list(let words): "-a '(__jwtcheck_list \(words.joined(separator: " ")))'"
    }
  }
}
