import StrictCoding
import StrictDocuments
import TokenReport

/// What the program beside this one fetches: this one opens no connection.
enum DaemonFetch {
  /// The most bytes that it may answer with: base64url of a megabyte.
  private static let limit = 2 << 20
  private static let defaultDeadline: Duration = .seconds(10)

  /// How long an answer may take, in milliseconds.
  static func milliseconds(_ arguments: ParsedArguments) -> Int64 {
    let (seconds, attoseconds) = (arguments[Options.timeout]?.duration ?? defaultDeadline)
      .components
    return max(1, seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
  }

  /// Has a request sent.
  ///
  /// - Returns: the answer, or why there is none.
  static func send(_ order: JSONTree) throws(CommandFailure) -> FetchAnswer {
    let output: [UInt8]
    do {
      output = try ChildProcess.run("jwtcheckd", "fetch", input: order.encoded(), limit: limit)
    } catch {
      throw CommandFailure(error)
    }
    guard let answer = try? FetchAnswer(json: output) else {
      throw CommandFailure(.internalFault, "jwtcheckd fetch gave an answer that is none")
    }
    return answer
  }

  /// What to do about a failure.
  static func hint(_ reason: String) -> String? {
    switch Array(reason.utf8) {
    case Array("untrusted-certificate".utf8): "--ca FILE names the authority to trust"
    case Array("unusable-ca".utf8): "--ca takes a PEM file of certificates"
    case Array("timed-out".utf8): "--timeout allows more time"
    default: nil
    }
  }
}

extension CommandFailure {
  fileprivate init(_ failure: ChildProcess.Failure) {
    switch failure {
    case .missing(let path):
      self.init(
        .unavailable, "there is no \(ShownText.quoted(path)), which opens connections",
        hint: "build with JWTCHECK_NETWORK=1 and put jwtcheckd beside jwtcheck")
    case .system(let error):
      self.init(.internalFault, "jwtcheckd could not be run: \(error)")
    case .ended(let status):
      self.init(.internalFault, "jwtcheckd fetch ended with status \(status)")
    }
  }
}
