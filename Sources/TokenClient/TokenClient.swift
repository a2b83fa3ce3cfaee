public import HTTPMessages
public import JOSE
public import StrictCoding
public import Velt

/// Gets tokens from a token endpoint, checks each one, and hands out the same one until it ends.
///
/// Who sends the requests is passed in, so the library links no HTTP stack:
///
/// ```swift
/// let client = TokenClient(
///   endpoint: "https://api.velt.dev/v1/auth/token/get", apiKey: apiKey, authToken: authToken,
///   clock: { NumericDate(seconds: Int64(Date().timeIntervalSince1970)) },
///   fetch: { try await httpClient.send($0) })
/// let token = try await client.token(for: TokenRequest(userId: "u", organizationId: "o"))
/// ```
///
/// However many tasks ask for the same token at a time, one request is sent and all get its answer.
/// A request that fails is not remembered. Tokens are kept for exactly what was requested: user,
/// organization, administrator and address.
public actor TokenClient {
  /// Sends a request and returns whatever answer comes.
  public typealias Fetch = @Sendable (HTTPRequest) async throws -> HTTPResponse
  /// Tells the time.
  public typealias Clock = @Sendable () -> NumericDate

  private let endpoint: String
  private let apiKey: SecretBytes
  private let authToken: SecretBytes
  private let settings: TokenClientSettings
  private let clock: Clock
  private let fetch: Fetch
  private var kept: [TokenKey: ClientToken] = [:]
  private var running: [TokenKey: Task<Result<ClientToken, TokenClientError>, Never>] = [:]
  /// How often everything was forgotten: what was asked for before that is not kept.
  private var generation = 0

  /// Makes a client for one account.
  ///
  /// - Parameters:
  ///   - endpoint: the URL of the first version of the endpoint, in full.
  ///   - apiKey: the key of the account; never printed.
  ///   - authToken: the secret that allows to ask for tokens; never printed.
  ///   - settings: when tokens are asked for anew, and how they are checked.
  ///   - clock: asked at each request and answer.
  ///   - fetch: sends requests; it must check certificates and have a deadline.
  public init(
    endpoint: String, apiKey: SecretBytes, authToken: SecretBytes,
    settings: TokenClientSettings = TokenClientSettings(), clock: @escaping Clock,
    fetch: @escaping Fetch
  ) {
    self.endpoint = endpoint
    self.apiKey = apiKey
    self.authToken = authToken
    self.settings = settings
    self.clock = clock
    self.fetch = fetch
  }

  /// A token that is what is requested; one that was kept lives for at least the safety margin.
  ///
  /// Credentials in `request` are not used: the client has its own.
  ///
  /// - Throws: `TokenClientError`. A token that does not match is never handed out.
  public func token(for request: TokenRequest) async throws(TokenClientError) -> ClientToken {
    let key = TokenKey(request)
    if let token = kept[key], token.lives(at: clock(), margin: settings.margin) { return token }
    // Tasks that come while a request is under way wait for its answer.
    let task = running[key] ?? start(request, key)
    return try await task.value.get()
  }

  /// Forgets all tokens, for example when the account's auth token was replaced; whoever waits for
  /// one still gets it, but nobody who comes later does.
  public func removeAll() {
    kept = [:]
    running = [:]
    generation += 1
  }

  private func start(
    _ request: TokenRequest, _ key: TokenKey
  ) -> Task<Result<ClientToken, TokenClientError>, Never> {
    // A task of its own: that one of those who wait gives up must not take the answer from others.
    let task = Task { [generation] () -> Result<ClientToken, TokenClientError> in
      let result: Result<ClientToken, TokenClientError>
      do throws(TokenClientError) {
        result = .success(try await obtain(request))
      } catch {
        result = .failure(error)
      }
      if generation == self.generation { finish(key, result) }
      return result
    }
    running[key] = task
    return task
  }

  private func finish(_ key: TokenKey, _ result: Result<ClientToken, TokenClientError>) {
    running[key] = nil
    guard case .success(let token) = result else { return }
    if kept.count >= settings.maximumCount {
      let now = clock()
      kept = kept.filter { $0.value.lives(at: now, margin: settings.margin) }
      // Still full: everything goes, which costs requests but no memory and no search.
      if kept.count >= settings.maximumCount { kept = [:] }
    }
    kept[key] = token
  }

  private func obtain(
    _ request: TokenRequest
  ) async throws(TokenClientError) -> ClientToken {
    let requestedAt = clock()
    let response: HTTPResponse
    do {
      response = try await fetch(message(for: request))
    } catch {
      throw .notFetched("\(error)")
    }
    let token = try Self.token(in: response)
    let check = TokenCheck(
      request: request, locations: settings.locations, leeway: settings.leeway,
      requestedAt: requestedAt, requiresSignature: settings.requiresSignature,
      verifier: settings.verifier)
    let outcome = check.check(token, at: clock())
    guard let end = outcome.record.window?.end?.date else { throw .refused(outcome.record) }
    switch outcome {
    case .refused(let refusal): throw .refused(refusal.record)
    case .matched: return ClientToken(token, end: end, isVerified: false)
    case .matchedAndVerified: return ClientToken(token, end: end, isVerified: true)
    }
  }

  private static func token(in response: HTTPResponse) throws(TokenClientError) -> [UInt8] {
    let isGood = (200...299).contains(response.status)
    guard response.mediaType?.utf8.elementsEqual("application/json".utf8) == true else {
      throw isGood ? .notJSON : .status(response.status)
    }
    do {
      switch try TokenResponse(json: response.body) {
      case .failure(let failure): throw TokenClientError.failure(failure)
      case .success(let success):
        guard isGood else { throw TokenClientError.status(response.status) }
        return success.token
      }
    } catch let error as DocumentError {
      throw isGood ? .malformed(error) : .status(response.status)
    } catch let error as TokenClientError {
      throw error
    } catch {
      throw .status(response.status)
    }
  }

  private func message(for request: TokenRequest) -> HTTPRequest {
    let properties: [(name: String, value: JSONTree?)] = [
      ("organizationId", .string(request.organizationId)),
      ("isAdmin", request.isAdmin.map { .boolean($0) }),
      ("email", request.email.map { .string($0) }),
    ]
    let data: JSONTree = [
      "apiKey": .string(Self.text(apiKey)), "authToken": .string(Self.text(authToken)),
      "userId": .string(request.userId), "userProperties": .members(properties),
    ]
    return HTTPRequest(
      method: "POST", target: endpoint,
      headers: ["Content-Type": "application/json", "Accept": "application/json"],
      body: .complete(JSONTree.object([("data", data)]).encoded()))
  }

  private static func text(_ secret: SecretBytes) -> String {
    secret.withSpan { String(decoding: $0.copied(), as: UTF8.self) }
  }
}
