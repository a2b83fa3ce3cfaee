import Testing

@testable import TokenReport

@Suite("durations in words")
struct DurationTextTests {
  @Test(
    "the two largest units are shown",
    arguments: [
      (0, "0 s"), (12, "12 s"), (-180, "3 min"), (185, "3 min 5 s"), (3600, "1 h"),
      (169_920, "47 h 12 min"), (172_800, "48 h"), (259_199, "71 h 59 min"), (259_200, "3 d"),
      (874_800, "10 d 3 h"), (Int64.min, "106751991167300 d 15 h"),
    ] as [(Int64, String)])
  func words(seconds: Int64, expected: String) {
    #expect(DurationText.words(seconds) == expected)
  }
}
