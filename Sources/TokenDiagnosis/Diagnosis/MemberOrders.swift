import JOSE
import StrictCoding

/// The token with the members of its header or its payload in every other order: something read
/// them into a table that keeps none, and wrote them anew.
enum MemberOrders {
  /// Seven members have 5040 orders, which an elliptic curve checks in a second; eight have 40 320.
  private static let mostMembers = 7

  static func readings(of parts: TokenParts) -> some Sequence<SignedReading> {
    let signature = parts.signatureBytes ?? []
    let layouts = [JSONLayout.Spacing.compact, .spaced].map {
      JSONLayout(spacing: $0, isSorted: false, escaping: .asReceived, endsWithLineFeed: false)
    }
    return [TokenPart.payload, .header].lazy.flatMap { part in
      let object = parts.object(part == .header ? .header : .payload)
      let count = object.map(\.count) ?? 0
      return permutations(of: 2...mostMembers ~= count ? count : 0).lazy.flatMap { order in
        layouts.lazy.compactMap { layout -> SignedReading? in
          guard let object else { return nil }
          let text = layout.text(of: order.map { object[$0] })
          let encoded = Base64URL.encode(text.span)
          return SignedReading(
            message: part == .header
              ? TokenParts.message(encoded, parts.payload)
              : TokenParts.message(parts.header, encoded),
            signature: signature, causes: [.membersReordered(part)])
        }
      }
    }
  }

  /// Every order of so many members but the one that they have.
  private static func permutations(of count: Int) -> some Sequence<[Int]> {
    sequence(first: Array(0..<count), next: next).lazy.dropFirst()
  }

  /// The next order in the order of dictionaries; `nil` behind the last.
  private static func next(_ order: [Int]) -> [Int]? {
    guard let pivot = order.indices.dropLast().last(where: { order[$0] < order[$0 + 1] }),
      let larger = order.indices.last(where: { order[$0] > order[pivot] })
    else { return nil }
    var next = order
    next.swapAt(pivot, larger)
    next[(pivot + 1)...].reverse()
    return next
  }
}
