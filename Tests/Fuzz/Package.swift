// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither a user's build nor `swift test` ever sees it: a fuzzer needs
// flags that SwiftPM refuses in dependencies, and its `main` comes from libFuzzer.
// `.ci/fuzz` builds and runs it.
let package = Package(
  name: "jwtcheck-fuzz",
  dependencies: [.package(name: "jwtcheck", path: "../..")],
  targets: [
    // A second opinion on HMAC: libcrypto called directly, past everything that is under test.
    .systemLibrary(name: "CReferenceMAC", pkgConfig: "libcrypto"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        .product(name: "JWTValidation", package: "jwtcheck"),
        .product(name: "Velt", package: "jwtcheck"),
        "CReferenceMAC",
      ],
      swiftSettings: [
        .treatAllWarnings(as: .error),
        // libFuzzer brings `main`; without this flag a file with one function would become one too.
        .unsafeFlags(["-parse-as-library"]),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
