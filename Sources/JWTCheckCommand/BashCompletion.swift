/// The completions for bash, without any other package.
///
/// bash splits words at `=` and `:` before it asks; the script joins them again, finds the command
/// and the place of the word, and in the end takes off the part that bash will not replace.
enum BashCompletion {
  /// The whole script.
  static var script: String {
    """
    # Completions for jwtcheck in bash; load them with: source <(jwtcheck completions bash)

    _jwtcheck_takes_value() {
      case $1 in
        \(pattern(CompletionTable.places.filter(\.isOption))) return 0 ;;
      esac
      return 1
    }

    _jwtcheck_options() {
      case $1 in
    \(optionCases)
      esac
    }

    # $1 is the place, $2 the word so far, $3 what stands before it in the same argument.
    _jwtcheck_value() {
      case $1 in
    \(valueCases)
      esac
    }

    \(functions)
    """
  }

  private static var optionCases: String {
    let all =
      CommandName.allCases.map { ($0.rawValue, CommandTable.options(of: $0)) }
      + [("''", CommandTable.globalOptions)]
    return all.map { name, options in
      "    \(name)) echo '\(options.flatMap(CompletionTable.forms).joined(separator: " "))' ;;"
    }.joined(separator: "\n")
  }

  private static var valueCases: String {
    CompletionTable.places.compactMap { place in
      action(place.completion).map { "    \(pattern([place])) \($0) ;;" }
    }.joined(separator: "\n")
  }

  private static func pattern(_ places: [CompletionTable.Place]) -> String {
    places.flatMap(\.names).joined(separator: " | ") + ")"
  }

  private static func action(_ completion: Completion) -> String? {
    switch completion {
    case .nothing: nil
    case .file: "_jwtcheck_files \"$2\" \"$3\""
    case .token: "_jwtcheck_marked_files \"$2\" \"$3\""
    case .key: "_jwtcheck_keys \"$2\" \"$3\""
    case .choice(let words): "_jwtcheck_words \(quoted(words)) \"$2\" \"$3\""
    case .list(let words): "_jwtcheck_list \(quoted(words)) \"$2\" \"$3\""
    }
  }

  private static func quoted(_ words: [String]) -> String {
    Shell.bash.quoted(words.joined(separator: " "))
  }

  private static let prefixes = KeyPrefix.allCases.filter { $0 != .at }.map(\.rawValue)

  private static let functions = #"""
    _jwtcheck_words() {
      local word
      for word in $(compgen -W "$1" -- "$2"); do
        [[ $word == *[=:] ]] && compopt -o nospace 2>/dev/null
        COMPREPLY+=("$3$word")
      done
    }

    _jwtcheck_list() {
      local before=
      [[ $2 == *,* ]] && before=${2%,*},
      _jwtcheck_words "$1" "${2##*,}" "$3$before"
    }

    _jwtcheck_files() {
      local file
      while IFS= read -r file; do
        COMPREPLY+=("$2$file")
      done < <(compgen -f -- "$1")
      ((${#COMPREPLY[@]})) && compopt -o filenames 2>/dev/null
    }

    # A file after @ is no file for bash: directories get their slash here.
    _jwtcheck_marked_files() {
      local file
      if [[ $1 != @* ]]; then
        [[ -z $1 ]] && { compopt -o nospace 2>/dev/null; COMPREPLY=("$2@"); }
        return
      fi
      while IFS= read -r file; do
        [[ -d $file ]] && { file+=/; compopt -o nospace 2>/dev/null; }
        COMPREPLY+=("$2@$file")
      done < <(compgen -f -- "${1#@}")
    }

    _jwtcheck_keys() {
      case $1 in
        @*) _jwtcheck_marked_files "$1" "$2" ;;
        env:*) _jwtcheck_words "$(compgen -e)" "${1#env:}" "$2env:" ;;
        *)
          # A prefix is no file name: bash would quote its colon.
          _jwtcheck_files "$1" "$2"
          [[ -n $1 ]] && ((${#COMPREPLY[@]})) && return
          _jwtcheck_words '\#(prefixes.joined(separator: " "))' "$1" "$2"
          ;;
      esac
    }

    _jwtcheck() {
      COMPREPLY=()
      # Words that no white space parts in the line are one argument.
      local line=${COMP_LINE:0:COMP_POINT} i word spaces words=()
      line=${line#*"${COMP_WORDS[0]}"}
      for ((i = 1; i <= COMP_CWORD; i++)); do
        spaces=${line%%[![:space:]]*}
        line=${line#"$spaces"}
        word=${COMP_WORDS[i]}
        ((i == COMP_CWORD)) && word=$line
        line=${line#"$word"}
        if [[ -z $spaces ]] && ((${#words[@]})); then
          words[${#words[@]} - 1]+=$word
        else
          words+=("$word")
        fi
      done

      local last=$((${#words[@]} - 1)) command= place= position=0 ended=0
      local current=${words[last]}
      for ((i = 0; i < last; i++)); do
        word=${words[i]}
        place=
        if ((ended)) || [[ $word != -?* ]]; then
          if [[ -z $command ]]; then command=$word; else ((position++)); fi
        elif [[ $word == -- ]]; then
          ended=1
        elif _jwtcheck_takes_value "$command:$word"; then
          place=$command:$word
          ((++i < last)) && place=
        fi
      done

      if [[ -n $place ]]; then
        _jwtcheck_value "$place" "$current" ''
      elif ((!ended)) && [[ $current == --*=* ]]; then
        _jwtcheck_value "$command:${current%%=*}" "${current#*=}" "${current%%=*}="
      elif ((!ended)) && [[ $current == -* ]]; then
        _jwtcheck_words "$(_jwtcheck_options "$command")" "$current" ''
      elif [[ -z $command ]]; then
        _jwtcheck_words '\#(CommandName.allCases.map(\.rawValue).joined(separator: " "))' "$current" ''
      else
        _jwtcheck_value "$command:$position" "$current" ''
      fi

      # bash replaces only what follows its own last word break.
      local kept=${current%"$2"}
      COMPREPLY=("${COMPREPLY[@]#"$kept"}")
    }

    complete -F _jwtcheck jwtcheck
    """#
}
