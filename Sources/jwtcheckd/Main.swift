import Glibc
import JWTCheckCommand

/// The one program here that opens connections.
@main
enum Main {
  static func main() {
    do throws(DaemonError) {
      let arguments = ProcessArguments.current
      if let problem = arguments.problem { throw DaemonError(.usage, problem) }
      try run(arguments.words)
    } catch {
      error.say()
      exit(error.exitCode.rawValue)
    }
  }

  private static func run(_ words: [String]) throws(DaemonError) {
    let rest = Array(words.dropFirst())
    switch words.first.map({ Array($0.utf8) }) {
    case Array("serve".utf8): try ServeCommand.run(rest)
    case Array("hash-secret".utf8): try HashSecretCommand.run(rest)
    case Array("revoke".utf8): try RevokeCommand.run(rest)
    case Array("fetch".utf8): try FetchCommand.run(rest)
    case Array("help".utf8), Array("--help".utf8), Array("-h".utf8): try write(Self.help)
    case Array("--version".utf8): try write("jwtcheckd \(Program.version)\n")
    default:
      throw DaemonError(.usage, "say what to do: serve, hash-secret, revoke or help")
    }
  }

  /// Writes a whole answer to standard output.
  static func write(_ text: String) throws(DaemonError) {
    var output = OutputBuffer()
    output.write(text)
    do {
      try output.flush()
    } catch {
      throw DaemonError(.internalFault, error.message ?? "nobody reads the output")
    }
  }

  private static let help = """
    usage: jwtcheckd serve --demo [--listen HOST:PORT] [--alg ALG]
           jwtcheckd serve --config FILE [--listen HOST:PORT]
           jwtcheckd serve --policy FILE [--listen HOST:PORT]
           jwtcheckd hash-secret [--generate]
           jwtcheckd revoke --config FILE --issuer ISSUER --id JTI [--until TIME]
           jwtcheckd fetch

    serve        answers POST /v1/auth/token/get, POST /v2/auth/generate_token,
                 GET /.well-known/jwks.json, /healthz and /metrics, and an inspector
                 page at /
      --demo     needs nothing: a key made at the start, the API key demo-api-key and
                 the auth token demo-auth-token, on the loopback interface only
      --config   reads accounts, keys, limits and what gateways may ask from a JSON file;
                 SIGHUP reads it again
      --policy   answers gateways at /verify by a policy file; issues no tokens
      --listen   a numeric address and a port; 127.0.0.1:8787 unless given
      --alg      the algorithm of the demonstration's key; HS256 unless given
                 SIGTERM and SIGINT end the server once running requests have their answer
    hash-secret  reads an API key or auth token from standard input and prints the hash
                 for the configuration; --generate makes a new one and prints both
    revoke       tells the Redis of a configuration that a token is revoked, for ever or until
                 it expires by itself
    fetch        sends one request for jwtcheck, which runs it; reads and writes JSON

    exit codes: 0 done, 2 usage, 6 configuration, key or address unavailable, 70 a fault of the tool or of the machine

    """
}
