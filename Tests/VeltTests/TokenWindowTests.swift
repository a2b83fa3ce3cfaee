import JOSE
import StrictCoding
import Testing

@testable import Velt

@Suite("the 48-hour window")
struct TokenWindowTests {
  private static let iat: Int64 = 1_767_225_600

  @Test("the earlier of exp and iat + 48 hours ends the token")
  func ends() throws {
    let last = NumericDate(seconds: Self.iat + 172_800)
    let cases: [(claims: String, end: TokenWindow.End?)] = [
      ("{}", nil),
      ("{\"iat\":\(Self.iat)}", .issueAndLength(last)),
      ("{\"iat\":\(Self.iat),\"exp\":\(Self.iat + 172_800)}", .expiration(last)),
      ("{\"iat\":\(Self.iat),\"exp\":\(Self.iat + 172_801)}", .issueAndLength(last)),
      (
        "{\"iat\":\(Self.iat),\"exp\":\(Self.iat + 60)}",
        .expiration(NumericDate(seconds: Self.iat + 60))
      ),
      ("{\"exp\":\(Self.iat)}", .expiration(NumericDate(seconds: Self.iat))),
      ("{\"iat\":\(Self.iat),\"exp\":\"soon\"}", .issueAndLength(last)),
    ]
    for (text, end) in cases {
      let window = TokenWindow(claims: try claims(text), at: NumericDate(seconds: Self.iat))
      #expect(window.end == end, "\(text)")
    }
  }

  @Test("fractions of a second count")
  func fractions() throws {
    let text = "{\"iat\":\(Self.iat),\"exp\":\(Self.iat + 60).5}"
    let cases: [(nanoseconds: Int32, codes: [String])] = [
      (499_999_999, []), (500_000_000, ["exp.passed"]),
    ]
    for (nanoseconds, codes) in cases {
      let now = NumericDate(seconds: Self.iat + 60, nanoseconds: nanoseconds)
      let window = TokenWindow(claims: try claims(text), at: now, leeway: .zero)
      #expect(window.findings.map(\.code) == codes)
    }
  }

  @Test("a difference is reported with the finding")
  func differences() throws {
    let issued = NumericDate(seconds: Self.iat)
    let requested = NumericDate(seconds: Self.iat + 4000)
    let window = TokenWindow(
      claims: try claims("{\"iat\":\(Self.iat)}"), at: requested, requestedAt: requested)
    #expect(
      window.findings == [
        .window(.notFresh(issuedAt: issued, requestedAt: requested, difference: -4000))
      ])
  }

  @Test("no time and no leeway, however absurd, makes the arithmetic trap")
  func extremes() throws {
    let numbers = [
      "-999999999999", "999999999999", "0", "-0.5", "9223372036854775807", "1e308", "-1e308",
    ]
    let times = [NumericDate.distantPast, NumericDate(seconds: 0), .distantFuture]
    let leeways: [Duration] = [.seconds(Int64.max), .seconds(Int64.min), .zero, .seconds(30)]
    var count = 0
    for issued in numbers {
      for expires in numbers {
        let claims = try claims("{\"iat\":\(issued),\"exp\":\(expires),\"nbf\":\(issued)}")
        for time in times {
          for leeway in leeways {
            let window = TokenWindow(
              claims: claims, at: time, leeway: leeway, requestedAt: .distantPast)
            count += window.findings.count
          }
        }
      }
    }
    #expect(count > 0)
  }

  @Test("a leeway below zero is none")
  func negativeLeeway() throws {
    let text = "{\"iat\":\(Self.iat),\"exp\":\(Self.iat + 60)}"
    let now = NumericDate(seconds: Self.iat + 59)
    let window = TokenWindow(claims: try claims(text), at: now, leeway: .seconds(-30))
    #expect(window.findings.isEmpty)
  }
}
