import JWTValidation
import KeyPublication
import TokenReport

extension WordingSamples {
  static let remoteKeys: [Group] = [
    Group(
      type: "RemoteKeySetupError",
      values: [
        RemoteKeySetupError.url("http://id.example/keys"),
        RemoteKeySetupError.secretKeys,
        RemoteKeySetupError.noAlgorithms,
        RemoteKeySetupError.issuerDiffers,
        RemoteKeySetupError.options,
      ]),
    Group(
      type: "KeyFetchFailure",
      values: [
        KeyFetchFailure.noResponse,
        KeyFetchFailure.status(503),
        KeyFetchFailure.status(302),
        KeyFetchFailure.redirected,
        KeyFetchFailure.tooLarge(byteCount: 2_000_000),
        KeyFetchFailure.description,
        KeyFetchFailure.otherIssuer,
        KeyFetchFailure.keyURL,
        KeyFetchFailure.keys(.unrecognized),
        KeyFetchFailure.unusable(.noUsableKey()),
      ]),
  ]
}
