import Foundation
import FoundationNetworking
import RemoteKeys

// The fetcher of the article `Frameworks` in `BearerAuthentication`.
struct Fetcher: KeyFetcher {
  let session: URLSession
  func fetch(_ request: KeyFetchRequest) async throws -> KeyFetchResponse {
    guard let url = URL(string: request.url) else { throw URLError(.badURL) }
    let (body, response) = try await session.data(from: url)
    guard let http = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
    return KeyFetchResponse(
      url: http.url?.absoluteString ?? "", status: http.statusCode, body: Array(body),
      cacheControl: http.value(forHTTPHeaderField: "Cache-Control"),
      age: http.value(forHTTPHeaderField: "Age"))
  }
}
