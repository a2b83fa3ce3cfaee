import Testing

@testable import TokenReport

@Suite("the catalogue of codes")
struct CodeCatalogTests {
  @Test("every code in the sources is in the catalogue, and no other")
  func complete() throws {
    let sources = try FindingSources.codes()
    let catalog = Set(CodeCatalog.all.map(\.code))
    #expect(sources.subtracting(catalog).sorted() == [], "codes without an explanation")
    #expect(catalog.subtracting(sources).sorted() == [], "explanations without a code")
    #expect(catalog.count > 150)
  }

  @Test("every code is explained once, and found by its name")
  func unique() {
    let codes = CodeCatalog.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.filter { CodeCatalog.explanation(of: $0)?.code != $0 } == [])
    #expect(CodeCatalog.explanation(of: "exp.past") == nil)
  }

  @Test("every sample of a finding has an explanation, and its reference is the catalogue's")
  func samples() {
    let values = WordingSamples.all.flatMap(\.values)
    #expect(values.filter { CodeCatalog.explanation(of: $0.code) == nil }.map(\.code) == [])
    #expect(WordingSamples.expired.reference == "RFC 7519 §4.1.4")
  }

  @Test("texts are sentences: a capital first, a full stop last, on one line")
  func texts() {
    let odd = CodeCatalog.all.flatMap { code in
      [code.meaning, code.reason, code.remedy].filter { !Self.isSentence($0) }
        .map { "\(code.code): \($0)" }
    }
    #expect(odd == [])
    let titles = CodeCatalog.all.map(\.title)
    #expect(titles.filter { $0.isEmpty || $0.hasSuffix(".") || $0.count > 48 } == [])
  }

  @Test("every code names the standards that it rests on, or says why there is none")
  func references() {
    let odd = CodeCatalog.all.filter { code in
      switch code.basis {
      case .standards(let sections): sections.isEmpty || !sections.allSatisfy(Self.isSection)
      case .ownRule(let reason): reason.count < 20 || reason.hasSuffix(".")
      }
    }
    #expect(odd.map(\.code) == [])
  }

  @Test("the documentation article is the catalogue's")
  func article() throws {
    try ReviewedFile("Sources/TokenReport/TokenReport.docc/Codes.md").expect(CodeCatalog.markdown)
  }

  private static func isSentence(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    // Names that are written in lower case may begin a sentence.
    let isStart = first.isUppercase || ["identify()", "isAdmin"].contains { text.hasPrefix($0) }
    return isStart && last == "." && !text.contains("  ") && !text.contains(where: \.isNewline)
  }

  private static func isSection(_ text: String) -> Bool {
    let standards = [
      "1421", "4648", "5280", "5480", "5958", "6901", "7468", "7515", "7516", "7517", "7518",
      "7519", "7797", "8017", "8037", "8259", "8725", "8812", "9449", "9864", "3986",
    ].map { "RFC \($0) §" }
    return (standards + ["OpenID Connect Core §", "OpenID Connect Discovery §"]).contains {
      text.hasPrefix($0)
    }
  }
}
