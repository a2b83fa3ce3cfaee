import JOSE
import PolicyFile
import PolicyTrial
import Testing

@Suite("trying to break a policy")
struct PolicyTrialTests {
  private static let now = NumericDate(seconds: 1_767_225_600)

  /// A policy that leaves nothing open, with some members left out, replaced or added.
  private static func results(
    _ algorithms: String = #"["ES256"]"#, without absent: String = "", _ more: String = ""
  ) throws -> [TrialResult] {
    let members =
      [
        #""version":1"#, #""issuer":"https://id.example""#, #""audience":"api""#,
        "\"algorithms\":\(algorithms)", #""lifetime":3600"#, #""typ":"at+jwt""#,
        #""required":["jti"]"#,
      ].filter { absent.isEmpty || !$0.hasPrefix("\"\(absent)\"") } + (more.isEmpty ? [] : [more])
    let file = try PolicyFile(json: Array("{\(members.joined(separator: ","))}".utf8))
    return try PolicyTrial(file).run(at: now)
  }

  private static func names(
    _ results: [TrialResult], _ isMeant: (TrialResult.Outcome) -> Bool
  ) -> [String] {
    results.filter { isMeant($0.outcome) }.map(\.name)
  }

  @Test("a policy that leaves nothing open refuses everything, with every algorithm")
  func strict() throws {
    var wrong: [String] = []
    for algorithm in SignatureAlgorithm.allCases {
      let results = try Self.results("[\"\(algorithm.name)\"]")
      let open = results.filter {
        if case .refused = $0.outcome { false } else { $0.outcome != .accepted }
      }
      wrong += open.map { "\(algorithm.name): \($0.name) \($0.outcome)" }
      if results.count < 50 || results.first?.outcome != .accepted {
        wrong.append("\(algorithm.name): \(results.count) attacks")
      }
    }
    #expect(wrong == [])
  }

  @Test("several algorithms are each attacked, also with each other's keys")
  func several() throws {
    let results = try Self.results(#"["RS256","PS256","EdDSA"]"#)
    #expect(Self.names(results) { $0.isFailure } == [])
    let confused = results.filter { $0.name.hasSuffix("the public key as an HMAC secret") }
    #expect(confused.map(\.name.count) == [39, 39, 39])
  }

  @Test("what a policy does not ask is a hole, and what it waives for a reason is waived")
  func weakenings() throws {
    let ten = "a life of ten years"
    let kind = "another kind of token (typ)"
    let late = ["expired ten minutes ago", "good only in ten minutes (nbf)"]
    let rows: [(absent: String, more: String, holes: [String], waived: [String])] = [
      ("lifetime", "", [ten], []),
      ("lifetime", #""lifetime":{"unlimited":"why"}"#, [], [ten]),
      ("typ", "", [kind], []),
      ("typ", #""typ":{"ignored":"why"}"#, [], [kind]),
      ("issuer", #""issuer":{"ignored":"why"}"#, [], ["another issuer", "no issuer"]),
      ("audience", #""audience":{"ignored":"why"}"#, [], ["another audience", "no audience"]),
      ("", #""leeway":{"seconds":900,"because":"why"}"#, [], late + ["made in ten minutes (iat)"]),
      ("", #""leeway":300"#, [], []),
      ("", #""expiration":{"notRequired":"why"}"#, [], []),
      (
        "lifetime", #""lifetime":{"unlimited":"why"},"expiration":{"notRequired":"old"}"#, [],
        ["without exp", ten]
      ),
      ("", #""subject":"user-9","maxAge":60"#, [], []),
    ]
    var wrong: [String] = []
    for row in rows {
      let results = try Self.results(without: row.absent, row.more)
      let holes = Self.names(results) { $0 == .hole }
      let waived = Self.names(results) { if case .waived = $0 { true } else { false } }
      if holes != row.holes || waived != row.waived {
        wrong.append("\(row.absent) \(row.more): \(holes) \(waived)")
      }
      if results.first?.outcome != .accepted { wrong.append("\(row.more): no good token") }
    }
    #expect(wrong == [])
  }

  @Test("rules for values are met by the good token and broken by others")
  func rules() throws {
    let results = try Self.results(
      without: "",
      #""claims":{"/a/b":{"contains":["x",1]},"/sub":{"equals":"u"},"/n":{"oneOf":[1,2]},"#
        + #""/scope":{"containsWord":["r","w"]},"/ok":{"equals":true}}"#)
    #expect(Self.names(results) { $0.isFailure } == [])
    #expect(results.count { $0.name.hasPrefix("a broken rule: ") } == 7)
  }

  @Test("rules that contradict each other are found out, not taken for strength")
  func contradiction() throws {
    let results = try Self.results(without: "", #""claims":{"/a":{"equals":1,"oneOf":[2]}}"#)
    #expect(results.first?.outcome == .unsatisfiable(codes: ["claim.not-one-of"]))
    #expect(results.count == 1 && results[0].outcome.isFailure)
  }

  @Test("issuers of one file cannot speak for each other")
  func issuers() throws {
    let entry = #"{"issuer":"%","audience":"a","algorithms":["ES256"],"typ":"JWT","lifetime":60}"#
    let list = ["x", "y"].map { entry.replacing("%", with: $0) }.joined(separator: ",")
    let file = try PolicyFile(json: Array("{\"version\":1,\"issuers\":[\(list)]}".utf8))
    let results = try PolicyTrial(file).run(at: Self.now)
    #expect(Self.names(results) { $0.isFailure } == [])
    let foreign = results.filter { $0.name == "the key of another issuer of the file" }
    #expect(foreign.map(\.entry) == [0, 1])
    #expect(
      foreign.map(\.outcome) == Array(repeating: .refused(codes: ["signature.invalid"]), count: 2))
  }
}
