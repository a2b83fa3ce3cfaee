import Foundation
import StrictCoding
import Testing
import VectorSupport

@Suite("articles about the command line")
struct ArticleTests {
  private static func article(_ path: String) -> URL {
    VectorFile.folder.deletingLastPathComponent().appending(path: "Sources/" + path)
  }

  @Test("the page of the command line is the one that the table makes")
  func commandLine() throws {
    let file = Self.article("JWTCheckCommand/JWTCheckCommand.docc/CommandLine.md")
    if ProcessInfo.processInfo.environment["JWTCHECK_UPDATE"] == "1" {
      try Data(CommandLinePage.text.utf8).write(to: file)
    }
    #expect(
      try String(contentsOf: file, encoding: .utf8) == CommandLinePage.text,
      "JWTCHECK_UPDATE=1 rewrites it")
  }

  /// Command lines whose answers together have every member of the schema.
  private static let commands = [
    "decode @velt/response.json",
    "decode eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1MSIsfQ.AA",
    "decode @velt/failure.json",
    "verify @velt/response.json --key velt/secret.txt --alg HS256 --at 1767229200",
    "verify @velt/response.json --key velt/secret.txt --alg HS256 --at 1767398400 --aud a",
    "check @velt/response.json --request velt/request.json --identify velt/identify.json"
      + " --key velt/secret.txt --alg HS256 --at 1767229200",
    "check @velt/response.json --request velt/request-minimal.json --at 1767229200",
    // The user stands in two places with different values.
    "check eyJhbGciOiJIUzI1NiJ9."
      + "eyJ1c2VySWQiOiJ1MSIsImRhdGEiOnsidXNlcklkIjoidTIiLCJvcmdhbml6YXRpb25JZCI6Im8xIn19.AA"
      + " --user-id u1 --organization-id o1",
    "verify @velt/response.json --key velt/secret.txt --alg HS256 --at 1767229200 --trace",
    "check undefined --request velt/request.json",
  ]

  /// Command lines that print objects of their own.
  private static let otherCommands = [
    "lint eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwidWlkIjoiYiJ9. --allow lint.alg-none",
    "lint @velt/response.json",
    "lint hello",
    "diagnose @velt/response.json --key velt/secret.txt",
    "diagnose @velt/response.json --key policy/orders.public.jwk --budget 9",
    "diagnose hello --key velt/secret.txt",
    "diagnose eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.AA --key policy/orders.public.jwk",
    "diff eyJhbGciOiJub25lIn0.eyJhdWQiOiJhIiwiZXhwIjoxfQ."
      + " eyJhbGciOiJub25lIn0.eyJhdWQiOlsiYSJdLCJleHAiOjIsImIiOjF9.",
    "diff @velt/response.json eyJhbGciOiJub25lIn0.e30.",
    "policy explain policy/velt.json",
    "policy test policy/issuers.json",
    "explain exp.passed",
    "audit audit/velt.txt --profile velt --key velt/secret.txt --alg HS256 --at 1767229200 --summary",
  ]

  @Test("the page of the JSON output has every member and every word that is printed")
  func jsonOutput() throws {
    let page = try String(
      contentsOf: Self.article("TokenReport/TokenReport.docc/JSONOutput.md"), encoding: .utf8)
    var printed: Set<String> = []
    for command in Self.commands {
      let answer = try CommandAnswer(of: "jwtcheck \(command) --json")
      let text = Array(answer.output.joined(separator: "\n").utf8)
      let object = try required(JSONValue.parse(text).object, command)
      for name in ["version", "verdict", "signature", "form", "findings", "times", "header"] {
        #expect(object[name] != nil, "\(command) has no \(name)")
      }
      Self.collect(object, into: &printed)
    }
    for command in Self.otherCommands {
      let answer = try CommandAnswer(of: "jwtcheck \(command) --json")
      let text = Array(answer.output.joined(separator: "\n").utf8)
      Self.collect(try required(JSONValue.parse(text).object, command), into: &printed)
    }
    #expect(printed.filter { !page.contains("`\($0)`") }.sorted() == [])
    let documented = page.matches(of: /\n\| `([A-Za-z]+)` \|/).map { String($0.1) }
    #expect(documented.filter { !printed.contains($0) && $0 != "kid" } == [])
  }

  /// The names of members, and the values of those that have one of a few words.
  private static func collect(_ object: JSONObject, into words: inout Set<String>) {
    for member in object {
      let (name, value) = (member.name, member.value)
      words.insert(name)
      if ["header", "claims", "first", "second"].contains(name) { continue }
      let worded = [
        "verdict", "signature", "form", "veltCode", "severity", "outcome", "endsBy", "segment",
        "kind", "stop", "denied",
      ]
      if worded.contains(name), let word = value.string {
        words.insert("\"\(word)\"")
      }
      for inner in [value] + (value.array ?? []) {
        if let object = inner.object { collect(object, into: &words) }
      }
    }
  }
}
