import JOSE
import StrictCoding

/// The inspector: one HTML page that needs nothing from anywhere.
///
/// `live` is what a server on this machine shows; `file` is a report that can be put into a ticket.
/// Both are the same page. Its content security policy names its one style and its one script by
/// their digests, so nothing that a token brings along is ever run.
package enum ReportPage {
  /// SHA-256 of the style and of the script in base64; a test holds them to the texts.
  static let styleDigest = "EPPByZEYq4FXttkpexbr2jnJPnxmmWhlC8bSA6tpNY4="
  static let scriptDigest = "C1CzE4br8lnA7ay6+hDItC3HD7M4ui4KKGAGoqvBqMU="

  /// The policy of the page; `frame-ancestors` works in a header field only.
  package static func policy(isLive: Bool) -> String {
    "default-src 'none'; script-src 'sha256-\(scriptDigest)'; style-src 'sha256-\(styleDigest)'; "
      + "connect-src \(isLive ? "'self'" : "'none'"); base-uri 'none'; form-action 'none'"
  }

  /// The page that asks its server.
  package static let live: [UInt8] = Array(page(isLive: true, body: form).utf8)

  /// The page that shows one report.
  ///
  /// - Parameters:
  ///   - isRedacted: leaves out the token, and every value of header and claims.
  package static func file(_ report: Report, token: [UInt8], isRedacted: Bool) -> [UInt8] {
    let tree: JSONTree = .members([
      ("report", isRedacted ? RedactedReport.tree(report) : report.json),
      ("token", isRedacted ? nil : .string(JSONEscape.displayed(token))),
    ])
    // A `<` stands in strings only, and would end the element that holds the data.
    let data = String(decoding: tree.encoded(), as: UTF8.self)
      .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
    return Array(
      page(
        isLive: false,
        body: "<script type=\"application/json\" id=\"embedded\">\(data)</script>"
      ).utf8)
  }

  private static func page(isLive: Bool, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="Content-Security-Policy" content="\(policy(isLive: isLive))">
    <title>jwtcheck inspector</title>
    <style>\(PageStyle.text)</style>
    </head>
    <body>
    <main>
    <h1>jwtcheck inspector</h1>
    \(body)
    <p id="verdict" role="status">\(isLive ? "Paste a token." : "This page needs JavaScript.")</p>
    <div id="report"></div>
    </main>
    <script>\(PageScript.text)</script>
    </body>
    </html>

    """
  }

  private static var form: String {
    let options = SignatureAlgorithm.allCases.map { "<option>\($0.name)</option>" }
    return """
      <p class="dim">What you paste goes to this server only, in the body of a request. Nothing is
      stored.</p>
      <form id="form" autocomplete="off">
      <label for="token">Token</label>
      <textarea id="token" spellcheck="false" autocapitalize="off" autofocus></textarea>
      <details><summary>Request to compare with</summary>
      <label for="request">Token request as JSON</label>
      <textarea id="request" spellcheck="false" autocapitalize="off"></textarea></details>
      <details><summary>Key to verify with</summary>
      <label for="key">PEM, JWK, JWK Set or HMAC secret</label>
      <textarea id="key" spellcheck="false" autocapitalize="off"></textarea>
      <label for="algorithm">Algorithm that is accepted</label>
      <select id="algorithm">\(options.joined())</select></details>
      <button>Inspect</button>
      </form>
      """
  }
}
