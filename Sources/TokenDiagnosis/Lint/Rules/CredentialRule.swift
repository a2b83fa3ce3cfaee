import JWTValidation

/// Values that have the form of a hosted service's credentials.
enum CredentialRule: LintRule {
  static let name = "credentials"
  static let inputs: [LintInput] = [.everyValue]

  private static let forms: [(prefix: String, least: Int, service: String)] = [
    ("AKIA", 20, "AWS"), ("ASIA", 20, "AWS"), ("ghp_", 36, "GitHub"), ("gho_", 36, "GitHub"),
    ("github_pat_", 40, "GitHub"), ("glpat-", 20, "GitLab"), ("xoxb-", 20, "Slack"),
    ("xoxp-", 20, "Slack"), ("sk_live_", 20, "Stripe"), ("sk_prod_", 20, "Liveblocks"),
    ("sk_dev_", 20, "Liveblocks"), ("rk_live_", 20, "Stripe"),
    ("AIza", 35, "Google"), ("ya29.", 20, "Google"), ("npm_", 36, "npm"), ("SG.", 40, "SendGrid"),
  ]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    subject.leaves.compactMap { leaf in
      guard let text = leaf.value.stringBytes,
        let form = forms.first(where: {
          text.count >= $0.least && text.starts(with: $0.prefix.utf8)
        })
      else { return nil }
      return .credential(service: form.service, leaf.pointer)
    }
  }
}
