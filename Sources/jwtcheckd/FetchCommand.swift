import HTTPMessages
import HTTPTransport
import JOSE
import JWTCheckCommand
import StrictCoding
import StrictDocuments

/// `jwtcheckd fetch`: sends one request for `jwtcheck`, which opens no connection itself.
///
/// The request comes as JSON on standard input, because it holds credentials that must not stand in
/// arguments; the answer goes to standard output.
enum FetchCommand {
  static func run(_ words: [String]) throws(DaemonError) {
    guard words.isEmpty else { throw DaemonError(.usage, "fetch takes no arguments") }
    let order: FetchOrder
    do {
      order = try FetchOrder(json: try InputReader.readStandardInput(limit: 4 << 20))
    } catch let error as InputError {
      throw DaemonError(.unavailable, error.message)
    } catch {
      throw DaemonError(.usage, "fetch reads a request as JSON from standard input: \(error)")
    }
    var options = HTTPClientOptions()
    options.deadline = .milliseconds(order.milliseconds)
    options.certificateFile = order.certificateFile
    options.allowsPlainHTTP = order.allowsPlainHTTP
    let sentAt = ServiceClock.now()
    do {
      let response = try HTTPClient(options).sendAndWait(order.request)
      try answer(
        FetchAnswer.tree(response, sentAt: sentAt, receivedAt: ServiceClock.now()))
    } catch let error as HTTPClientError {
      try answer(["failure": .string(error.reason), "message": .string(error.description)])
    } catch let error as DaemonError {
      throw error
    } catch {
      throw DaemonError(.internalFault, "the request could not be sent")
    }
  }

  private static func answer(_ tree: JSONTree) throws(DaemonError) {
    try Main.write(String(decoding: tree.encoded(), as: UTF8.self) + "\n")
  }
}
