import BearerAuthentication
import HTTPMessages
package import JOSE
import Synchronization
import TokenReport

/// Counts what happens, and writes it in the text format of Prometheus.
package final class ServiceMetrics: Sendable {
  private struct Key: Hashable {
    let route: Route
    let status: Int
    let reason: ServiceEvent.Reason
  }

  private struct State {
    var counts: [Key: UInt64] = [:]
    var buckets = [UInt64](repeating: 0, count: limits.count)
    var microseconds: UInt64 = 0
    var total: UInt64 = 0
    var reloads: (good: UInt64, failed: UInt64) = (0, 0)
    var connections = 0
    var startedAt: Int64 = 0
  }

  /// The upper bounds of the buckets of the time that answering takes, in microseconds.
  private static let limits: [UInt64] = [25, 50, 100, 250, 500, 1_000, 5_000, 25_000, 100_000]

  private let state = Mutex(State())

  /// Nothing counted yet.
  package init(startedAt: NumericDate = NumericDate(seconds: 0)) {
    state.withLock { $0.startedAt = startedAt.seconds }
  }

  /// Counts a request that was answered.
  package func count(_ event: ServiceEvent, microseconds: UInt64) {
    let key = Key(route: event.route, status: event.status, reason: event.reason)
    state.withLock { state in
      state.counts[key, default: 0] &+= 1
      state.total &+= 1
      state.microseconds &+= microseconds
      if let index = Self.limits.firstIndex(where: { microseconds <= $0 }) {
        state.buckets[index] &+= 1
      }
    }
  }

  /// Counts an attempt to read the configuration again.
  package func countReload(isGood: Bool) {
    state.withLock { state in
      if isGood { state.reloads.good &+= 1 } else { state.reloads.failed &+= 1 }
    }
  }

  /// Notes how many connections are open.
  package func note(connections: Int) { state.withLock { $0.connections = connections } }

  /// The answer of `/metrics`.
  ///
  /// - Parameter cache: what the cache of verified tokens has been doing, if there is one.
  func response(_ cache: TokenCache.Statistics?) -> HTTPResponse {
    HTTPResponse(
      status: 200,
      headers: ["Content-Type": "text/plain; version=0.0.4; charset=utf-8"],
      body: Array((text + (cache.map(Self.text) ?? "")).utf8))
  }

  /// Everything counted, in an order that does not change.
  package var text: String {
    let state = state.withLock { $0 }
    var lines = [
      "# HELP jwtcheckd_requests_total Requests answered, by what was asked and how it ended.",
      "# TYPE jwtcheckd_requests_total counter",
    ]
    lines += state.counts.map { key, count in
      """
      jwtcheckd_requests_total{route="\(key.route.rawValue)",status="\(key.status)",\
      reason="\(key.reason.rawValue)"} \(count)
      """
    }.sorted()
    lines += [
      "# HELP jwtcheckd_request_seconds Time spent on an answer, without the network.",
      "# TYPE jwtcheckd_request_seconds histogram",
    ]
    var sum: UInt64 = 0
    for (limit, count) in zip(Self.limits, state.buckets) {
      sum &+= count
      lines.append("jwtcheckd_request_seconds_bucket{le=\"\(Self.seconds(limit))\"} \(sum)")
    }
    lines += [
      "jwtcheckd_request_seconds_bucket{le=\"+Inf\"} \(state.total)",
      "jwtcheckd_request_seconds_sum \(Self.seconds(state.microseconds))",
      "jwtcheckd_request_seconds_count \(state.total)",
      "# HELP jwtcheckd_reloads_total Attempts to read the configuration again.",
      "# TYPE jwtcheckd_reloads_total counter",
      "jwtcheckd_reloads_total{result=\"good\"} \(state.reloads.good)",
      "jwtcheckd_reloads_total{result=\"failed\"} \(state.reloads.failed)",
      "# HELP jwtcheckd_connections Open connections.",
      "# TYPE jwtcheckd_connections gauge",
      "jwtcheckd_connections \(state.connections)",
      "# HELP jwtcheckd_start_time_seconds When the server started, in seconds since 1970.",
      "# TYPE jwtcheckd_start_time_seconds gauge",
      "jwtcheckd_start_time_seconds \(state.startedAt)",
    ]
    return lines.endedLines
  }

  private static func text(_ cache: TokenCache.Statistics) -> String {
    """
    # HELP jwtcheckd_cache_lookups_total Tokens looked for among those verified before.
    # TYPE jwtcheckd_cache_lookups_total counter
    jwtcheckd_cache_lookups_total{result="hit"} \(cache.hits)
    jwtcheckd_cache_lookups_total{result="miss"} \(cache.misses)
    # HELP jwtcheckd_cache_removals_total Tokens no longer remembered: for want of room, or out of use.
    # TYPE jwtcheckd_cache_removals_total counter
    jwtcheckd_cache_removals_total{reason="evicted"} \(cache.evictions)
    jwtcheckd_cache_removals_total{reason="outdated"} \(cache.expirations)
    # HELP jwtcheckd_cache_tokens Tokens remembered.
    # TYPE jwtcheckd_cache_tokens gauge
    jwtcheckd_cache_tokens \(cache.count)
    # HELP jwtcheckd_cache_bytes Their size, about.
    # TYPE jwtcheckd_cache_bytes gauge
    jwtcheckd_cache_bytes \(cache.byteCount)

    """
  }

  /// Microseconds as seconds, exactly.
  private static func seconds(_ microseconds: UInt64) -> String {
    let fraction = String(microseconds % 1_000_000)
    let padded = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
    return "\(microseconds / 1_000_000).\(padded)"
  }
}
