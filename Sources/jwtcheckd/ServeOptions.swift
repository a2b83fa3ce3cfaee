import HTTPTransport
import JOSE
import JWTCheckCommand

/// What stands behind `serve`.
struct ServeOptions {
  var isDemo = false
  /// What says how to serve; `nil` for the demonstration.
  var source: ServiceLoader.Source?
  var listen: ListenAddress?
  var algorithm: SignatureAlgorithm?

  init(_ words: [String]) throws(DaemonError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch Array(word.utf8) {
      case Array("--demo".utf8): isDemo = true
      case Array("--config".utf8):
        try setSource(.configuration(path: try Self.value(of: word, &rest)))
      case Array("--policy".utf8): try setSource(.policy(path: try Self.value(of: word, &rest)))
      case Array("--listen".utf8): listen = try Self.address(try Self.value(of: word, &rest))
      case Array("--alg".utf8):
        let name = try Self.value(of: word, &rest)
        guard let known = SignatureAlgorithm(named: name.utf8) else {
          let names = SignatureAlgorithm.allCases.map(\.name).joined(separator: ", ")
          throw DaemonError(.usage, "--alg takes one of \(names)")
        }
        algorithm = known
      default: throw DaemonError(.usage, "serve does not know one of the words behind it")
      }
    }
    guard isDemo != (source != nil) else { throw Self.oneSource }
    guard isDemo || algorithm == nil else {
      throw DaemonError(.usage, "--alg goes with --demo; a configuration names its own algorithm")
    }
  }

  private static let oneSource = DaemonError(
    .usage, "serve takes one of --demo, --config FILE and --policy FILE")

  private mutating func setSource(_ new: ServiceLoader.Source) throws(DaemonError) {
    guard source == nil else { throw Self.oneSource }
    source = new
  }

  /// The address of a configuration or of the command line.
  static func address(_ text: String) throws(DaemonError) -> ListenAddress {
    guard let address = ListenAddress(text) else {
      throw DaemonError(
        .usage, "an address to listen on is written 127.0.0.1:8787 or [::1]:8787")
    }
    return address
  }

  private static func value(
    of option: String, _ rest: inout ArraySlice<String>
  ) throws(DaemonError) -> String {
    guard let value = rest.popFirst() else { throw DaemonError(.usage, "\(option) needs a value") }
    return value
  }
}
