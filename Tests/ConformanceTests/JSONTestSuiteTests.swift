import StrictCoding
import Testing

@Suite("JSONTestSuite", .enabled(if: vectorFolder != nil, "JWTCHECK_VECTORS is not set"))
struct JSONTestSuiteTests {
  /// Texts that RFC 8259 allows and this library refuses: a name that stands twice lets two readers
  /// of one signed text see two values (RFC 7515 §4, RFC 8725 §2.4).
  static let deliberatelyRefused = [
    "y_object_duplicated_key.json": "json.duplicate-member",
    "y_object_duplicated_key_and_value.json": "json.duplicate-member",
  ]

  /// What this library does with the texts that RFC 8259 leaves to the reader; `nil` is accepted.
  ///
  /// Numbers of any size are kept as they are written. Everything that is not Unicode text is
  /// refused, because a string of it has no one value that all readers agree on. More levels than
  /// the limit are refused, as is a byte order mark (RFC 8259 §8.1 forbids sending it).
  static let choices: [String: String?] = [
    "i_number_double_huge_neg_exp.json": nil,
    "i_number_huge_exp.json": nil,
    "i_number_neg_int_huge_exp.json": nil,
    "i_number_pos_double_huge_exp.json": nil,
    "i_number_real_neg_overflow.json": nil,
    "i_number_real_pos_overflow.json": nil,
    "i_number_real_underflow.json": nil,
    "i_number_too_big_neg_int.json": nil,
    "i_number_too_big_pos_int.json": nil,
    "i_number_very_big_negative_int.json": nil,
    "i_object_key_lone_2nd_surrogate.json": "json.lone-surrogate",
    "i_string_1st_surrogate_but_2nd_missing.json": "json.lone-surrogate",
    "i_string_1st_valid_surrogate_2nd_invalid.json": "json.lone-surrogate",
    "i_string_UTF-16LE_with_BOM.json": "json.byte-order-mark",
    "i_string_UTF-8_invalid_sequence.json": "json.invalid-utf8",
    "i_string_UTF8_surrogate_U+D800.json": "json.invalid-utf8",
    "i_string_incomplete_surrogate_and_escape_valid.json": "json.lone-surrogate",
    "i_string_incomplete_surrogate_pair.json": "json.lone-surrogate",
    "i_string_incomplete_surrogates_escape_valid.json": "json.lone-surrogate",
    "i_string_invalid_lonely_surrogate.json": "json.lone-surrogate",
    "i_string_invalid_surrogate.json": "json.lone-surrogate",
    "i_string_invalid_utf-8.json": "json.invalid-utf8",
    "i_string_inverted_surrogates_U+1D11E.json": "json.lone-surrogate",
    "i_string_iso_latin_1.json": "json.invalid-utf8",
    "i_string_lone_second_surrogate.json": "json.lone-surrogate",
    "i_string_lone_utf8_continuation_byte.json": "json.invalid-utf8",
    "i_string_not_in_unicode_range.json": "json.invalid-utf8",
    "i_string_overlong_sequence_2_bytes.json": "json.invalid-utf8",
    "i_string_overlong_sequence_6_bytes.json": "json.invalid-utf8",
    "i_string_overlong_sequence_6_bytes_null.json": "json.invalid-utf8",
    "i_string_truncated-utf-8.json": "json.invalid-utf8",
    "i_string_utf16BE_no_BOM.json": "json.unexpected-character",
    "i_string_utf16LE_no_BOM.json": "json.unexpected-character",
    "i_structure_500_nested_arrays.json": "json.too-deep",
    "i_structure_UTF-8_BOM_empty_object.json": "json.byte-order-mark",
  ]

  private static let folder = "JSONTestSuite/test_parsing"

  @Test("every y_ text is read and every n_ text is refused")
  func verdicts() throws {
    let names = try OutsideVectors.names(Self.folder)
    var wrong: [String] = []
    var count = 0
    for name in names where name.hasPrefix("y_") || name.hasPrefix("n_") {
      count += 1
      let code = try Self.code(name)
      let isRight =
        if let refusal = Self.deliberatelyRefused[name] { code == refusal } else {
          (code == nil) == name.hasPrefix("y_")
        }
      if !isRight { wrong.append("\(name): \(code ?? "accepted")") }
    }
    #expect(wrong == [])
    #expect(count > 250)
  }

  @Test("every i_ text is read or refused as the table says, and every one is in the table")
  func readersChoice() throws {
    let names = try OutsideVectors.names(Self.folder).filter { $0.hasPrefix("i_") }
    var wrong: [String] = []
    for name in names {
      let code = try Self.code(name)
      guard let choice = Self.choices[name] else {
        wrong.append("\(name): not in the table; \(code ?? "accepted")")
        continue
      }
      if code != choice { wrong.append("\(name): \(code ?? "accepted")") }
    }
    #expect(wrong == [])
    #expect(Set(Self.choices.keys).subtracting(names) == [])
  }

  /// The code that a text is refused with; `nil` if it is read.
  private static func code(_ name: String) throws -> String? {
    let text = try OutsideVectors.bytes("\(folder)/\(name)")
    do throws(JSONError) {
      _ = try JSONValue.parse(text)
      return nil
    } catch {
      return error.code
    }
  }
}
