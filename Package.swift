// swift-tools-version: 6.2
import Glibc
import PackageDescription

/// Settings every Swift target shares; each has its reason.
let strict: [SwiftSetting] = [
  // A protocol used as a type costs a box and a dynamic call: `any` makes that visible.
  .enableUpcomingFeature("ExistentialAny"),
  // What a file imports is not passed on to users unless it says `public import`.
  .enableUpcomingFeature("InternalImportsByDefault"),
  // A member is visible only where its module is imported: the import table of the architecture stays honest.
  .enableUpcomingFeature("MemberImportVisibility"),
  // Nothing is merged with a warning; a dependency's warnings are not affected.
  .treatAllWarnings(as: .error),
]

/// For targets that never touch a raw pointer, or only in the files that `ArchitectureTests` names.
let memorySafe: [SwiftSetting] = strict + [.strictMemorySafety()]

/// The targets that open connections need three more system libraries (`libmicrohttpd-dev`,
/// `libcurl4-openssl-dev` and `libhiredis-dev`). They are left out unless `JWTCHECK_NETWORK` is set to 1, so that a plain
/// `swift build` needs nothing but `libssl-dev`. An environment variable and not a look at the
/// headers, because SwiftPM remembers what a manifest said until the manifest or the environment
/// changes; not a trait, because every target of a root package is built whatever the traits.
let hasNetwork = Context.environment["JWTCHECK_NETWORK"] == "1"

/// The folder with the archive of the C++ library that Swift's own libraries need, if it is there;
/// `libstdc++-12-dev`, which comes with g++, brings it.
let staticCxxFolder: String? = {
  var found = glob_t()
  defer { globfree(&found) }
  guard glob("/usr/lib/gcc/*-linux*/*/libstdc++.a", 0, nil, &found) == 0,
    let path = found.gl_pathv[0]
  else { return nil }
  return String(String(cString: path).dropLast("/libstdc++.a".count))
}()

/// A released program is one file that needs nothing but system libraries: it runs where no Swift is,
/// and starts in less than half the time. Without the archive of the C++ library it uses the Swift
/// libraries of the toolchain.
let oneFile: [LinkerSetting] =
  staticCxxFolder.map { folder in
    [
      .unsafeFlags(
        [
          "-static-stdlib",
          // In the first folder the linker finds the archive in place of the shared library; the second
          // has it, also where the linker would look for another compiler's.
          "-L\(Context.packageDirectory)/Sources/jwtcheck/StaticCxx", "-L\(folder)",
          "-Xclang-linker", "-static-libgcc",
          // No symbol of a program is looked for from outside. That, and a fixed address, save half a
          // millisecond of each start; libraries, heap and stack go on being placed at random.
          "-Xlinker", "--no-export-dynamic",
          "-Xclang-linker", "-no-pie",
        ], .when(configuration: .release))
    ]
  } ?? []

