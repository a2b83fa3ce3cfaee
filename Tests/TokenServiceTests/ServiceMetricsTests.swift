import JOSE
import Testing

@testable import TokenService

@Suite("metrics and log")
struct ServiceMetricsTests {
  private static let event = ServiceEvent(
    route: .tokenV1, status: 400, reason: .badBody, detail: "/data is missing", account: nil)

  @Test("what was counted is shown in the text format of Prometheus")
  func text() throws {
    let metrics = ServiceMetrics(startedAt: NumericDate(seconds: 7))
    metrics.count(Self.event, microseconds: 30)
    metrics.count(Self.event, microseconds: 2_000_000)
    metrics.countReload(isGood: false)
    let lines = metrics.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let request = #"{route="token-v1",status="400",reason="bad-body"}"#
    for line in [
      "jwtcheckd_requests_total\(request) 2", "jwtcheckd_request_seconds_sum 2.000030",
      #"jwtcheckd_request_seconds_bucket{le="0.000025"} 0"#,
      #"jwtcheckd_request_seconds_bucket{le="0.000050"} 1"#,
      #"jwtcheckd_request_seconds_bucket{le="0.100000"} 1"#,
      #"jwtcheckd_request_seconds_bucket{le="+Inf"} 2"#, "jwtcheckd_request_seconds_count 2",
      #"jwtcheckd_reloads_total{result="failed"} 1"#, "jwtcheckd_start_time_seconds 7",
    ] {
      #expect(lines.contains { $0 == line }, "\(line)")
    }
  }

  @Test("a log line is one JSON object that says why")
  func line() {
    let line = LogLine.request(
      Self.event, microseconds: 30, at: NumericDate(seconds: 1_700_000_000))
    #expect(
      String(decoding: line, as: UTF8.self) == """
        {"time":"2023-11-14T22:13:20Z","level":"warning","event":"request","route":"token-v1",\
        "status":400,"reason":"bad-body","detail":"/data is missing","microseconds":30}

        """)
  }
}
