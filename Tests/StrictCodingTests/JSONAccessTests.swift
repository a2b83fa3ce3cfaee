import StrictCoding
import Testing

@Suite("reading JSON values")
struct JSONAccessTests {
  private static let text = #" {"a\u0062":"x\ud83d\ude00","n":[1,{"k":null}],"t":true,"é":"é"} "#

  private static func object() throws -> JSONObject {
    try #require(JSONValue.parse(Array(text.utf8)).object)
  }

  @Test("members are found by their unescaped bytes, in the order of the text")
  func members() throws {
    let object = try Self.object()
    #expect(object.map(\.name) == ["ab", "n", "t", "é"])
    #expect(object["ab"]?.string == "x😀")
    #expect(object["a\\u0062"] == nil)
    #expect(object["é"]?.isString("é") == true)
    // The same to Swift's String, another sequence of code points.
    #expect(object["e\u{301}"] == nil)
    #expect(object["é"]?.isString("e\u{301}") == false)
    #expect(object["n"]?.array?[1].object?["k"]?.isNull == true)
    #expect(object["n"]?.array?.map(\.sourceText) == ["1", #"{"k":null}"#])
    #expect(object["t"]?.boolean == true)
    #expect(object[1].isNamed("n"))
  }

  @Test("ranges count from the start of the text that was given")
  func ranges() throws {
    let bytes = Array(Self.text.utf8)
    let object = try Self.object()
    #expect(object.range == 1..<bytes.count - 1)
    let inner = try #require(object["n"]?.array?[1])
    #expect(String(decoding: bytes[inner.range], as: UTF8.self) == #"{"k":null}"#)
    let member = try #require(inner.object?.first)
    #expect(String(decoding: bytes[member.nameRange], as: UTF8.self) == "k")
    #expect(String(decoding: bytes[member.value.range], as: UTF8.self) == "null")
  }

  @Test("a value is nothing but what it is")
  func kinds() throws {
    let kinds: [(String, JSONValue.Kind)] = [
      ("{}", .object), ("[]", .array), ("\"\"", .string), ("-1", .number), ("true", .boolean),
      ("false", .boolean), ("null", .null),
    ]
    for (text, kind) in kinds {
      let value = try JSONValue.parse(Array(text.utf8))
      let readings = [
        value.object != nil, value.array != nil, value.string != nil, value.number != nil,
        value.boolean != nil, value.isNull,
      ]
      #expect(value.kind == kind)
      #expect(readings.count { $0 } == 1, "\(text)")
    }
  }

  @Test("the text of a member is read by its position as it is read by its name")
  func textByPosition() throws {
    let text = #"{"a":"plain","b":"\u0070lain","c":["\n"],"d":{"e":"\t"},"f":"","g":7,"h":"\\"}"#
    let object = try #require(JSONValue.parse(Array(text.utf8)).object)
    for (position, member) in object.enumerated() {
      #expect(object.string(at: position) == member.value.string, "\(member.name)")
      for candidate in ["plain", "\\u0070lain", "", "\\", "7", "\n"] {
        #expect(
          object.isString(at: position, utf8: candidate.utf8.span)
            == member.value.isString(candidate), "\(member.name), \(candidate)")
      }
    }
    #expect(object.string(at: 1) == "plain" && object.string(at: 2) == nil)
  }

  @Test("names of three bytes are packed, others are not")
  func packedNames() throws {
    let object = try #require(
      JSONValue.parse(Array(#"{"exp":1,"\u0069at":2,"expx":3,"ex":4,"é":5}"#.utf8)).object)
    func pack(_ name: String) -> UInt32 {
      name.utf8.enumerated().reduce(0) { $0 | UInt32($1.element) << (8 * $1.offset) }
    }
    var found: [Int: UInt32] = [:]
    object.forEachNameOfThree { name, position in found[position] = name }
    #expect(found == [0: pack("exp"), 1: pack("iat")])
  }

  @Test("a printed or dumped value does not show the text around it")
  func printing() throws {
    let value = try #require(Self.object()["n"]?.array?[1])
    var dumped = ""
    dump(value, to: &dumped)
    #expect("\(value)" == #"{"k":null}"#)
    #expect(!dumped.contains("true"))
    let object = try #require(value.object)
    dumped = ""
    dump(object, to: &dumped)
    #expect(!dumped.contains("true"))
  }
}
