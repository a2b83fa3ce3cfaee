import JWTValidation

/// Tokens that do not get through: 8 KiB is what nginx and others take for a header, and 4096 bytes
/// are what browsers keep of a cookie (RFC 6265 §6.1).
enum SizeRule: LintRule {
  static let name = "size"
  static let inputs: [LintInput] = [.size]

  private static let header = 8192 - "Authorization: Bearer \r\n".utf8.count
  private static let cookie = 4096

  static func check(_ subject: LintSubject) -> [LintFinding] {
    let count = subject.token.count
    if count > header { return [.exceedsHeaderLimit(byteCount: count)] }
    return count > cookie ? [.exceedsCookieLimit(byteCount: count)] : []
  }
}
