import Foundation
import JWTCheckCommand
import Testing
import VectorSupport

@Suite("the README")
struct ReadmeTests {
  /// A command of the README with the output shown below it.
  struct Step {
    let command: String
    var output: [String] = []
  }

  private static let text: String? = try? String(
    contentsOf: VectorFile.folder.deletingLastPathComponent().appending(path: "README.md"),
    encoding: .utf8)

  /// The fenced blocks of a language, as lines.
  private static func blocks(_ language: String, of text: String? = text) -> [[String]] {
    var blocks: [[String]] = []
    var isInside = false
    for line in (text ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      if isInside, line == "```" {
        isInside = false
      } else if isInside {
        blocks[blocks.count - 1].append(String(line))
      } else if line == "```" + language {
        isInside = true
        blocks.append([])
      }
    }
    return blocks
  }

  private static var steps: [Step] {
    var steps: [Step] = []
    for line in blocks("console").joined() {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output.append(line)
      }
    }
    return steps
  }

  @Test("every command answers what is shown below it")
  func consoleBlocks() throws {
    #expect(Self.steps.count >= 6)
    for step in Self.steps {
      // The README is read at the top of the checkout.
      let answer = try CommandAnswer(of: "cd .. && " + step.command)
      CommandScriptTests.compare(answer.output, step.output, step.command)
      CommandScriptTests.compare(answer.errors, [], step.command)
    }
  }

  @Test("the set-up is two commands, and the first one's main job succeeds")
  func setUp() throws {
    let commands = try required(Self.blocks("sh").first, "a block of commands")
    #expect(commands.count == 2)
    #expect(commands.last == "swift test")
    let jobs = commands[0].components(separatedBy: " && ").filter { $0.hasPrefix(".build/") }
    #expect(jobs.count == 2)
    for job in jobs {
      let command = job.replacingOccurrences(of: ".build/release/", with: "")
      #expect(try CommandAnswer(of: "cd .. && " + command).exitCode == 0)
    }
  }

  @Test(
    "what the README shows of the token endpoint is what its articles show",
    arguments: [
      ("FiveMinutes", "shell-session", 5), ("Operation", "ini", 1), ("Operation", "dockerfile", 1),
      ("Operation", "nginx", 1),
    ])
  func articles(name: String, language: String, count: Int) throws {
    let folder = VectorFile.folder.deletingLastPathComponent()
      .appending(path: "Sources/TokenService/TokenService.docc")
    let article = try String(contentsOf: folder.appending(path: "\(name).md"), encoding: .utf8)
    let blocks = Self.blocks(language, of: article)
    #expect(blocks.count == count)
    #expect(Self.blocks(language) == blocks)
  }

  @Test("the table of exit codes is complete", arguments: ExitCode.allCases)
  func exitCodes(code: ExitCode) throws {
    let row = "\n| \(code.rawValue) | \(code.meaning) |\n"
    #expect(try required(Self.text, "README.md").contains(row))
  }

  @Test("every link leads to a file")
  func links() throws {
    let top = VectorFile.folder.deletingLastPathComponent()
    let links = try required(Self.text, "README.md").matches(of: /\]\(([^)#:]+)\)/)
    #expect(links.count > 10)
    for link in links {
      let path = top.appending(path: String(link.1)).path()
      #expect(FileManager.default.fileExists(atPath: path), "\(path)")
    }
  }
}
