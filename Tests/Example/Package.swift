// swift-tools-version: 6.2
import PackageDescription

// A service that uses the libraries as any user does: a package of its own, which a build of the project
// never sees. It opens connections, so it needs JWTCHECK_NETWORK=1 and the libraries for that.
let package = Package(
  name: "jwtcheck-example",
  dependencies: [.package(name: "jwtcheck", path: "../..")],
  targets: [
    .target(
      name: "OrdersService",
      dependencies: [
        .product(name: "BearerAuthentication", package: "jwtcheck"),
        .product(name: "HTTPMessages", package: "jwtcheck"),
        .product(name: "JWTValidation", package: "jwtcheck"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "orders",
      dependencies: ["OrdersService", .product(name: "HTTPTransport", package: "jwtcheck")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .testTarget(
      name: "OrdersServiceTests",
      dependencies: ["OrdersService", .product(name: "JWTCheckTesting", package: "jwtcheck")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
