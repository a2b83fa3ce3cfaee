import JOSE
import JWTValidation
import StrictCoding

/// A summary as one HTML page that needs nothing from anywhere: no script, no font, no picture.
package enum SummaryPage {
  /// The most rows of a table that are shown.
  private static let rowLimit = 50

  private static let style = """
    :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #c8ced6; --bar: #0b5cad;
      --dim: #57606a; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --paper: #14171b;
      --line: #3d444d; --bar: #79b8ff; --dim: #9da7b1; } }
    body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.3rem; } h2 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
    table { border-collapse: collapse; width: 100%; table-layout: fixed; }
    th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid var(--line);
      overflow-wrap: anywhere; font-weight: normal; }
    td.number { width: 13%; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    td.bar { width: 40%; } svg { display: block; width: 100%; height: .8rem; }
    rect { fill: var(--bar); } .dim { color: var(--dim); }
    """

  /// The page.
  package static func page(_ summary: AuditSummary) -> [UInt8] {
    let body = summary.sections.filter { $0.isAlwaysShown || !$0.rows.isEmpty }
      .map { table($0, total: summary.tally.tokenCount) }
    let repeats =
      summary.repeatLines.isEmpty
      ? ""
      : "<h2>Repetitions</h2>\n"
        + summary.repeatLines.map { "<p>\(escaped($0))</p>" }.joined(separator: "\n") + "\n"
    let text = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'sha256-\(digest(of: style))'; base-uri 'none'; form-action 'none'">
      <title>jwtcheck audit</title>
      <style>\(style)</style>
      </head>
      <body>
      <h1>Audit of tokens</h1>
      <p>\(escaped(summary.headline))</p>
      \(body.joined(separator: "\n"))
      \(repeats)<p class="dim">Names are what tokens say, whether or not anybody vouches for it.</p>
      </body>
      </html>

      """
    return Array(text.utf8)
  }

  private static func table(_ section: AuditSummary.Section, total: Int) -> String {
    var rows = Array(section.rows.prefix(rowLimit))
    let rest = section.rows.dropFirst(rowLimit).reduce(section.others) { $0 + $1.count }
    if rest > 0 { rows.append(("others", rest)) }
    let lines = rows.map { name, count in
      // Parts of a thousand, as whole numbers: no locale writes them otherwise.
      let width = total > 0 ? max(count > 0 ? 1 : 0, count * 1000 / total) : 0
      return "<tr><th scope=\"row\">\(escaped(name))</th><td class=\"number\">\(count)</td>"
        + "<td class=\"number\">\(SummaryText.percent(count, of: total))</td>"
        + "<td class=\"bar\"><svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
        + "aria-hidden=\"true\"><rect width=\"\(min(1000, width))\" height=\"10\"/></svg></td></tr>"
    }
    return "<h2>\(escaped(section.title))</h2>\n<table>\n" + lines.joined(separator: "\n")
      + "\n</table>"
  }

  /// A text of anybody's as text and nothing else.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// SHA-256 in base64, as a content security policy names a style.
  private static func digest(of text: String) -> String {
    let bytes = ByteDigest(of: text.utf8.span)?.bytes ?? []
    let encoded = Base64URL.encode(bytes.span).map { byte in
      switch byte {
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      case UInt8(ascii: "_"): UInt8(ascii: "/")
      default: byte
      }
    }
    return String(decoding: encoded, as: UTF8.self) + "="
  }
}
