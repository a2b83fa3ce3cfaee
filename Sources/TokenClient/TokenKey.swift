import Velt

/// What a kept token is for. Everything that was requested counts: a token of an administrator must
/// not be handed out to somebody who did not ask for one.
struct TokenKey: Hashable, Sendable {
  // Bytes: texts that Swift calls equal can be different users to the service.
  private let userId: [UInt8]
  private let organizationId: [UInt8]
  private let isAdmin: Bool?
  private let email: [UInt8]?

  init(_ request: TokenRequest) {
    userId = Array(request.userId.utf8)
    organizationId = Array(request.organizationId.utf8)
    isAdmin = request.isAdmin
    email = request.email.map { Array($0.utf8) }
  }
}
