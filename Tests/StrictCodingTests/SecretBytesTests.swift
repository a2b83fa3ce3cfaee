import StrictCoding
import Testing

@Suite("secret bytes")
struct SecretBytesTests {
  private struct Failure: Error {}

  @Test("the bytes are there for who asks, and nowhere in a print-out")
  func printing() {
    let secret = SecretBytes(Array("hunter2".utf8))
    let text = secret.withSpan { String(decoding: $0.copied(), as: UTF8.self) }
    #expect(text == "hunter2")
    #expect(secret.count == 7)
    var dumped = ""
    dump(secret, to: &dumped)
    for shown in ["\(secret)", String(reflecting: secret), "\([secret])", dumped] {
      #expect(!shown.contains("hunter2"))
      #expect(!shown.contains("104"), "no numbers of the bytes either")
    }
    #expect(Mirror(reflecting: secret).children.isEmpty)
  }

  @Test("an array is overwritten in place")
  func wiping() {
    var bytes = Array("hunter2".utf8)
    SecretBytes.wipe(&bytes)
    #expect(bytes == [0, 0, 0, 0, 0, 0, 0])
    var nothing: [UInt8] = []
    SecretBytes.wipe(&nothing)
    #expect(nothing.isEmpty)
  }

  @Test("memory is filled in place, in part, or not at all")
  func filling() throws {
    let part = SecretBytes(capacity: 8) { $0.append(1) }
    #expect(part.count == 1)
    #expect(part.withSpan { $0.copied() } == [1])
    #expect(SecretBytes([]).withSpan { $0.count } == 0)
    #expect(throws: Failure.self) {
      try SecretBytes(capacity: 8) { (output: inout OutputSpan<UInt8>) throws(Failure) in
        output.append(1)
        throw Failure()
      }
    }
  }
}
