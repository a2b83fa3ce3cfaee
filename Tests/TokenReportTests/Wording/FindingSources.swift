import Foundation

/// What the sources say about findings, read as text: the tests compare it with what the wording
/// and the catalogue know, so that nothing new goes without words.
enum FindingSources {
  /// Every Swift file of the libraries.
  static func files() throws -> [(path: String, lines: [Substring])] {
    let folder = ReviewedFile.root.appending(path: "Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
      return (path, text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  /// The cases of every enum with a `code` as `Type.case`; those of a `Reason` belong to the type
  /// around it.
  static func cases() throws -> Set<String> {
    var cases: Set<String> = []
    for file in try files() {
      var type: (name: String, indentation: Int)?
      for line in file.lines {
        let indentation = line.prefix { $0 == " " }.count
        let words = line.dropFirst(indentation).split { " :(,".contains($0) }
        if let place = words.firstIndex(of: "enum"), place + 1 < words.count,
          hasCode(words[place + 1], file)
        {
          type = (name(words[place + 1], file), indentation)
        } else if let current = type, words.first == "}", indentation == current.indentation {
          type = nil
        } else if let current = type, words.first == "case", words.count > 1,
          indentation == current.indentation + 2
        {
          cases.insert("\(current.name).\(words[1])")
        }
      }
    }
    return cases
  }

  private typealias File = (path: String, lines: [Substring])

  /// Whether the file gives a code to the type itself or, for a `Reason`, to the type around it.
  private static func hasCode(_ type: Substring, _ file: File) -> Bool {
    let isMain = stem(file.path) == type || ["Reason", "ParseError"].contains(type)
    return isMain && file.lines.contains { $0.contains("public var code: String") }
  }

  private static func name(_ type: Substring, _ file: File) -> String {
    switch type {
    case "Reason": String(stem(file.path))
    case "ParseError": "\(stem(file.path)).ParseError"
    default: String(type)
    }
  }

  private static func stem(_ path: String) -> Substring {
    path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
  }
}
