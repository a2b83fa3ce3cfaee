import Foundation
import HTTPTransport
import JWTValidation
import OrdersService

/// `orders KEY HOST:PORT` answers `/orders` until it is ended; KEY is a file with a public key in PEM.
@main
enum Main {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 3, let address = ListenAddress(words[2]),
      let pem = FileManager.default.contents(atPath: words[1])
    else {
      FileHandle.standardError.write(Data("usage: orders KEY HOST:PORT\n".utf8))
      exit(2)
    }
    let verifier = try Verifier(keys: .pem(Array(pem)), policy: OrdersService.policy)
    let service = try OrdersService(verifier) {
      NumericDate(seconds: Int64(Date().timeIntervalSince1970))
    }
    let server = try HTTPServer(address: address) { service.answer($0) }
    FileHandle.standardOutput.write(Data("listening on \(server.address)\n".utf8))
    while true { sleep(3_600) }
  }
}
