import HTTPTransport
import TokenService

/// What the demonstration says when it is ready.
enum DemoText {
  static func text(_ address: ListenAddress) -> String {
    """
    jwtcheckd answers on http://\(address) until Ctrl-C. Its key and its credentials are for
    trying things out. Three commands to try in another terminal:

      curl -s http://\(address)/v1/auth/token/get -H 'Content-Type: application/json' \\
        -d '{"data":{"apiKey":"\(TokenService.demoAPIKey)",\
    "authToken":"\(TokenService.demoAuthToken)","userId":"user-1",\
    "userProperties":{"organizationId":"org-1"}}}'

      jwtcheck request --url http://\(address) --api-key text:\(TokenService.demoAPIKey) \\
        --auth-token text:\(TokenService.demoAuthToken) --user-id user-1 --organization-id org-1

      xdg-open http://\(address)/    (a page to look at a token with)


    """
  }
}
