public import JOSE
import JWTValidation
public import StrictCoding

/// The time for which a token of the service lives: 48 hours from `iat`, or until `exp` if that
/// comes first.
///
/// ```
/// iat ───────────── now ────────── exp ──── iat + 48 h
///      the token lives              │ effective expiry
/// ```
///
/// Arithmetic saturates: no claim, however absurd, makes it trap.
public struct TokenWindow: Equatable, Sendable {
  /// What ends the window.
  public enum End: Equatable, Sendable {
    /// `exp`.
    case expiration(NumericDate)
    /// 48 hours after `iat`, because `exp` lies later or is not there.
    case issueAndLength(NumericDate)

    /// When.
    public var date: NumericDate {
      switch self {
      case .expiration(let date), .issueAndLength(let date): date
      }
    }
  }

  /// How long the service's tokens live, in seconds: 48 hours.
  public static let length: Int64 = 172_800
  /// How far clocks may differ if nobody says otherwise.
  public static let defaultLeeway: Duration = .seconds(30)
  /// How far `iat` may lie from the time of the request, in seconds besides the leeway: no answer
  /// takes five minutes, so a token that is further away was not made for this request.
  public static let freshness: Int64 = 300

  /// `iat`, if it can be used.
  public let issuedAt: NumericDate?
  /// `exp`, if it can be used.
  public let expiresAt: NumericDate?
  /// When the token ends, without leeway, and by which rule; `nil` if nothing usable says.
  public let end: End?
  /// Everything that is wrong with the token's times; empty inside a good window.
  public let findings: [VeltFinding]

  /// Looks at a token's times.
  ///
  /// - Parameters:
  ///   - claims: the claims of the token.
  ///   - now: the time to compare with.
  ///   - leeway: how far clocks may differ; fractions of a second are dropped, less than 0 is 0.
  ///   - requestedAt: when the token was requested, if it is said to have just been requested.
  public init(
    claims: JSONObject, at now: NumericDate, leeway: Duration = defaultLeeway,
    requestedAt: NumericDate? = nil
  ) {
    var reader = Reader(claims: claims)
    issuedAt = reader.read("iat")
    expiresAt = reader.read("exp")
    end = Self.end(issuedAt: issuedAt, expiresAt: expiresAt)
    let rules = Rules(
      now: now, leeway: max(0, leeway.components.seconds), requestedAt: requestedAt)
    let notBefore = reader.read("nbf")
    var findings = reader.findings
    if claims["exp"] == nil, claims["iat"] == nil { findings.append(.window(.unknown)) }
    findings += rules.ofEnd(end)
    findings += rules.ofStart(issuedAt: issuedAt, notBefore: notBefore)
    findings += rules.ofLifetime(issuedAt: issuedAt, expiresAt: expiresAt)
    findings += rules.ofRequest(issuedAt: issuedAt, isThere: claims["iat"] != nil)
    self.findings = findings
  }

  /// The earlier of `exp` and `iat` + 48 hours.
  private static func end(issuedAt: NumericDate?, expiresAt: NumericDate?) -> End? {
    let last = issuedAt?.advanced(bySeconds: length)
    if let expiresAt, last.map({ expiresAt <= $0 }) ?? true { return .expiration(expiresAt) }
    return last.map { .issueAndLength($0) }
  }

  /// Reads time claims and keeps what is wrong with them.
  private struct Reader {
    let claims: JSONObject
    var findings: [VeltFinding] = []

    mutating func read(_ claim: String) -> NumericDate? {
      guard let value = claims[claim] else { return nil }
      do {
        return try TimeClaim.read(value, claim: claim)
      } catch {
        findings.append(.validation(.claim(error)))
        return nil
      }
    }
  }
}

extension TokenWindow {
  /// What times are compared with.
  fileprivate struct Rules {
    let now: NumericDate
    /// In seconds, at least 0.
    let leeway: Int64
    let requestedAt: NumericDate?

    /// A token ends at its effective expiry, not after it (RFC 7519 §4.1.4: "on or after").
    func ofEnd(_ end: End?) -> [VeltFinding] {
      guard let end, now.advanced(bySeconds: -leeway) >= end.date else { return [] }
      return switch end {
      case .expiration(let date): [.validation(.claim(.expired(at: date, now: now)))]
      case .issueAndLength(let date): [.window(.passed(at: date, now: now))]
      }
    }

    func ofStart(issuedAt: NumericDate?, notBefore: NumericDate?) -> [VeltFinding] {
      let latest = now.advanced(bySeconds: leeway)
      var findings: [VeltFinding] = []
      if let issuedAt, issuedAt > latest {
        findings.append(.validation(.claim(.issuedInFuture(at: issuedAt, now: now))))
      }
      if let notBefore, notBefore > latest {
        findings.append(.validation(.claim(.notYetValid(from: notBefore, now: now))))
      }
      return findings
    }

    /// Without `iat`, a token that has more than 48 hours left lives too long whenever it was made.
    func ofLifetime(issuedAt: NumericDate?, expiresAt: NumericDate?) -> [VeltFinding] {
      guard let expiresAt else { return [] }
      if let issuedAt, expiresAt <= issuedAt {
        return [
          .validation(.claim(.expiresBeforeIssued(issuedAt: issuedAt, expiresAt: expiresAt)))
        ]
      }
      let start = issuedAt ?? now.advanced(bySeconds: leeway)
      guard expiresAt > start.advanced(bySeconds: length) else { return [] }
      let lifetime = expiresAt.seconds(since: issuedAt ?? now)
      return [.validation(.claim(.lifetimeTooLong(lifetime: lifetime, limit: length)))]
    }

    func ofRequest(issuedAt: NumericDate?, isThere: Bool) -> [VeltFinding] {
      guard let requestedAt else { return [] }
      guard let issuedAt else {
        return isThere ? [] : [.validation(.claim(.missing(claim: "iat")))]
      }
      let difference = issuedAt.seconds(since: requestedAt)
      let (bound, overflow) = freshness.addingReportingOverflow(leeway)
      guard !overflow, difference.magnitude > bound.magnitude else { return [] }
      return [
        .window(
          .notFresh(issuedAt: issuedAt, requestedAt: requestedAt, difference: difference))
      ]
    }
  }
}
