package import KeyPublication

extension RemoteKeySetupError: Worded {
  package var message: String {
    switch self {
    case .url(let text): "\(ShownName.quoted(text)) is no URL that keys may come from"
    case .secretKeys: "HMAC algorithms cannot be used with keys that are published"
    case .noAlgorithms: "no algorithm is accepted"
    case .issuerDiffers: "the issuer that is asked for its keys is not the one that is accepted"
    case .options: "the times for fetching keys contradict each other"
    @unknown default: code
    }
  }

  package var hint: String? {
    switch self {
    case .url: "an https: URL of a host that is allowed, without user name and fragment"
    case .secretKeys: "a server that hands out a secret has given it away; give the secret as a key"
    case .noAlgorithms: "list the algorithms that the issuer uses"
    case .issuerDiffers: "write both the same, letter by letter"
    case .options: "no lifetime is 0, and none is beyond the largest"
    @unknown default: nil
    }
  }
}

extension KeyFetchFailure: Worded {
  package var message: String {
    switch self {
    case .noResponse: "there is no answer"
    case .status(let status): "the answer has HTTP status \(status)"
    case .redirected: "the answer is that of another URL"
    case .tooLarge(let count): "the document of \(count) bytes is larger than is read"
    case .description: "the document does not describe an issuer"
    case .otherIssuer: "the document describes another issuer"
    case .keyURL: "the issuer names a URL for its keys that they may not come from"
    case .keys(let error): error.message
    case .unusable(let error): error.message
    @unknown default: code
    }
  }

  package var hint: String? {
    switch self {
    case .noResponse: nil
    case .status(300...399): "redirects are not followed; give the URL that it leads to"
    case .status: nil
    case .redirected: "redirects are not followed; give the URL that has the keys"
    case .tooLarge: "a JWK Set of a megabyte is hardly one"
    case .description: "the issuer's URL may lack a part of its path"
    case .otherIssuer: "write the issuer exactly as it writes itself, also the final slash"
    case .keyURL: "allow the host of its jwks_uri if it is the issuer's own"
    case .keys(let error): error.hint
    case .unusable(let error): error.hint
    @unknown default: nil
    }
  }
}
