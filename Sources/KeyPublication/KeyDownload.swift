package import JWTValidation

/// A JWK Set as it was downloaded.
package struct DownloadedKeys: Sendable {
  /// The document as text, to see whether it has changed.
  package let text: [UInt8]
  /// The keys.
  package let keys: VerificationKeys
  /// How long it is fresh by what the server says, in seconds.
  package let lifetime: Int64?
}

/// Getting a JWK Set, by way of the issuer's description if need be.
///
/// It says which document it needs next and judges what came, and leaves the fetching to its owner,
/// who may wait for it or not:
///
/// ```swift
/// var download = start
/// while true {
///   if let keys = try download.take(get(download.request)) { return keys }
/// }
/// ```
package struct KeyDownload: Sendable {
  private enum Document: Sendable {
    case description(issuer: String)
    case keySet
  }

  private let options: RemoteKeyOptions
  private let allowedHosts: [[UInt8]]
  private var document: Document
  private var url: KeyURL

  /// Notes where to start.
  ///
  /// - Throws: `RemoteKeySetupError` for a URL that keys must not come from.
  package init(
    _ location: KeyLocation, _ options: RemoteKeyOptions
  ) throws(RemoteKeySetupError) {
    guard options.isConsistent else { throw .options }
    let text: String
    let start: KeyURL?
    switch location {
    case .jwkSet(let url):
      (text, start) = (url, KeyURL(url, plainHTTP: options.plainHTTP))
      document = .keySet
    case .discovery(let issuer):
      (text, start) = (issuer, .discoveryDocument(of: issuer, plainHTTP: options.plainHTTP))
      document = .description(issuer: issuer)
    }
    guard let start else { throw .url(text) }
    self.options = options
    url = start
    allowedHosts = (options.allowedHosts ?? [start.host]).map { host in
      host.utf8.map(lowercased)
    }
    guard isAllowed(start) else { throw .url(text) }
  }

  private func isAllowed(_ url: KeyURL) -> Bool { allowedHosts.contains(Array(url.host.utf8)) }

  /// The document that is needed next.
  package var request: KeyFetchRequest {
    KeyFetchRequest(url: url.text, maximumByteCount: options.maximumByteCount)
  }

  /// Takes the answer to `request`.
  ///
  /// - Returns: the keys; `nil` if another document is needed.
  package mutating func take(
    _ response: KeyFetchResponse
  ) throws(KeyFetchFailure) -> DownloadedKeys? {
    guard response.url.utf8.elementsEqual(url.text.utf8) else { throw .redirected }
    guard response.status == 200 else { throw .status(response.status) }
    guard response.body.count <= options.maximumByteCount else {
      throw .tooLarge(byteCount: response.body.count)
    }
    switch document {
    case .description(let issuer):
      url = try keyURL(in: response.body, of: issuer)
      document = .keySet
      return nil
    case .keySet:
      let keys: VerificationKeys
      do { keys = try .jwks(response.body) } catch { throw .keys(error) }
      return DownloadedKeys(
        text: response.body, keys: keys,
        lifetime: CacheControl.lifetime(response.cacheControl, age: response.age))
    }
  }

  /// The URL that the issuer's description names (OpenID Connect Discovery §4.3).
  private func keyURL(in text: [UInt8], of issuer: String) throws(KeyFetchFailure) -> KeyURL {
    guard let description = try? JSONValue.parse(text).object else { throw .description }
    // Byte for byte, so that nobody can describe himself as somebody else.
    guard description["issuer"]?.isString(issuer) == true else { throw .otherIssuer }
    guard let text = description["jwks_uri"]?.string else { throw .description }
    guard let url = KeyURL(text, plainHTTP: options.plainHTTP), isAllowed(url),
      // What came over TLS does not lead away from it.
      self.url.isPlain || !url.isPlain
    else { throw .keyURL }
    return url
  }
}
