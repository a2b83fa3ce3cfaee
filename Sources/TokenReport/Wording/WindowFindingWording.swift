package import Velt

extension WindowFinding: Worded {
  package var message: String {
    switch self {
    case .passed(let date, let now):
      "its 48 hours ended \(ShownTime.ago(date, now)), at \(ShownTime.utc(date))"
    case .unknown:
      "the token has neither \"exp\" nor \"iat\": nobody can say whether it still lives"
    case .notFresh(let issuedAt, let requestedAt, let difference):
      "issued \(DurationText.words(difference)) \(difference < 0 ? "before" : "after")"
        + " it was requested: at \(ShownTime.utc(issuedAt)), not \(ShownTime.utc(requestedAt))"
    }
  }

  package var hint: String? {
    switch self {
    case .passed: "get a new token: the service gives it 48 hours, whatever \"exp\" says"
    case .unknown: "get a new token for each session, and have the issuer set \"exp\""
    case .notFresh: "do not keep tokens: request one for each session"
    }
  }
}
