import RemoteKeys
import Synchronization

/// A server of keys in memory: what it answers is set by the test, and it can be told to make
/// everybody wait.
final class KeyServer: KeyFetcher {
  enum Answer: Sendable {
    case response(KeyFetchResponse)
    case none
  }

  struct Down: Error {}

  private struct State {
    var answers: [String: Answer] = [:]
    var requests: [KeyFetchRequest] = []
    var isHolding = false
    var held: [CheckedContinuation<Void, Never>] = []
    var arrivals: [CheckedContinuation<Void, Never>] = []
  }

  static let url = "https://id.example/keys"
  private let state = Mutex(State())

  /// What was asked for.
  var requests: [KeyFetchRequest] { state.withLock { $0.requests } }

  /// Answers a URL with a document from now on; `nil` for no answer.
  func serve(
    _ body: [UInt8]?, at url: String = KeyServer.url, status: Int = 200,
    cacheControl: String? = nil, from answering: String? = nil
  ) {
    state.withLock { state in
      state.answers[url] =
        body.map {
          .response(
            KeyFetchResponse(
              url: answering ?? url, status: status, body: $0, cacheControl: cacheControl))
        } ?? Answer.none
    }
  }

  /// Makes everybody wait until `release()`.
  func hold() { state.withLock { $0.isHolding = true } }

  /// Lets everybody go on.
  func release() {
    let held = state.withLock { state in
      state.isHolding = false
      defer { state.held = [] }
      return state.held
    }
    for continuation in held { continuation.resume() }
  }

  /// Waits until somebody is waiting for an answer.
  func arrival() async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.held.isEmpty { state.arrivals.append(continuation) }
        return !state.held.isEmpty
      }
      if isThere { continuation.resume() }
    }
  }

  func fetch(_ request: KeyFetchRequest) async throws -> KeyFetchResponse {
    await withCheckedContinuation { continuation in
      let (goesOn, arrivals) = state.withLock {
        state -> (Bool, [CheckedContinuation<Void, Never>]) in
        state.requests.append(request)
        guard state.isHolding else { return (true, []) }
        state.held.append(continuation)
        defer { state.arrivals = [] }
        return (false, state.arrivals)
      }
      if goesOn { continuation.resume() }
      for arrival in arrivals { arrival.resume() }
    }
    switch state.withLock({ $0.answers[request.url] }) {
    case .response(let response): return response
    case .none?, nil: throw Down()
    }
  }
}