let package = Package(
  name: "jwtcheck",
  products: [
    .executable(name: "jwtcheck", targets: ["jwtcheck"]),
    .library(name: "JWTValidation", targets: ["JWTValidation"]),
    .library(name: "JWTIssuing", targets: ["JWTIssuing"]),
    .library(name: "Velt", targets: ["Velt"]),
    .library(name: "PolicyFile", targets: ["PolicyFile"]),
    .library(name: "BearerAuthentication", targets: ["BearerAuthentication"]),
    .library(name: "PolicyTrial", targets: ["PolicyTrial"]),
    .library(name: "TokenClient", targets: ["TokenClient"]),
    .library(name: "HTTPMessages", targets: ["HTTPMessages"]),
    .library(name: "KeyPublication", targets: ["KeyPublication"]),
    .library(name: "RemoteKeys", targets: ["RemoteKeys"]),
    .library(name: "TokenReport", targets: ["TokenReport"]),
    .library(name: "TokenDiagnosis", targets: ["TokenDiagnosis"]),
    .library(name: "JWTCheckTesting", targets: ["JWTCheckTesting"]),
  ],
  targets: [
    .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "Libcrypto", dependencies: ["CLibcrypto"], swiftSettings: strict),
    .target(name: "StrictCoding", swiftSettings: memorySafe),
    .target(name: "JOSE", dependencies: ["StrictCoding"], swiftSettings: memorySafe),
    .target(
      name: "JOSEKeys", dependencies: ["JOSE", "Libcrypto", "StrictCoding"],
      swiftSettings: memorySafe),
    .target(
      name: "JWTValidation", dependencies: ["JOSEKeys", "JOSE", "Libcrypto", "StrictCoding"],
      swiftSettings: memorySafe),
    .target(
      name: "JWTIssuing", dependencies: ["JOSEKeys", "JOSE", "Libcrypto", "StrictCoding"],
      swiftSettings: memorySafe),
    .target(
      name: "Velt", dependencies: ["JWTValidation", "JOSE", "StrictCoding"],
      swiftSettings: memorySafe),
    // Requests and answers as values: what handlers take and clients send.
    .target(name: "HTTPMessages", swiftSettings: memorySafe),
    .target(
      name: "TokenDiagnosis",
      dependencies: ["JWTValidation", "Velt", "JOSEKeys", "JOSE", "StrictCoding"],
      swiftSettings: memorySafe),
    // Where issuers publish keys, and what may come from there: nothing that waits.
    .target(
      name: "KeyPublication", dependencies: ["JWTValidation", "StrictCoding"],
      swiftSettings: memorySafe),
    .target(
      name: "PolicyFile",
      dependencies: [
        "KeyPublication", "Velt", "JWTValidation", "JOSEKeys", "JOSE", "StrictCoding",
      ],
      swiftSettings: memorySafe),
    .target(
      name: "BearerAuthentication", dependencies: ["JWTValidation", "JOSE", "StrictCoding"],
      swiftSettings: memorySafe),
    .target(
      name: "PolicyTrial",
      dependencies: [
        "PolicyFile", "JWTIssuing", "JWTValidation", "JOSEKeys", "JOSE", "StrictCoding",
      ],
      swiftSettings: memorySafe),
    .target(
      name: "RemoteKeys",
      dependencies: ["PolicyFile", "KeyPublication", "JWTValidation"],
      swiftSettings: memorySafe),
    .target(
      name: "TokenReport",
      dependencies: [
        "TokenDiagnosis", "PolicyFile", "KeyPublication", "JWTValidation",
        "Velt", "JOSEKeys", "JOSE",
        "StrictCoding",
      ],
      swiftSettings: memorySafe),
    // Judges many tokens: text in, lines and numbers out.
    .target(
      name: "TokenAudit",
      dependencies: [
        "TokenReport", "TokenDiagnosis", "PolicyFile", "Velt", "JWTValidation", "JOSE",
        "StrictCoding",
      ],
      swiftSettings: memorySafe),
    .target(
      name: "TokenClient",
      dependencies: ["HTTPMessages", "Velt", "JWTValidation", "JOSE", "StrictCoding"],
      swiftSettings: memorySafe),
    // Documents of our own, read strictly: configurations, and what the two programs say to each other.
    .target(
      name: "StrictDocuments",
      dependencies: ["HTTPMessages", "TokenReport", "JOSE", "StrictCoding"],
      swiftSettings: memorySafe),
    .target(
      name: "TokenService",
      dependencies: [
        "StrictDocuments", "HTTPMessages", "TokenReport", "BearerAuthentication", "PolicyFile",
        "Velt",
        "JWTValidation", "JWTIssuing", "JOSEKeys", "JOSE", "Libcrypto", "StrictCoding",
      ],
      swiftSettings: memorySafe),
    .target(
      name: "JWTCheckCommand",
      dependencies: [
        "StrictDocuments", "HTTPMessages",
        "TokenAudit",
        "TokenReport", "TokenDiagnosis", "PolicyFile", "PolicyTrial", "KeyPublication", "Velt",
        "JWTValidation", "JWTIssuing",
        "JOSEKeys", "JOSE",
        "StrictCoding",
      ],
      swiftSettings: memorySafe),
    .executableTarget(
      name: "jwtcheck", dependencies: ["JWTCheckCommand", "Libcrypto"],
      exclude: ["StaticCxx", "start.order"],
      swiftSettings: memorySafe, linkerSettings: oneFile),
    .target(
      name: "JWTCheckTesting",
      dependencies: ["JWTIssuing", "JWTValidation", "Velt", "JOSE", "StrictCoding"],
      swiftSettings: memorySafe),
    // What several test targets share.
    .target(
      name: "VectorSupport", dependencies: ["JOSE", "StrictCoding"], path: "Tests/VectorSupport"),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TokenReport", "JOSE", "VectorSupport"]),
    .testTarget(name: "StrictCodingTests", dependencies: ["StrictCoding", "VectorSupport"]),
    .testTarget(
      name: "LibcryptoTests", dependencies: ["Libcrypto", "StrictCoding", "VectorSupport"]),
    .testTarget(
      name: "JOSETests",
      dependencies: [
        "JWTValidation", "JOSEKeys", "JOSE", "Libcrypto", "StrictCoding", "VectorSupport",
      ]),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["JWTValidation", "JOSEKeys", "JOSE", "Libcrypto", "StrictCoding"]),
    .testTarget(
      name: "JWTValidationTests",
      dependencies: ["JWTValidation", "JWTIssuing", "JOSE", "StrictCoding", "VectorSupport"]),
    .testTarget(
      name: "JWTIssuingTests",
      dependencies: [
        "JWTIssuing", "JWTCheckTesting", "JWTValidation", "Velt", "JOSE", "StrictCoding",
        "VectorSupport",
      ]),
    .testTarget(
      name: "VeltTests",
      dependencies: [
        "Velt", "JWTCheckTesting", "JWTIssuing", "JWTValidation", "JOSEKeys", "JOSE",
        "StrictCoding", "VectorSupport",
      ]),
    .testTarget(
      name: "TokenDiagnosisTests",
      dependencies: [
        "TokenDiagnosis", "JWTIssuing", "JWTValidation", "Velt", "JOSEKeys", "JOSE",
        "StrictCoding", "VectorSupport",
      ]),
    .testTarget(
      name: "PolicyTrialTests",
      dependencies: ["PolicyTrial", "PolicyFile", "JWTValidation", "JOSE", "StrictCoding"]),
    .testTarget(
      name: "KeyPublicationTests", dependencies: ["KeyPublication", "VectorSupport"]),
    .testTarget(
      name: "PolicyFileTests",
      dependencies: [
        "PolicyFile", "JWTValidation", "JWTIssuing", "JOSE", "StrictCoding",
        "VectorSupport",
      ]),
    .testTarget(
      name: "BearerAuthenticationTests",
      dependencies: [
        "BearerAuthentication", "JWTCheckTesting", "JWTIssuing", "JWTValidation", "JOSE",
        "StrictCoding", "VectorSupport",
      ]),
    .testTarget(
      name: "RemoteKeysTests",
      dependencies: [
        "RemoteKeys", "PolicyFile", "BearerAuthentication", "JWTCheckTesting", "JWTIssuing",
        "JWTValidation", "JOSE", "StrictCoding", "VectorSupport",
      ]),
    .testTarget(
      name: "TokenReportTests",
      dependencies: [
        "TokenReport", "TokenDiagnosis", "PolicyFile", "KeyPublication", "Velt", "JWTValidation",
        "JWTIssuing", "JOSE", "StrictCoding",
        "VectorSupport",
      ]),
    .testTarget(
      name: "TokenAuditTests",
      dependencies: [
        "TokenAudit", "PolicyFile", "JWTValidation", "JOSE", "StrictCoding", "VectorSupport",
      ]),
    .testTarget(
      name: "TokenClientTests",
      dependencies: [
        "TokenClient", "HTTPMessages", "Velt", "JWTValidation", "JWTIssuing", "JOSE",
        "StrictCoding",
      ]),
    .testTarget(
      name: "TokenServiceTests",
      dependencies: [
        "TokenService", "StrictDocuments", "TokenReport", "JWTIssuing", "Libcrypto",
        "BearerAuthentication",
        "PolicyFile", "HTTPMessages", "Velt", "JWTValidation", "JOSE", "StrictCoding",
        "VectorSupport",
      ]),
    .testTarget(
      name: "JWTCheckCommandTests",
      dependencies: ["JWTCheckCommand", "jwtcheck", "StrictCoding", "VectorSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

if hasNetwork {
  package.products += [
    .executable(name: "jwtcheckd", targets: ["jwtcheckd"]),
    .library(name: "HTTPTransport", targets: ["HTTPTransport"]),
    .library(name: "RedisTokenStore", targets: ["RedisTokenStore"]),
  ]
  package.targets += [
    .systemLibrary(
      name: "CLibmicrohttpd", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(
      name: "CLibcurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(
      name: "HTTPTransport", dependencies: ["CLibmicrohttpd", "CLibcurl", "HTTPMessages"],
      swiftSettings: strict),
    .executableTarget(
      name: "jwtcheckd",
      dependencies: [
        "TokenService", "StrictDocuments", "HTTPTransport", "HTTPMessages", "JWTCheckCommand",
        "TokenReport",
        "PolicyFile", "RemoteKeys", "RedisTokenStore", "BearerAuthentication", "JWTValidation",
        "JOSE", "StrictCoding",
      ],
      swiftSettings: memorySafe, linkerSettings: oneFile),
    // No pkgConfig: hiredis.pc sets a flag that SwiftPM does not let through.
    .systemLibrary(name: "CLibhiredis", providers: [.apt(["libhiredis-dev"])]),
    .target(
      name: "RedisTokenStore",
      dependencies: ["CLibhiredis", "BearerAuthentication", "JOSE", "StrictCoding"],
      swiftSettings: strict),
    .testTarget(
      name: "RedisTokenStoreTests",
      dependencies: [
        "RedisTokenStore", "BearerAuthentication", "JWTCheckTesting", "VectorSupport",
      ]),
    .testTarget(
      name: "HTTPTransportTests", dependencies: ["HTTPTransport", "HTTPMessages"]),
  ]
}
