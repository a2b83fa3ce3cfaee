/// Who may ask for tokens.
struct Account: Sendable {
  /// What logs and metrics call it.
  let name: String
  let apiKey: SecretHash
  /// Several, so that one can be replaced while the other still works.
  let authTokens: [SecretHash]
}

/// All accounts.
struct Accounts: Sendable {
  private let accounts: [Account]

  init(_ accounts: [Account]) { self.accounts = accounts }

  /// The account whose API key and auth token these are.
  ///
  /// Everything is compared with everything, so the time it takes says nothing about which part was
  /// right. It grows with the number of accounts, by about a microsecond each.
  func find(apiKey: [UInt8], authToken: [UInt8]) -> Account? {
    var found: Account?
    for account in accounts {
      let isKey = account.apiKey.matches(apiKey)
      var isToken = false
      for hash in account.authTokens where hash.matches(authToken) { isToken = true }
      if isKey, isToken { found = account }
    }
    return found
  }
}
