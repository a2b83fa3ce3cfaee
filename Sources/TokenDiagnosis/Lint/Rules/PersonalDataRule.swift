import JWTValidation

/// Personal data in claims: a signed token is not encrypted, and it ends up in logs.
enum PersonalDataRule: LintRule {
  static let name = "personal-data"
  static let inputs: [LintInput] = [.everyValue]

  private static let phoneNames = FoldedName.set(
    "phone", "phonenumber", "mobile", "tel", "telephone", "mobilenumber")
  private static let otherNames = FoldedName.set(
    "birthdate", "dateofbirth", "dob", "ssn", "socialsecuritynumber", "passport",
    "passportnumber", "nationalid", "taxid", "address", "streetaddress", "iban", "gender",
    "ipaddress")

  static func check(_ subject: LintSubject) -> [LintFinding] {
    subject.leaves.compactMap { leaf in
      kind(of: leaf).map { .personalData($0, leaf.pointer) }
    }
  }

  private static func kind(of leaf: LintSubject.Leaf) -> LintFinding.PersonalData? {
    let name = FoldedName.fold(leaf.name)
    if otherNames.contains(name), !leaf.value.isNull { return .other }
    guard let text = leaf.value.stringBytes ?? leaf.value.number.map({ Array($0.text.utf8) }) else {
      return nil
    }
    if isEmail(text) { return .email }
    if LuhnNumber.isCard(text) { return .card }
    if phoneNames.contains(name), isPhone(text) { return .phone }
    return nil
  }

  /// Something, one @, and a host with a dot; service accounts look alike and are no persons.
  private static func isEmail(_ text: [UInt8]) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].count > 3,
      !text.contains(0x20), !text.contains(UInt8(ascii: "/"))
    else { return false }
    let host = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return host.count > 1 && host.allSatisfy { !$0.isEmpty }
      && !parts[1].reversed().starts(with: "gserviceaccount.com".utf8.reversed())
  }

  private static func isPhone(_ text: [UInt8]) -> Bool {
    text.count { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } >= 6
  }
}

/// The check digit of payment cards (ISO/IEC 7812-1).
enum LuhnNumber {
  /// Whether a text is the number of a card: 13 to 19 digits, perhaps in groups, of a known range,
  /// with the right check digit.
  static func isCard(_ text: [UInt8]) -> Bool {
    let digits = text.filter { $0 != 0x20 && $0 != UInt8(ascii: "-") }
    guard 13...19 ~= digits.count, text.count - digits.count <= 5,
      digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let first = digits.first, UInt8(ascii: "2")...UInt8(ascii: "6") ~= first
    else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = Int(digit & 15) * (place.isMultiple(of: 2) ? 1 : 2)
      sum += value > 9 ? value - 9 : value
    }
    return sum.isMultiple(of: 10)
  }
}
