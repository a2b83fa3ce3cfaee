import JOSEKeys
import JWTValidation

/// HMAC secrets that everybody tries first: those of tutorials, templates and default settings.
///
/// A short list on purpose. It answers whether somebody forgot to choose a secret; it is no tool for
/// guessing one.
enum WellKnownSecretRule: LintRule {
  static let name = "common-secrets"
  static let inputs: [LintInput] = [.header("alg"), .signature]

  private static let secrets = [
    "", "secret", "Secret", "SECRET", "password", "changeme", "changeit", "change-me", "change_me",
    "mysecret", "my-secret", "my_secret", "mysecretkey", "my-secret-key", "my_secret_key",
    "secretkey", "secret-key", "secret_key", "SECRET_KEY", "supersecret", "super-secret",
    "supersecretkey", "super-secret-key", "super_secret", "topsecret", "shhhhh", "shhh",
    "jwt", "jwtsecret", "jwt-secret", "jwt_secret", "JWT_SECRET", "jwtkey", "jwt-key", "token",
    "tokensecret", "key", "privatekey", "private_key", "test", "testing", "testsecret",
    "test-secret", "dev", "development", "devsecret", "dev-secret", "production", "default",
    "example", "sample", "demo", "admin", "root", "user", "pass", "123456", "12345678",
    "1234567890", "qwerty", "abc123", "foo", "bar", "foobar", "hello", "null", "undefined", "none",
    "your-256-bit-secret", "your-384-bit-secret", "your-512-bit-secret", "your-secret-key",
    "your_secret_key", "yoursecretkey", "your-secret", "your_jwt_secret", "your-jwt-secret",
    "your_jwt_secret_key", "a-string-secret-at-least-256-bits-long", "insecure", "notasecret",
    "s3cr3t", "secret123", "password123", "some-secret", "somesecret",
    "ThisIsASecret", "this is a secret", "keyboard cat", "keyboardcat", "00000000",
    "00000000000000000000000000000000", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "0123456789abcdef0123456789abcdef", "super-secret-jwt-token-with-at-least-32-characters-long",
  ]

  static func check(_ subject: LintSubject) -> [LintFinding] {
    guard let algorithm = subject.header.algorithm, algorithm.isSymmetric,
      let parts = TokenParts(subject.token), let signature = parts.signatureBytes
    else { return [] }
    let message = parts.message
    let isCommon = secrets.contains { secret in
      let key = LoadedKey(
        material: .secret(SecretBytes(secret.utf8), allowsAnyLength: true), type: .oct, curve: nil)
      guard let engine = try? KeyEngine(key, index: 0, algorithm: algorithm) else { return false }
      return engine.isValid(signature: signature.span, message: message.span)
    }
    return isCommon ? [.commonSecret] : []
  }
}
