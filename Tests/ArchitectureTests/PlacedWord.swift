/// A word that may stand in some places only, and why.
struct PlacedWord {
  /// What is looked for in code without literals.
  let pattern: Regex<Substring>
  /// Plain texts of which every match holds one: only files with one of them are looked through.
  let needles: [String]
  /// What a reader of the failure should know.
  let reason: String
  /// The targets, or files below `Sources`, where the word may stand; each with its reason.
  let allowed: [String: String]

  init(
    _ pattern: Regex<Substring>, needles: [String], _ reason: String,
    allowed: [String: String] = [:]
  ) {
    // By default `a.b` is one word to a regular expression.
    self.pattern = pattern.wordBoundaryKind(.simple)
    self.needles = needles
    self.reason = reason
    self.allowed = allowed
  }

  /// The place of the list that allows the word in a file.
  func exception(for file: SourceFile) -> String? {
    allowed.keys.first { "Sources/\($0)" == file.path || $0 == file.target }
  }

  /// The lines of a file that hold the word, each with its message.
  func occurrences(in file: SourceFile) -> [String] {
    guard needles.contains(where: file.text.contains) else { return [] }
    return file.lines.compactMap { number, code in
      guard let match = withoutLiterals(code).firstMatch(of: pattern) else { return nil }
      return file.violation(number, "`\(match.output)`: \(reason)")
    }
  }
}

extension PlacedWord {
  /// Why a file of `StrictCoding` touches raw memory, and how that stays safe.
  private static let scanning =
    "one pass over bytes with the bounds checked once, where checked access doubles the time"

  /// All words with their places.
  static var all: [PlacedWord] {
    [
      PlacedWord(
        /\b(?:EVP|OSSL|ERR|BN|HMAC|OPENSSL|CRYPTO|RAND)_\w+/,
        needles: ["EVP_", "OSSL_", "ERR_", "BN_", "HMAC_", "OPENSSL_", "CRYPTO_", "RAND_"],
        "OpenSSL is called in Libcrypto only",
        allowed: ["Libcrypto": "the room for it"]),
      PlacedWord(
        /\bimport +Foundation\w*/, needles: ["Foundation"],
        "Foundation costs 9 MB and a millisecond at start; tests may use it"),
      PlacedWord(
        /\b(?:fatalError|preconditionFailure|precondition|assertionFailure)\b/,
        needles: ["fatalError", "precondition", "assertionFailure"],
        "a token must never end the process: throw instead"),
      PlacedWord(
        /\b(?:try!|as!)/, needles: ["try!", "as!"],
        "a token must never end the process: throw instead"),
      PlacedWord(
        /(?:^|[^\w.])print\((?!\))/, needles: ["print("],
        "output goes through OutputBuffer, which can fail",
        allowed: [
          "JWTCheckCommand/StandardError.swift": "declares a method of that name"
        ]),
      PlacedWord(
        /\b(?:Date|ContinuousClock|SuspendingClock)\(\)|\b(?:clock_gettime|gettimeofday|time)\((?:nil|CLOCK)/,
        needles: ["Date()", "Clock()", "clock_gettime", "gettimeofday", "time("],
        "time is an argument; one file reads the clock",
        allowed: ["JWTCheckCommand/SystemClock.swift": "the clock of the command line"]),
      PlacedWord(
        /@_exported/, needles: ["@_exported"], "whoever needs a module imports it",
        allowed: [
          "JWTValidation/Exports.swift": "users name algorithms and times with one import",
          "JWTIssuing/Exports.swift": "users name algorithms and times with one import",
          "RemoteKeys/Exports.swift": "users name places of keys with one import",
          "JWTCheckTesting/Exports.swift": "users name algorithms and times with one import",
        ]),
      PlacedWord(
        /@unchecked|@preconcurrency/, needles: ["@unchecked", "@preconcurrency"],
        "the compiler checks what tasks share",
        allowed: [
          "Libcrypto": "handles of C, each with its reason beside it",
          "HTTPTransport": "handles of C, each with its reason beside it",
          "RedisTokenStore/RedisConnection.swift": "a handle of C that one thread has at a time",
        ]),
      unsafeMemory,
    ]
  }

  private static var unsafeMemory: PlacedWord {
    PlacedWord(
      /\bunsafe\b|\bUnsafe\w+|\bwithUnsafe\w+|\bunsafe[A-Z]\w+/, needles: ["unsafe", "Unsafe"],
      "raw memory is touched in listed files only",
      allowed: [
        "Libcrypto":
          "every call of C takes pointers; each is made inside the closure that gives it",
        "HTTPTransport":
          "every call of C takes pointers; callbacks get back what was handed over with them",
        "RedisTokenStore/RedisConnection.swift": "every call of C takes pointers",
        "RedisTokenStore/RedisReply.swift": "a reply of C holds a pointer to its text",
        "jwtcheckd/SignalWait.swift": "sigwait and getrlimit take pointers",
        "StrictCoding/Base64URL.swift": scanning,
        "StrictCoding/Base64URLKernel.swift": scanning,
        "StrictCoding/ByteSpan.swift": scanning,
        "StrictCoding/DuplicateNames.swift": scanning,
        "StrictCoding/JSONMemberRange.swift": scanning,
        "StrictCoding/JSONMemberList.swift": scanning,
        "StrictCoding/JSONMemberStack.swift": scanning,
        "StrictCoding/JSONOutline.swift": scanning,
        "StrictCoding/JSONBytes.swift": scanning,
        "StrictCoding/JSONScanner.swift": scanning,
        "StrictCoding/JSONStringBytes.swift": scanning,
        "StrictCoding/JSONText.swift": scanning,
        "StrictCoding/JSONValue.swift": scanning,
        "StrictCoding/SecretBytes.swift": "memory that is wiped cannot be an array that is copied",
        "JWTValidation/HeaderCache.swift": "an atomic reference is counted by hand",
        "BearerAuthentication/Cache/TokenCache.swift":
          "a part of the cache is asked without counting it",
        "JWTCheckCommand/Audit/OutputFile.swift": "open, fstat and rename take pointers",
        "JWTCheckCommand/Audit/WorkerThreads.swift":
          "a thread is started with a pointer, which is taken back once",
        "JWTCheckCommand/ChildProcess.swift": "posix_spawn and waitpid take pointers",
        "JWTValidation/KeyEngine.swift": "what threads share is not counted for each token",
        "JWTCheckCommand/Environment.swift": "getenv gives a pointer",
        "JWTCheckCommand/InputReader.swift": "open, read, fstat and poll take pointers",
        "JWTCheckCommand/OutputBuffer.swift": "write and poll take pointers",
        "JWTCheckCommand/ProcessArguments.swift":
          "arguments that are no UTF-8 are seen in argv only",
        "JWTCheckCommand/SystemClock.swift": "clock_gettime takes a pointer",
        "JWTCheckCommand/SystemError.swift": "strerror gives a pointer",
        "JWTCheckCommand/Interruption.swift": "sets of signals are filled through pointers",
        "JWTCheckCommand/Terminal.swift": "ioctl takes a pointer",
      ])
  }
}
