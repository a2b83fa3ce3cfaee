extension CodeCatalog {
  /// The codes about requests, responses and identify calls.
  static let documents = CodeFamily(
    title: "requests, responses and identify calls",
    introduction: """
      The documents around a token are read without guessing; members that nobody asks for are \
      passed over.
      """,
    codes: [
      CodeExplanation(
        code: "request.missing-member",
        title: "member missing in the request",
        meaning: """
          The request lacks a member that it must have. It is the body that is sent to the token \
          endpoint.
          """,
        reason: """
          Without it there is nothing to compare, and an empty value would match a token that says \
          nothing.
          """,
        example: .request("{\"data\": {}}"),
        remedy: "Add the member, or check that this is the right document.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "request.wrong-type",
        title: "member of the wrong type in the request",
        meaning: """
          A member of the request has another JSON type than it must have; null is a type too.
          """,
        reason: "Values that are converted silently end up as another user or another right.",
        example: .request("{\"data\": {\"userId\": 7}}"),
        remedy: "Write the member with its type, or leave it out where there is no value.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "request.empty-member",
        title: "empty member in the request",
        meaning: "A member of the request that must say something is the empty string.",
        reason: """
          A variable that was not set looks like this, and an empty value would match a token that \
          says nothing.
          """,
        example: .request("{\"data\": {\"userId\": \"\"}}"),
        remedy: "Find out where the value was lost.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "request.several-organizations",
        title: "several organizations in a request",
        meaning: "The resources of the request belong to several organizations.",
        reason: "A match is about one organization; which one is meant cannot be told.",
        example: .request(
          """
          {"data": {"userId": "u", "permissions": {"resources": [{"type": "organization", "id": \
          "a"}, {"type": "organization", "id": "b"}]}}}
          """),
        remedy: "Check one organization at a time.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "response.missing-member",
        title: "member missing in the response",
        meaning: """
          The response lacks a member that it must have. It is the body that the token endpoint \
          sends back.
          """,
        reason: """
          Without it there is nothing to compare, and an empty value would match a token that says \
          nothing.
          """,
        example: .response("{\"result\": {}}"),
        remedy: "Add the member, or check that this is the right document.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "response.wrong-type",
        title: "member of the wrong type in the response",
        meaning: """
          A member of the response has another JSON type than it must have; null is a type too.
          """,
        reason: "Values that are converted silently end up as another user or another right.",
        example: .response("{\"result\": []}"),
        remedy: "Write the member with its type, or leave it out where there is no value.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "response.empty-member",
        title: "empty member in the response",
        meaning: "A member of the response that must say something is the empty string.",
        reason: """
          A variable that was not set looks like this, and an empty value would match a token that \
          says nothing.
          """,
        example: .response("{\"result\": {\"status\": \"\"}}"),
        remedy: "Find out where the value was lost.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "response.not-an-envelope",
        title: "answer of an unknown form",
        meaning: "The response has neither result nor error, or both.",
        reason: "It comes from another endpoint, or from a proxy between.",
        example: .response("{\"token\": \"a.b.c\"}"),
        remedy: "Check the address that the request was sent to.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "response.unexpected-status",
        title: "status other than success",
        meaning: "The response has a result whose status is not success.",
        reason: "A token beside such a status must not be used.",
        example: .response("{\"result\": {\"status\": \"pending\", \"message\": \"later\"}}"),
        remedy: "Read result.message and request the token again.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "identify.missing-member",
        title: "member missing in the identify call",
        meaning: """
          The identify call lacks a member that it must have. It is the object that identify() is \
          called with.
          """,
        reason: """
          Without it there is nothing to compare, and an empty value would match a token that says \
          nothing.
          """,
        example: .identify("{}"),
        remedy: "Add the member, or check that this is the right document.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "identify.wrong-type",
        title: "member of the wrong type in the identify call",
        meaning: """
          A member of the identify call has another JSON type than it must have; null is a type \
          too.
          """,
        reason: "Values that are converted silently end up as another user or another right.",
        example: .identify("{\"userId\": null}"),
        remedy: "Write the member with its type, or leave it out where there is no value.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
      CodeExplanation(
        code: "identify.empty-member",
        title: "empty member in the identify call",
        meaning: "A member of the identify call that must say something is the empty string.",
        reason: """
          A variable that was not set looks like this, and an empty value would match a token that \
          says nothing.
          """,
        example: .identify("{\"userId\": \"\"}"),
        remedy: "Find out where the value was lost.",
        basis: .ownRule("the document's form is the service's own, not a standard's")),
    ])
}
