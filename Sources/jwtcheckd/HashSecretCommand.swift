import JWTCheckCommand
import StrictCoding
import TokenService

/// `jwtcheckd hash-secret`: the form in which a configuration holds an API key or auth token.
enum HashSecretCommand {
  static func run(_ words: [String]) throws(DaemonError) {
    guard words.count <= 1, words.allSatisfy({ $0.utf8.elementsEqual("--generate".utf8) }) else {
      throw DaemonError(
        .usage, "hash-secret reads the secret from standard input, never from its arguments")
    }
    if words.isEmpty {
      try Main.write(try hash(try read()).text + "\n")
    } else {
      guard let secret = SecretHash.newSecret() else {
        throw DaemonError(.internalFault, "the system gives no random bytes")
      }
      try Main.write(
        "secret \(secret)\nhash   \(try hash(SecretBytes(secret.utf8)).text)\n")
    }
  }

  private static func read() throws(DaemonError) -> SecretBytes {
    var bytes: [UInt8]
    do {
      bytes = try InputReader.readStandardInput(limit: 4_096)
    } catch {
      throw DaemonError(.unavailable, error.message)
    }
    // `echo` adds one; a header field or JSON text could not carry it anyway.
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    guard bytes.count >= SecretHash.minimumSecretBytes else {
      throw DaemonError(
        .unavailable,
        """
        a secret needs at least \(SecretHash.minimumSecretBytes) bytes that a generator made; \
        hash-secret --generate makes one
        """)
    }
    return SecretBytes(bytes)
  }

  private static func hash(_ secret: SecretBytes) throws(DaemonError) -> SecretHash {
    guard let hash = SecretHash.make(of: secret) else {
      throw DaemonError(.internalFault, "the system gives no random bytes or no SHA-256")
    }
    return hash
  }
}
