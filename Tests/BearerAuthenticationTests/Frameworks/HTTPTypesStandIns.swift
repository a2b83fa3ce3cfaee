import BearerAuthentication

// Just enough of swift-http-types for the adapters of the article `Frameworks` to compile and to run;
// its names and signatures are those of the published package.

struct HTTPFields: ExpressibleByDictionaryLiteral, Equatable {
  enum Name { case authorization, wwwAuthenticate }

  var all: [(name: Name, value: String)]

  init(dictionaryLiteral elements: (Name, String)...) { all = elements.map { ($0, $1) } }

  subscript(values name: Name) -> [String] { all.filter { $0.name == name }.map(\.value) }

  static func == (one: Self, other: Self) -> Bool {
    one.all.elementsEqual(other.all) { $0 == $1 }
  }
}

struct HTTPRequest { var headerFields: HTTPFields }

struct HTTPResponse {
  struct Status: Equatable { var code: Int }
  var status: Status
  var headerFields: HTTPFields
}

extension Rejection {
  var fields: HTTPFields { wwwAuthenticate.map { [.wwwAuthenticate: $0] } ?? [:] }
}
