import StrictCoding
import Testing

@testable import Velt

@Suite("claim locations")
struct ClaimLocationsTests {
  @Test("sub is a place for the user and for nothing else")
  func subject() throws {
    let subject = try JSONPointer("/sub")
    for claim in VeltClaim.allCases {
      #expect(ClaimLocations.likely[claim].contains(subject) == (claim == .userId))
    }
  }

  @Test("places that are set replace the likely ones, resource lists too")
  func replaced() throws {
    var locations = ClaimLocations.likely
    locations[.organizationId] = [try JSONPointer("/org")]
    let text = #"{"organizationId":"a","permissions":{"resources":[{"organizationId":"b"}]}}"#
    #expect(locations.lookUp(.organizationId, in: try claims(text)).places.isEmpty)
    #expect(
      ClaimLocations.likely.lookUp(.organizationId, in: try claims(text)).places.count == 2)
  }

  @Test("a resource list of any length or content is looked through in bounded memory")
  func hostileLists() throws {
    let same = String(repeating: #"{"organizationId":"o"},"#, count: 10_000)
    let numbers = (0..<10_000).map(String.init).joined(separator: ",")
    for (elements, count) in [(same + "{}", 1), (numbers, 16), ("", 0)] {
      let text = "{\"permissions\":{\"resources\":[\(elements)]}}"
      let lookup = ClaimLocations.likely.lookUp(.organizationId, in: try claims(text))
      #expect(lookup.places.count == count)
    }
  }

  @Test("what is no list or no object is found and has the wrong type")
  func oddLists() throws {
    for list in [
      "7", "\"o\"", "[7]", "[\"o\"]", "[[]]", #"{"organizationId":"o"}"#,
      #"[{"organizationId":null}]"#,
      #"[{"organizationId":"o"},7]"#,
    ] {
      let text = "{\"permissions\":{\"resources\":\(list)}}"
      let lookup = ClaimLocations.likely.lookUp(.organizationId, in: try claims(text))
      #expect(lookup.findings.map(\.code) == ["claim.wrong-type"], "\(list)")

    }
  }
}
