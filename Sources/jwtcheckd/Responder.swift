import HTTPMessages
import TokenService

/// Answers requests with one service, and counts and logs them.
struct Responder: Sendable {
  let service: TokenService
  let log: ServiceConfiguration.Log
  let metrics: ServiceMetrics

  func respond(to request: HTTPRequest) -> HTTPResponse {
    let start = ContinuousClock.now
    let now = ServiceClock.now()
    let answer = service.answer(request, at: now)
    let time = (ContinuousClock.now - start).components
    let microseconds = UInt64(
      max(0, time.seconds * 1_000_000 + time.attoseconds / 1_000_000_000_000))
    metrics.count(answer.event, microseconds: microseconds)
    if log == .all || log == .failures && answer.event.isFailure {
      ServiceLog.write(LogLine.request(answer.event, microseconds: microseconds, at: now))
    }
    return answer.response
  }
}
