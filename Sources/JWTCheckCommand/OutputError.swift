/// Why a result could not be written.
package enum OutputError: Error, Equatable, Sendable {
  /// Nobody reads the other end of the pipe any more: no message, the caller just ends.
  case readerGone
  /// The system refused the bytes, for instance because the disk is full.
  case failed(SystemError)

  /// The message for standard error, `nil` where silence is right.
  package var message: String? {
    switch self {
    case .readerGone: nil
    case .failed(let error): "could not write the result: \(error)"
    }
  }
}
