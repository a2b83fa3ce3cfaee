import Foundation

/// Compiles a file as a user of the library would, against the modules that this test run was built
/// with.
struct Compiler {
  /// What the compiler says about one place.
  struct Message: Equatable {
    let line: Int
    let isError: Bool
    let text: String
  }

  private let modules: URL

  /// Finds the modules beside the running test program, whatever the folder of the build is.
  init() throws {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    modules = URL(filePath: program).deletingLastPathComponent().appending(path: "Modules")
    guard FileManager.default.fileExists(atPath: modules.appending(path: "Velt.swiftmodule").path())
    else { throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: modules.path()]) }
  }

  /// Checks the types of one file.
  ///
  /// - Returns: the errors and warnings in the file, and whatever else was said.
  func check(_ file: URL) throws -> (messages: [Message], rest: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swiftc", "-typecheck", "-swift-version", "6", "-diagnostic-style", "llvm",
      "-module-cache-path",
      modules.deletingLastPathComponent().appending(path: "ModuleCache").path(),
      "-I", modules.path(), "-I", SourceFile.root.appending(path: "Sources/CLibcrypto").path(),
      file.path(),
    ]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    var messages: [Message] = []
    for match in text.matches(of: /[^\n]*\.swift:(\d+):\d+: (error|warning): ([^\n]*)/) {
      messages.append(
        Message(
          line: Int(match.1) ?? 0, isError: match.2 == "error", text: String(match.3)))
    }
    let isExplained = process.terminationStatus == 0 || messages.contains { $0.isError }
    return (messages, isExplained ? "" : text)
  }
}
