import Foundation
import VectorSupport

/// The codes that the sources of the room write, read as text: a vector for each is then a matter of
/// comparing two sets.
enum SourceCodes {
  /// Every literal that starts with the prefix.
  static func starting(with prefix: String) throws -> Set<String> {
    let folder = VectorFile.folder.deletingLastPathComponent()
      .appending(path: "Sources/TokenDiagnosis")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    let literals = try paths.filter { $0.hasSuffix(".swift") }.flatMap { path in
      let text = String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
      return text.split(separator: "\n").flatMap { line in
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      }
    }
    return Set(literals.filter { $0.hasPrefix(prefix) })
  }
}
