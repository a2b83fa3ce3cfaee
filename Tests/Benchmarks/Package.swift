// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a build of the project never sees it.
let package = Package(
  name: "jwtcheck-benchmarks",
  products: [.executable(name: "jwtcheck-bench", targets: ["jwtcheck-bench"])],
  dependencies: [.package(name: "jwtcheck", path: "../..")],
  targets: [
    .executableTarget(
      name: "jwtcheck-bench",
      dependencies: [
        .product(name: "JWTValidation", package: "jwtcheck"),
        .product(name: "JWTIssuing", package: "jwtcheck"),
        .product(name: "BearerAuthentication", package: "jwtcheck"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
