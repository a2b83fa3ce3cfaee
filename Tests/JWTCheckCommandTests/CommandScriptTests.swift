import Foundation
import JWTCheckCommand
import Testing

@Suite("the scripts of TestVectors/cli")
struct CommandScriptTests {
  private static let fillsIn = ProcessInfo.processInfo.environment["JWTCHECK_UPDATE"] != nil

  @Test("every command gives the answer that its script says", arguments: try CommandScript.names)
  func answers(name: String) throws {
    var script = try CommandScript(name)
    for (index, step) in script.steps.enumerated() {
      let answer = try CommandAnswer(of: step.command)
      if step.exitCode == nil, Self.fillsIn {
        script.steps[index].output = answer.output
        script.steps[index].errors = answer.errors
        script.steps[index].exitCode = answer.exitCode
        continue
      }
      #expect(answer.exitCode == step.exitCode, "\(step.command)")
      Self.compare(answer.output, step.output, step.command)
      Self.compare(answer.errors, step.errors, step.command)
    }
    if Self.fillsIn { try script.write() }
  }

  @Test("every command, option and exit code stands in a script")
  func coverage() throws {
    let steps = try CommandScript.names.flatMap { try CommandScript($0).steps }
    let words = Set(
      steps.flatMap { $0.command.split { " |;()\"'".contains($0) }.map(String.init) })
    let options = (CommandName.allCases as [CommandName?] + [nil]).flatMap {
      CommandTable.options(of: $0).map(\.longForm)
    }
    for word in CommandName.allCases.map(\.rawValue) + options {
      #expect(words.contains { $0 == word || $0.hasPrefix(word + "=") }, "\(word)")
    }
    let codes = Set(steps.compactMap(\.exitCode))
    for code in ExitCode.allCases { #expect(codes.contains(code.rawValue), "\(code)") }
  }

  static func compare(_ lines: [String], _ expected: [String], _ command: String) {
    guard !matches(lines[...], expected[...]) else { return }
    Issue.record(
      """
      \(command)
      answers
      \(lines.joined(separator: "\n"))
      instead of
      \(expected.joined(separator: "\n"))
      """)
  }

  /// `...` stands for any number of lines.
  private static func matches(_ lines: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    guard first != "..." else {
      return (lines.startIndex...lines.endIndex).contains {
        matches(lines[$0...], expected.dropFirst())
      }
    }
    return lines.first == first && matches(lines.dropFirst(), expected.dropFirst())
  }
}
