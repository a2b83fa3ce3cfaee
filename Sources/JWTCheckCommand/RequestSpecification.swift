/// The entry of `request` in the table of commands.
enum RequestSpecification {
  static let value = CommandSpecification(
    .request,
    summary: "ask a token endpoint for a token and check what comes back",
    discussion: [
      """
      Sends the request to the endpoint that --url names, or to the hosted service, and checks the \
      token like check does, with the times of request and answer known. A URL without a path gets \
      that of version 1; with the path of version 2 the request takes the form of that version.
      """,
      """
      The connection is opened by the program jwtcheckd in the same folder. Certificates are \
      checked, redirects are not followed, and a request is sent again only if it surely was not \
      acted upon. Credentials are never printed.
      """,
    ],
    required: [
      Options.apiKey, Options.authToken, Options.userID, Options.organizationID,
    ],
    options: [
      Options.admin, Options.noAdmin, Options.email, Options.url, Options.certificateFile,
      Options.allowPlainHTTP, Options.timeout, Options.identify, Options.policy, Options.keys,
      Options.jwksURL, Options.issuerDiscovery, Options.algorithms, Options.jwksHosts,
      Options.requireSignature, Options.allowWeakHMACKey,
      Options.claimLocations, Options.windowLeeway, Options.tokenOnly, Options.json,
      Options.quiet, Options.trace,
    ],
    examples: [
      (
        "jwtcheck request --api-key env:KEY --auth-token env:TOKEN --user-id u1 --organization-id o1",
        "from the hosted service"
      ),
      (
        "jwtcheck request --url http://127.0.0.1:8787 --api-key text:demo-api-key "
          + "--auth-token text:demo-auth-token --user-id u1 --organization-id o1",
        "from jwtcheckd serve --demo"
      ),
    ])
}
