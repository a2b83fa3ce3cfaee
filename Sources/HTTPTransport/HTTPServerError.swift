/// Why a server does not start.
@nonexhaustive
public enum HTTPServerError: Error, Equatable, Sendable {
  /// The host of the address is no numeric address.
  case notAnAddress(ListenAddress)
  /// The system does not let the address be used; the number is the one of `errno`.
  case cannotListen(ListenAddress, errno: Int32, reason: String)
  /// The server could not be set up, because memory, descriptors or threads are short.
  case cannotStart
}

extension HTTPServerError: CustomStringConvertible {
  /// What went wrong, as a sentence for the operator.
  public var description: String {
    switch self {
    case .notAnAddress(let address): "\(address) has no numeric address such as 127.0.0.1 or [::1]"
    case .cannotListen(let address, _, let reason): "cannot listen on \(address): \(reason)"
    case .cannotStart: "the server could not be set up: memory, descriptors or threads are short"
    }
  }
}
