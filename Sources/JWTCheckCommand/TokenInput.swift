import JWTValidation
import TokenReport
import Velt

/// The token that a command line names: read, freed from its wrapping, not judged.
struct TokenInput {
  /// What was given where a token belongs.
  enum Content {
    /// A text that may be a token.
    case token([UInt8])
    /// An answer of the token endpoint that holds no token.
    case serviceFailure(TokenResponse.Failure)
  }

  /// Makes the report on a text that may be a token.
  ///
  /// - Throws: a failure that says nothing about the text, such as keys that cannot be had.
  typealias Reporting =
    (_ token: [UInt8], _ now: NumericDate, _ notes: [String]) throws(CommandFailure) -> Report

  /// What was given.
  let content: Content
  /// What was done to find it.
  let notes: [String]
  /// The file that it stood in, if it did.
  let file: TokenFile?

  /// The most bytes that are read. Far more than any token, so that a large file gets an answer
  /// about its content and not about its size; far less than any memory.
  private static let limit = 64 << 20

  /// Reads what a TOKEN names; standard input where it is left out.
  init(_ word: String?, _ standardInput: inout StandardInput) throws(CommandFailure) {
    let source = try Self.read(word, &standardInput)
    let isFromElsewhere = word == nil || Self.isStandardInput(word) || word?.pathBehindMark != nil
    let text = TokenText(source, dropsLineEnd: isFromElsewhere)
    let bytes = Array(text.bytes)
    var place: Range<Int>? = text.bytes.indices
    var answerNotes: [String] = []
    switch try Self.answer(bytes) {
    case nil: content = .token(bytes)
    case .failure(let failure):
      content = .serviceFailure(failure)
      place = nil
    case .token(let token, let notes):
      answerNotes = notes
      content = .token(token)
      place = source.firstRange(of: token)
    }
    notes = Self.notes(removed: text.removed) + answerNotes + Self.fileNote(about: word)
    file = word?.pathBehindMark.map { TokenFile(path: $0, text: source, token: place) }
  }

  private static func notes(removed: [String]) -> [String] {
    // Joining nothing, too, would cost a start a thirtieth: the first call searches for conformances.
    removed.isEmpty ? [] : ["removed from the input: \(removed.joined(separator: ", "))"]
  }

  /// What to say to who forgot the `@`. Headers of tokens begin with `ey`; a file is looked for
  /// under no other word.
  private static func fileNote(about word: String?) -> [String] {
    guard let word, !word.utf8.starts(with: "ey".utf8), !isStandardInput(word),
      word.pathBehindMark == nil, InputReader.size(ofFile: word) != nil
    else { return [] }
    return ["there is a file of this name: write @\(ShownText.escaped(word)) to have it read"]
  }

  /// The text that may be a token, for commands that make no report.
  ///
  /// - Throws: a failure for what is evidently none.
  func token() throws(CommandFailure) -> [UInt8] {
    guard case .token(let token) = content else {
      throw CommandFailure(.malformed, "the answer of the token endpoint holds no token")
    }
    guard let mistake = TokenMistake(token) else { return token }
    throw CommandFailure(.malformed, VeltFinding.mistake(mistake), in: "the token")
  }

  /// The report on what was given: a command's own on a text that may be a token, and the same in
  /// every command on what is evidently none.
  ///
  /// - Parameters:
  ///   - isTraced: whether `make` makes a trace.
  ///   - isCompared: whether `make` says what the service's own `verifyToken` should.
  ///   - make: reports on a text that may be a token.
  func report(
    at now: NumericDate, isTraced: Bool = false, isCompared: Bool = false,
    onToken make: (_ token: [UInt8], _ notes: [String]) throws(CommandFailure) -> Report
  ) throws(CommandFailure) -> Report {
    let report: Report
    switch content {
    case .token(let token):
      guard let mistake = TokenMistake(token) else { return try make(token, notes) }
      report = .mistake(mistake, at: now, isCompared: isCompared, notes: notes)
    case .serviceFailure(let failure): report = .serviceFailure(failure, at: now, notes: notes)
    }
    return isTraced ? report.tracedAsMistake() : report
  }

  private static func isStandardInput(_ word: String?) -> Bool {
    word.map { $0.utf8.elementsEqual("-".utf8) } ?? false
  }

  private static func read(
    _ word: String?, _ standardInput: inout StandardInput
  ) throws(CommandFailure) -> [UInt8] {
    guard let word, !isStandardInput(word) else {
      guard word != nil || !InputReader.standardInputIsTerminal else {
        throw CommandFailure(
          usage: "no token given",
          hint: "give TOKEN or @FILE, or pipe a token in; - waits for one to be typed")
      }
      return try standardInput.read("TOKEN", limit: limit)
    }
    guard let path = word.pathBehindMark else { return Array(word.utf8) }
    do {
      return try InputReader.read(file: path, limit: limit)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What the answer of a token endpoint holds.
  private enum Answer {
    case token([UInt8], notes: [String])
    case failure(TokenResponse.Failure)
  }

  /// The answer of a token endpoint, the service's own or one of OAuth (RFC 6749 §5.1), if the text is
  /// one.
  ///
  /// - Throws: a failure if the text has the members of the service's answer but is a broken one. Every
  ///   other object is left to whoever looks at tokens: it may be a JWS in another serialization.
  private static func answer(_ text: [UInt8]) throws(CommandFailure) -> Answer? {
    guard text.first == UInt8(ascii: "{"),
      let members = try? JSONValue.parse(text, limits: .file).object
    else { return nil }
    let note = "the token was taken out of the JSON answer of a token endpoint"
    if let token = members["access_token"]?.stringBytes {
      let others =
        members["id_token"] == nil ? [] : ["its \"id_token\" was left aside: give it by itself"]
      return .token(token, notes: [note] + others)
    }
    guard members["result"] != nil || members["error"] != nil else { return nil }
    do {
      switch try TokenResponse(json: text) {
      case .success(let success): return .token(success.token, notes: [note])
      case .failure(let failure): return .failure(failure)
      }
    } catch {
      throw CommandFailure(.malformed, error, in: "the answer of the token endpoint")
    }
  }
}
