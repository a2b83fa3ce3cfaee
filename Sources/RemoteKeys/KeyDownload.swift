import JWTValidation

/// A JWK Set as it was downloaded.
struct DownloadedKeys: Sendable {
  let text: [UInt8]
  let keys: VerificationKeys
  /// How long it is fresh by what the server says, in seconds.
  let lifetime: Int64?
}

/// Gets a JWK Set, by way of the issuer's description if need be.
struct KeyDownload: Sendable {
  let location: KeyLocation
  let options: RemoteKeyOptions
  let fetcher: any KeyFetcher
  private let start: SecureURL
  private let allowedHosts: [[UInt8]]

  init(
    _ location: KeyLocation, _ options: RemoteKeyOptions, _ fetcher: any KeyFetcher
  ) throws(RemoteKeySetupError) {
    let text: String
    let start: SecureURL?
    switch location {
    case .jwkSet(let url): (text, start) = (url, SecureURL(url))
    case .discovery(let issuer): (text, start) = (issuer, .discoveryDocument(of: issuer))
    }
    guard let start else { throw .url(text) }
    self.location = location
    self.options = options
    self.fetcher = fetcher
    self.start = start
    allowedHosts = (options.allowedHosts ?? [start.host]).map { host in
      host.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
    guard isAllowed(start) else { throw .url(text) }
  }

  private func isAllowed(_ url: SecureURL) -> Bool { allowedHosts.contains(Array(url.host.utf8)) }

  /// Gets the keys.
  func keys() async throws(KeyFetchFailure) -> DownloadedKeys {
    let url =
      switch location {
      case .jwkSet: start
      case .discovery(let issuer): try await keyURL(of: issuer)
      }
    let response = try await document(url)
    let keys: VerificationKeys
    do { keys = try .jwks(response.body) } catch { throw .keys(error) }
    return DownloadedKeys(
      text: response.body, keys: keys,
      lifetime: CacheControl.lifetime(response.cacheControl, age: response.age))
  }

  /// The URL that the issuer's description names (OpenID Connect Discovery §4.3).
  private func keyURL(of issuer: String) async throws(KeyFetchFailure) -> SecureURL {
    let response = try await document(start)
    guard let description = try? JSONValue.parse(response.body).object else { throw .description }
    // Byte for byte, so that nobody can describe himself as somebody else.
    guard description["issuer"]?.isString(issuer) == true else { throw .otherIssuer }
    guard let text = description["jwks_uri"]?.string else { throw .description }
    guard let url = SecureURL(text), isAllowed(url) else { throw .keyURL }
    return url
  }

  private func document(_ url: SecureURL) async throws(KeyFetchFailure) -> KeyFetchResponse {
    let request = KeyFetchRequest(url: url.text, maximumByteCount: options.maximumByteCount)
    let response: KeyFetchResponse
    do { response = try await fetcher.fetch(request) } catch { throw .noResponse }
    guard response.url.utf8.elementsEqual(url.text.utf8) else { throw .redirected }
    guard response.status == 200 else { throw .status(response.status) }
    guard response.body.count <= options.maximumByteCount else {
      throw .tooLarge(byteCount: response.body.count)
    }
    return response
  }
}
