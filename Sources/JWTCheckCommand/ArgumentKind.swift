import JOSE
import StrictCoding
package import TokenReport

/// A kind of value: how a word becomes one, and what a shell may offer for it.
///
/// The type of the value is part of the kind, so an option that is read gives the right type and a
/// wrong word is found by the parser, before the command runs.
package struct ArgumentKind<Value: Sendable>: Sendable {
  /// What a shell offers.
  let completion: Completion
  /// Turns the word into the value.
  let parse: @Sendable (String) throws(ValueProblem) -> Value
}

/// What a shell offers in the place of a value.
package enum Completion: Equatable, Sendable {
  /// Nothing: free text.
  case nothing
  /// Names of files.
  case file
  /// The names of files, marked with `@`: the place of a token.
  case token
  /// Names of files and the prefixes of a KEY, and names of variables after `env:`.
  case key
  /// One of these words.
  case choice([String])
  /// Several of these words, separated by commas.
  case list([String])
}

extension ArgumentKind where Value == String {
  /// Any text but the empty one: an empty issuer or audience would accept a token that says nothing.
  package static var text: Self {
    ArgumentKind(completion: .nothing) { word throws(ValueProblem) in
      guard !word.utf8.isEmpty else {
        throw ValueProblem(
          "the value is empty", hint: "a shell variable that is not set expands to nothing")
      }
      return word
    }
  }

  /// The path of a file, or `-`.
  package static var file: Self {
    ArgumentKind(completion: .file) { $0 }
  }

  /// One of these words.
  package static func oneOf(_ words: [String]) -> Self {
    ArgumentKind(completion: .choice(words)) { word throws(ValueProblem) in
      try WordList(words).match(word)
    }
  }

  /// One of these codes of the catalogue.
  package static func code(among codes: [CodeExplanation]) -> Self {
    let words = codes.map(\.code)
    return ArgumentKind(completion: .choice(words)) { word throws(ValueProblem) in
      do throws(ValueProblem) {
        return try WordList(words).match(word)
      } catch {
        throw ValueProblem(error.message, hint: error.hint ?? "jwtcheck explain lists all codes")
      }
    }
  }

  /// A token, `@FILE` or `-`.
  package static var token: Self {
    ArgumentKind(completion: .token) { $0 }
  }
}

extension ArgumentKind where Value == TimeArgument {
  /// A moment.
  package static var time: Self {
    ArgumentKind(completion: .nothing) { word throws(ValueProblem) in try TimeArgument(word) }
  }
}

extension ArgumentKind where Value == DurationArgument {
  /// A length of time.
  package static var duration: Self {
    ArgumentKind(completion: .nothing) { word throws(ValueProblem) in try DurationArgument(word) }
  }
}

extension ArgumentKind where Value == Int {
  /// A number of things, at least one.
  package static var count: Self {
    ArgumentKind(completion: .nothing) { word throws(ValueProblem) in
      guard let number = DecimalDigits.integer(word[...].utf8), number > 0,
        let count = Int(exactly: number)
      else { throw ValueProblem("\(ShownText.quoted(word)) is not a whole number above 0") }
      return count
    }
  }
}

extension ArgumentKind where Value == JSONPointer {
  /// A JSON Pointer.
  static var pointer: Self {
    ArgumentKind(completion: .nothing) { word throws(ValueProblem) in
      do throws(JSONPointer.ParseError) {
        return try JSONPointer(word)
      } catch {
        throw ValueProblem(error.message, hint: error.hint)
      }
    }
  }
}

extension ArgumentKind where Value == KeySource {
  /// A key.
  package static var key: Self {
    ArgumentKind(completion: .key) { word throws(ValueProblem) in try KeySource(word) }
  }
}

extension ArgumentKind where Value == Assignment {
  /// `NAME=VALUE` with one of these names.
  package static func assignment(to names: [String]) -> Self {
    ArgumentKind(completion: .choice(names.map { $0 + "=" })) { word throws(ValueProblem) in
      try Assignment(word, names: names)
    }
  }
}

extension ArgumentKind where Value == [SignatureAlgorithm] {
  /// Some of the signature algorithms by their registered names, separated by commas.
  static var algorithms: Self {
    let names = SignatureAlgorithm.allCases.map(\.name)
    return ArgumentKind(completion: .list(names)) { text throws(ValueProblem) in
      try text.split(separator: ",", omittingEmptySubsequences: false).map {
        part throws(ValueProblem) in
        let name = try WordList(names).match(String(part))
        guard let algorithm = SignatureAlgorithm(named: name.utf8) else {
          throw ValueProblem("is not accepted")
        }
        return algorithm
      }
    }
  }
}

extension ArgumentKind where Value: RawRepresentable<String> & CaseIterable {
  /// One case of an enumeration, by its raw value.
  package static func choice(of type: Value.Type = Value.self) -> Self {
    let words = type.allCases.map(\.rawValue)
    return ArgumentKind(completion: .choice(words)) { word throws(ValueProblem) in
      let match = try WordList(words).match(word)
      guard let value = Value(rawValue: match) else { throw ValueProblem("is not accepted") }
      return value
    }
  }
}
