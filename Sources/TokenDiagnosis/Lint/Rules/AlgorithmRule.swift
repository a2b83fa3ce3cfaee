import JWTValidation

/// An algorithm that protects nothing, too little, or is named by a deprecated name.
enum AlgorithmRule: LintRule {
  static let name = "algorithm"
  static let inputs: [LintInput] = [.header("alg")]

  /// Names of algorithms with SHA-1 or truncated tags, which some libraries offer.
  private static let weak = FoldedName.set(
    "hs1", "rs1", "hs128", "es1", "ps1", "hs25664", "rsassapkcs1sha1", "md5", "hsmd5")

  static func check(_ subject: LintSubject) -> [LintFinding] {
    let header = subject.header
    if header.isUnsecured { return [.unsecured] }
    if weak.contains(FoldedName.fold(header.algorithmName)) {
      return [.weakAlgorithm(name: String(decoding: header.algorithmName, as: UTF8.self))]
    }
    return header.algorithm == .edDSA ? [.deprecatedAlgorithm] : []
  }
}
