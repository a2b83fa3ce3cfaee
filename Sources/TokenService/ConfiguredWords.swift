package import JOSE
import StrictCoding
import StrictDocuments
import TokenReport

extension StrictObject {
  /// One word of an enumeration.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, of type: Word.Type = Word.self
  ) throws(DocumentFault) -> Word? {
    guard let text = try optionalText(name) else { return nil }
    let match = Word.allCases.first { $0.rawValue.utf8.elementsEqual(text.utf8) }
    guard let match else { throw fault(.notOneOf(Word.allCases.map(\.rawValue)), name) }
    return match
  }

  /// A signature algorithm by its registered name.
  func algorithm(_ name: String) throws(DocumentFault) -> SignatureAlgorithm? {
    guard let text = try optionalText(name) else { return nil }
    guard let algorithm = SignatureAlgorithm(named: text.utf8) else {
      throw fault(.notOneOf(SignatureAlgorithm.allCases.map(\.name)), name)
    }
    return algorithm
  }

  /// A time to the second in UTC, in the one form `2026-01-02T03:04:05Z`.
  func time(_ name: String) throws(DocumentFault) -> NumericDate? {
    guard let text = try optionalText(name) else { return nil }
    guard let time = NumericDate(secondInUTC: text) else { throw fault(.notATime, name) }
    return time
  }
}

extension NumericDate {
  /// Reads a time to the second in UTC, in the one form `2026-01-02T03:04:05Z`.
  package init?(secondInUTC text: String) {
    let numbers = text.utf8.split { !(0x30...0x39 ~= $0) }.compactMap { Int(Substring($0)) }
    guard numbers.count == 6,
      let date = CivilDate(
        year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3],
        minute: numbers[4], second: numbers[5]),
      date.rfc3339.utf8.elementsEqual(text.utf8)
    else { return nil }
    self.init(seconds: date.secondsSinceEpoch)
  }
}
