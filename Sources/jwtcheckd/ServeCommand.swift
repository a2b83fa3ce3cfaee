import HTTPMessages
import HTTPTransport
import JOSE
import JWTCheckCommand
import StrictCoding
import TokenService

/// `jwtcheckd serve`: answers until it is told to stop.
enum ServeCommand {

  static func run(_ words: [String]) throws(DaemonError) {
    let options = try ServeOptions(words)
    // Before any thread starts: each inherits what is blocked, so only `wait` gets the signals.
    let signals = SignalWait()
    OpenFiles.raiseLimit()
    let metrics = ServiceMetrics(startedAt: ServiceClock.now())
    guard let source = options.source else {
      try demo(options, metrics, signals)
      return
    }
    let loader = ServiceLoader(source: source, metrics: metrics, listen: options.listen)
    let loaded = try loader.load()
    // Keys that cannot be fetched now may be there later; until then the answer is 503.
    if !loaded.hasKeys { ServiceLog.event(.warning, "keys-unavailable") }
    let address = loaded.address
    let server = try start(
      address, HTTPServerLimits(loaded.configuration.limits),
      Responder(service: loaded.service, log: loaded.configuration.log, metrics: metrics))
    if !address.isLoopback { ServiceLog.event(.warning, "plain-http-beyond-loopback") }
    var current = loaded.service
    loop: while true {
      switch signals.wait() {
      case .stop: break loop
      case .reload: reload(loader, &current, server, startedWith: loaded)
      }
    }
    finish(server)
  }

  private static func demo(
    _ options: ServeOptions, _ metrics: ServiceMetrics, _ signals: SignalWait
  ) throws(DaemonError) {
    let address = options.listen ?? ServiceLoader.standardAddress
    guard address.isLoopback else {
      throw DaemonError(
        .usage, "--demo listens on loopback addresses only, as 127.0.0.1: everybody knows its keys")
    }
    let algorithm = options.algorithm ?? .hs256
    guard let service = TokenService.demo(algorithm: algorithm, metrics: metrics) else {
      throw DaemonError(.unavailable, "libcrypto makes no key for \(algorithm.name) here")
    }
    let server = try start(
      address, HTTPServerLimits(), Responder(service: service, log: .all, metrics: metrics))
    try Main.write(DemoText.text(server.address))
    while signals.wait() == .reload { ServiceLog.event(.info, "nothing-to-reload") }
    finish(server)
  }

  private static func start(
    _ address: ListenAddress, _ limits: HTTPServerLimits, _ responder: Responder
  ) throws(DaemonError) -> HTTPServer {
    do {
      let server = try HTTPServer(
        address: address, limits: limits, handler: { responder.respond(to: $0) })
      ServiceLog.event(
        .info, "started", [("address", .string(server.address.description))])
      return server
    } catch {
      throw DaemonError(.unavailable, error.description)
    }
  }

  /// A configuration that cannot be used changes nothing: the server goes on with the one it has.
  private static func reload(
    _ loader: ServiceLoader, _ current: inout TokenService, _ server: HTTPServer,
    startedWith old: ServiceLoader.Loaded
  ) {
    do throws(DaemonError) {
      let loaded = try loader.load()
      // What is served now has keys, or fetches them as well as this would.
      guard loaded.hasKeys else { throw DaemonError(.unavailable, "the keys cannot be fetched") }
      current = loaded.service.succeeding(current, at: ServiceClock.now())
      let responder = Responder(
        service: current, log: loaded.configuration.log, metrics: loader.metrics)
      server.replaceHandler { responder.respond(to: $0) }
      loader.metrics.countReload(isGood: true)
      ServiceLog.event(.info, "reloaded")
      // The server library takes these when it starts and never again.
      let waiting = loaded.membersThatNeedRestart(after: old)
      guard !waiting.isEmpty else { return }
      ServiceLog.event(
        .warning, "restart-needed", [("members", .array(waiting.map { .string($0) }))])
    } catch {
      loader.metrics.countReload(isGood: false)
      ServiceLog.event(.error, "reload-failed", [("detail", .string(error.message))])
    }
  }

  private static func finish(_ server: HTTPServer) {
    ServiceLog.event(.info, "stopping")
    let left = server.stop()
    ServiceLog.event(.info, "stopped", [("cutOff", .integer(Int64(left)))])
  }
}
