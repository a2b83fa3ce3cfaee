extension CodeCatalog {
  /// The codes about policy files.
  static let policyFile = CodeFamily(
    title: "policy files",
    introduction: """
      A policy file is read strictly: what is not understood is an error, and what gives up a check \
      says why.
      """,
    codes: [
      CodeExplanation(
        code: "policy.missing-member",
        title: "member missing",
        meaning: """
          A member that every policy must have is not there: version, issuer, audience or \
          algorithms, or the value or the reason of a weakening.
          """,
        reason: "A default would be a decision that nobody made.",
        example: .policy(
          """
          {"version": 1, "issuer": "https://id.example", "algorithms": ["ES256"]}
          """),
        remedy: "Say it, or say with a reason why it is not checked.",
        basis: .ownRule("the format of policy files is this project's own")),
      CodeExplanation(
        code: "policy.unknown-member",
        title: "unknown member",
        meaning: "A member stands in the policy that nobody reads.",
        reason: "A slip in a name would be a rule that nobody applies.",
        example: .policy(
          """
          {"version": 1, "issuer": "a", "audiance": "b", "algorithms": ["ES256"]}
          """),
        remedy: "Correct the name; the message lists the names that are known there.",
        basis: .ownRule("the format of policy files is this project's own")),
      CodeExplanation(
        code: "policy.wrong-type",
        title: "value of the wrong type",
        meaning: "A value has a JSON type that it cannot have; null is one.",
        reason: "It would have to be guessed what was meant.",
        example: .policy(
          """
          {"version": 1, "issuer": 7, "audience": "b", "algorithms": ["ES256"]}
          """),
        remedy: "Write it as the format says.",
        basis: .ownRule("the format of policy files is this project's own")),
      CodeExplanation(
        code: "policy.empty-member",
        title: "value that says nothing",
        meaning: """
          A text, a list or an object is empty, or a text is all blanks: also a reason.
          """,
        reason: "An empty rule checks nothing, and an empty reason is none.",
        example: .policy(
          """
          {"version": 1, "issuer": {"ignored": " "}, "audience": "b", "algorithms": ["ES256"]}
          """),
        remedy: "Give a value, or leave the member out.",
        basis: .ownRule("the format of policy files is this project's own")),
      CodeExplanation(
        code: "policy.unknown-word",
        title: "unknown word",
        meaning: """
          A text is none of the words that may stand there, such as the names of algorithms.
          """,
        reason: "What is not understood cannot be checked.",
        example: .policy(
          """
          {"version": 1, "issuer": "a", "audience": "b", "algorithms": ["es256"]}
          """),
        remedy: "Write one of the words that the message lists; letter case matters.",
        basis: .ownRule("the format of policy files is this project's own")),
      CodeExplanation(
        code: "policy.out-of-range",
        title: "number out of range",
        meaning: "A number is not whole, too small or too large.",
        reason: "A number beyond any sense is a slip, such as milliseconds for seconds.",
        example: .policy(
          """
          {"version": 1, "issuer": "a", "audience": "b", "algorithms": ["ES256"], "lifetime": \
          0}
          """),
        remedy: "Write whole seconds.",
        basis: .ownRule("the format of policy files is this project's own")),
      CodeExplanation(
        code: "policy.reason-needed",
        title: "leeway without a reason",
        meaning: "A leeway is beyond 300 seconds and does not say why.",
        reason: "Every second of it is a second for which a stolen token lives longer.",
        example: .policy(
          """
          {"version": 1, "issuer": "a", "audience": "b", "algorithms": ["ES256"], "leeway": \
          301}
          """),
        remedy: "Set the clocks right, or give the reason beside the seconds.",
        basis: .ownRule("the format of policy files is this project's own")),
      CodeExplanation(
        code: "policy.duplicate-value",
        title: "the same twice",
        meaning: "A list names the same thing twice.",
        reason: "One of the two was meant to be something else.",
        example: .policy(
          """
          {"version": 1, "issuer": "a", "audience": ["b", "b"], "algorithms": ["ES256"]}
          """),
        remedy: "Take one of them out.",
        basis: .ownRule("the format of policy files is this project's own")),
      CodeExplanation(
        code: "policy.unsupported-version",
        title: "unknown version",
        meaning: "The policy is written in a version of the format that is not known.",
        reason: "Its members could mean something else.",
        example: .policy("{\"version\": 2}"),
        remedy: "Write version 1, or use a tool that knows the other one.",
        basis: .ownRule("the format of policy files is this project's own")),
      CodeExplanation(
        code: "policy.key-source",
        title: "not one source of a key",
        meaning: "A key names no source or several of them: file, env, jwk, jwks, pem.",
        reason: "It would not be known which key is meant.",
        example: .policy(
          """
          {"version": 1, "issuer": "a", "audience": "b", "algorithms": ["ES256"], "keys": \
          [{"kid": "k"}]}
          """),
        remedy: "Give one of them for each key.",
        basis: .ownRule("the format of policy files is this project's own")),
      CodeExplanation(
        code: "policy.secret-in-file",
        title: "secret in the policy",
        meaning: "A private key or an HMAC secret stands in the policy itself.",
        reason: "A policy is kept, shown and compared like a program; a secret must not be.",
        example: .policy(
          """
          {"version": 1, "issuer": "a", "audience": "b", "algorithms": ["HS256"], "keys": \
          [{"jwk": {"kty": "oct", "k": "AA"}}]}
          """),
        remedy: """
          Keep it in a file or in an environment variable and name that; change the key if \
          others have seen it.
          """,
        basis: .ownRule("the format of policy files is this project's own")),
      CodeExplanation(
        code: "policy.several-issuers",
        title: "several issuers",
        meaning: "A program asks for the one policy of a file, and the file holds several.",
        reason: """
          Taking the first would judge the tokens of one issuer by the rules of another.
          """,
        example: .words("a file with two issuers where ValidationPolicy(json:) is used"),
        remedy: "Make a verifier of the whole file.",
        basis: .ownRule("the format of policy files is this project's own")),
    ])
}
