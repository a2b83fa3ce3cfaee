import Foundation
import VectorSupport

/// A script of `TestVectors/cli`: commands and what they must answer. The format is documented there.
struct CommandScript {
  /// One command with its expected answer.
  struct Step {
    /// The comments and blank lines above the command, kept for rewriting the file.
    var preamble: [String]
    var command: String
    var output: [String] = []
    var errors: [String] = []
    var exitCode: Int32?
  }

  let name: String
  var steps: [Step]
  /// The lines behind the last step.
  private var epilogue: [String]

  /// Every script, by name.
  static var names: [String] {
    get throws {
      let folder = VectorFile.folder.appending(path: "cli")
      return try FileManager.default.contentsOfDirectory(atPath: folder.path())
        .filter { $0.hasSuffix(".txt") }.sorted()
    }
  }

  init(_ name: String) throws {
    self.name = name
    steps = []
    epilogue = []
    let text = String(decoding: try VectorFile("cli/" + name).bytes, as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      try read(String(line))
    }
  }

  private mutating func read(_ line: String) throws {
    let rest = String(line.dropFirst(2))
    switch line.prefix(2) {
    case "$ ":
      steps.append(Step(preamble: epilogue, command: rest))
      epilogue = []
    case "> ", ">": steps[try last(line)].output.append(rest)
    case "! ", "!": steps[try last(line)].errors.append(rest)
    case "ex": steps[try last(line)].exitCode = Int32(line.dropFirst(5))
    case "# ", "": epilogue.append(line)
    default: throw VectorError(missing: "a meaning for \(line) in \(name)")
    }
  }

  private func last(_ line: String) throws -> Int {
    try required(steps.indices.last, "a command above \(line)")
  }

  /// The text of the file.
  var text: String {
    var lines: [String] = []
    for step in steps {
      lines += step.preamble
      lines.append("$ " + step.command)
      lines += step.output.map { Self.marked($0, ">") }
      lines += step.errors.map { Self.marked($0, "!") }
      if let exitCode = step.exitCode { lines.append("exit \(exitCode)") }
    }
    return (lines + epilogue).joined(separator: "\n")
  }

  private static func marked(_ line: String, _ mark: String) -> String {
    line.isEmpty ? mark : mark + " " + line
  }

  func write() throws {
    let file = VectorFile.folder.appending(path: "cli/" + name)
    try Data(text.utf8).write(to: file)
  }
}

/// What a command answered.
struct CommandAnswer {
  let output: [String]
  let errors: [String]
  let exitCode: Int32

  /// Runs a command as the format says.
  init(of command: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = VectorFile.folder
    // Nothing of the machine's own settings may reach the tool, and its time zone must not matter.
    process.environment = [
      "PATH": Self.products + ":/usr/bin:/bin", "TZ": "Pacific/Chatham", "LC_ALL": "C",
      "HOME": "/nonexistent", "SWIFT_BACKTRACE": "enable=no",
    ]
    process.standardInput = FileHandle.nullDevice
    // Files and not pipes: a command may print more than a pipe holds.
    let files = try [TemporaryFile(), TemporaryFile()]
    process.standardOutput = files[0].handle
    process.standardError = files[1].handle
    try process.run()
    process.waitUntilExit()
    exitCode =
      process.terminationReason == .exit
      ? process.terminationStatus : 128 + process.terminationStatus
    output = try files[0].lines()
    errors = try files[1].lines()
  }

  /// The folder of the built products: the test bundle lies beside the tool.
  private static let products = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().path()
}

/// A file that goes away with its last user.
private final class TemporaryFile {
  private let url: URL
  let handle: FileHandle

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    _ = FileManager.default.createFile(atPath: url.path(), contents: nil)
    handle = try FileHandle(forWritingTo: url)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func lines() throws -> [String] {
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    guard !text.isEmpty else { return [] }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A last line without its line feed is another answer than one with it.
    if lines.last?.isEmpty == true { lines.removeLast() } else { lines.append("(no line feed)") }
    return lines
  }
}
