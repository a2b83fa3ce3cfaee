import StrictCoding
import Testing
import VectorSupport

@Suite("JSON")
struct JSONTests {
  @Test("every vector is read, or refused at its offset")
  func vectors() throws {
    let vectors = try VectorFile("strict-coding/json.json").namedVectors
    for vector in vectors {
      let name = try vector.text("name")
      let error = Self.error(try vector.input(), try Self.limits(vector))
      #expect(error?.code == vector["expect"]?.string, "\(name)")
      #expect(try error?.offset == vector.optionalCount("offset"), "\(name)")
      #expect(error.flatMap(Self.expectation) == vector["expected"]?.string, "\(name)")
    }
    #expect(
      vectors.expectedCodes == [
        "json.byte-order-mark", "json.control-character", "json.duplicate-member", "json.empty",
        "json.invalid-escape", "json.invalid-utf8", "json.leading-zero", "json.lone-surrogate",
        "json.too-deep", "json.too-large", "json.trailing-content", "json.unexpected-character",
        "json.unexpected-end",
      ])
  }

  @Test("an object is read alike with what follows it left out")
  func objects() throws {
    for vector in try VectorFile("strict-coding/json.json").namedVectors {
      let text = try vector.input()
      let limits = try Self.limits(vector)
      let whole = Self.error(text, limits)
      let (object, error) = Self.object(text, limits)
      let value = try? JSONValue.parse(text, limits: limits)
      #expect(object?.description == value?.object?.description)
      #expect(error == whole)
    }
  }

  @Test("a name that stands twice is found wherever the two are, however many members there are")
  func duplicates() {
    for count in [2, 3, 23, 24, 25, 26, 27, 60] {
      var names = (0..<count).map { "name-\($0)" }
      #expect(Self.error(Self.object(names)) == nil)
      for second in 1..<count {
        for first in stride(from: 0, to: second, by: max(1, count / 9)) {
          names[second] = names[first]
          let error = Self.error(Self.object(names))
          let offset = 2 + (0..<second).reduce(0) { $0 + names[$1].utf8.count + 5 }
          if error != JSONError(.duplicateMember, offset: offset) {
            Issue.record("\(count) members, \(first) and \(second): \(String(describing: error))")
          }
          names[second] = "name-\(second)"
        }
      }
    }
  }

  @Test("among many members a name is found to repeat an escaped one, and the first repeat is told")
  func escapedDuplicates() {
    var names = (0..<40).map { "n\($0)" }
    names[3] = "\\u006e7"
    let offset = 2 + (0..<7).reduce(0) { $0 + names[$1].utf8.count + 5 }
    #expect(Self.error(Self.object(names)) == JSONError(.duplicateMember, offset: offset))
    names[3] = "n3"
    // Beyond the members that are compared one by one, whichever name is the lesser one.
    for (first, second) in [("n1", "n\\u0032"), ("n\\u0032", "n1")] {
      names[28] = first
      names[30] = second
      let later = 2 + (0..<28).reduce(0) { $0 + names[$1].utf8.count + 5 }
      #expect(Self.error(Self.object(names)) == JSONError(.duplicateMember, offset: later))
    }
  }

  @Test("a text cut short anywhere is refused, at or before its end")
  func prefixes() throws {
    let text = Array(
      #"{"a":[1,-2.5e+10,true,null,"é\u00e9\ud83d\ude00\n"],"b":{"c":{"d":[[],{}]}},"x":false}"#
        .utf8)
    #expect(Self.error(text) == nil)
    for count in text.indices {
      let error = Self.error(Array(text[..<count]))
      if error == nil || (error?.offset ?? 0) > count { Issue.record("\(count) bytes") }
    }
  }

  @Test("a text with any byte changed is refused at an offset inside it, or still consistent")
  func changedBytes() throws {
    let text = Array(#"{"a":[1,-2.5e+1,true,null,"é\u00e9"],"b":{"c":""}}"#.utf8)
    var count = 0
    for place in text.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[place] = byte
        count += 1
        if let error = Self.error(changed) {
          if error.offset > changed.count { Issue.record("offset \(error.offset)") }
          continue
        }
        let value = try JSONValue.parse(changed)
        let again = JSONTree.received(value).encoded()
        let twice = JSONTree.received(try JSONValue.parse(again)).encoded()
        if again != twice { Issue.record("byte \(byte) at \(place)") }
      }
    }
    #expect(count == 256 * text.count)
  }

  @Test("the deepest text that any limit allows is read, and one level more is not")
  func deepest() {
    let limits = JSONLimits(maximumByteCount: .max, maximumDepth: .max)
    func nested(_ depth: Int) -> [UInt8] {
      [UInt8](repeating: UInt8(ascii: "["), count: depth)
        + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(Self.error(nested(limits.maximumDepth), limits) == nil)
    #expect(Self.error(nested(limits.maximumDepth + 1), limits)?.code == "json.too-deep")
    #expect(Self.error(nested(64)) == nil)
    #expect(Self.error(nested(65)) == JSONError(.tooDeep(limit: 64), offset: 64))
    #expect(Self.error(nested(500_000), .file)?.code == "json.too-deep")
  }

  private static func object(
    _ text: [UInt8], _ limits: JSONLimits
  ) -> (JSONObject?, JSONError?) {
    do throws(JSONError) {
      // The bytes behind the text must not be read: here they would close anything.
      let more = text + Array("\"]}".utf8)
      return (try JSONObject.parse(more, in: 0..<text.count, limits: limits), nil)
    } catch {
      return (nil, error)
    }
  }

  private static func object(_ names: [String]) -> [UInt8] {
    Array("{\(names.map { "\"\($0)\":1" }.joined(separator: ","))}".utf8)
  }

  private static func error(_ text: [UInt8], _ limits: JSONLimits = .default) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONValue.parse(text, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private static func limits(_ vector: JSONObject) throws -> JSONLimits {
    JSONLimits(
      maximumByteCount: try vector.optionalCount("size") ?? 1 << 20,
      maximumDepth: try vector.optionalCount("depth") ?? 64)
  }

  private static func expectation(_ error: JSONError) -> String? {
    switch error.reason {
    case .unexpectedCharacter(_, let expected), .unexpectedEnd(let expected): "\(expected)"
    default: nil
    }
  }
}
