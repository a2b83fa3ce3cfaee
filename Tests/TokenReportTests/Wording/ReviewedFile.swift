import Foundation
import Testing

/// A text of the repository that is made by the code and read by people.
///
/// A test compares the two, so that no sentence changes unseen. With `JWTCHECK_UPDATE=1` in the
/// environment the test writes the file anew; `git diff` then shows what has changed.
struct ReviewedFile {
  private let url: URL

  /// The folder that holds `Package.swift`.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  init(_ path: String) { url = Self.root.appending(path: path) }

  /// Compares line by line, so that a failure shows the lines and not two whole files.
  func expect(_ text: String) throws {
    if ProcessInfo.processInfo.environment["JWTCHECK_UPDATE"] == "1" {
      try Data(text.utf8).write(to: url)
    }
    let reviewed = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let changes = text.split(separator: "\n", omittingEmptySubsequences: false)
      .difference(from: reviewed.split(separator: "\n", omittingEmptySubsequences: false))
    let lines = changes.prefix(12).map { change in
      switch change {
      case .insert(_, let line, _): "+ \(line)"
      case .remove(_, let line, _): "- \(line)"
      }
    }
    #expect(lines.isEmpty, "\(url.lastPathComponent) differs; JWTCHECK_UPDATE=1 rewrites it")
  }
}
