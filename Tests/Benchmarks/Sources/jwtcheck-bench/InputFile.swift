import Glibc

/// Reads whole files; the benchmarks depend on nothing but the library they measure.
enum InputFile {
  static func bytes(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw BenchError(reason: "cannot open \(path)") }
    defer { close(descriptor) }
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      guard count >= 0 else { throw BenchError(reason: "cannot read \(path)") }
      if count == 0 { return content }
      content += chunk[..<count]
    }
  }

  /// The lines of a file that are not empty, as a program that receives tokens has them.
  static func lines(_ path: String) throws -> [String] {
    try bytes(path).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
