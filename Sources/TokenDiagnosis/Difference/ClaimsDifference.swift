public import JWTValidation

/// Two tokens beside each other by what they mean.
///
/// `1` and `1.0` are the same number, `aud` is a set, and a scope is a set of words; the order of
/// members means nothing. Signatures are not compared: two signatures of one text may differ.
public struct ClaimsDifference: Sendable {
  /// Every member of either side, the header's first, in the order of the first side and then of the
  /// second.
  public let rows: [MemberDifference]

  /// The rows that are not the same on both sides.
  public var differences: [MemberDifference] { rows.filter { $0.kind != .same } }

  /// Whether both say the same, however it is written.
  public var isSameMeaning: Bool {
    rows.allSatisfy { $0.kind == .same || $0.kind == .respelled }
  }

  /// Compares headers and claims; without headers only claims.
  public init(
    headers: (first: JSONObject, second: JSONObject)? = nil, first: JSONObject, second: JSONObject
  ) {
    var rows: [MemberDifference] = []
    if let headers {
      rows += MemberComparison(.header).rows(headers.first, headers.second, [])
    }
    rows += MemberComparison(.payload).rows(first, second, [])
    self.rows = rows
  }

  /// Compares two tokens.
  ///
  /// - Throws: `DifferenceError` if one of them cannot be read.
  public init(_ first: [UInt8], _ second: [UInt8]) throws(DifferenceError) {
    let (a, b) = (try Self.read(first, .first), try Self.read(second, .second))
    self.init(headers: (a.header, b.header), first: a.claims, second: b.claims)
  }

  private static func read(
    _ token: [UInt8], _ side: DifferenceError.Side
  ) throws(DifferenceError) -> (header: JSONObject, claims: JSONObject) {
    let inspection = Inspection(of: token)
    let broken = inspection.findings.first { if case .token = $0 { true } else { false } }
    guard broken == nil, let header = inspection.header, let claims = inspection.claims else {
      throw DifferenceError(side: side, finding: broken ?? .token(.empty))
    }
    return (header.parameters, claims)
  }
}

/// Why two tokens cannot be compared.
public struct DifferenceError: Error, Equatable, Sendable {
  /// Which of the two is meant.
  public enum Side: String, Equatable, Sendable {
    case first, second
  }

  /// The token that cannot be read.
  public let side: Side
  /// What is wrong with it.
  public let finding: Finding

  /// Names a token and what is wrong with it.
  public init(side: Side, finding: Finding) {
    self.side = side
    self.finding = finding
  }
}
