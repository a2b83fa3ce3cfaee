import KeyPublication
import Testing

@Suite("the article about published keys")
struct PublicationExamples {
  private static func place() -> (KeyLocation, RemoteKeyOptions) {
    var options = RemoteKeyOptions()
    options.allowedHosts = ["id.example", "keys.example"]
    let location = KeyLocation.discovery(issuer: "https://id.example")
    return (location, options)
  }

  @Test("its example names a place that keys may come from")
  func placeOfKeys() throws {
    let (location, options) = Self.place()
    let download = try KeyDownload(location, options)
    #expect(download.request.url == "https://id.example/.well-known/openid-configuration")
  }
}
