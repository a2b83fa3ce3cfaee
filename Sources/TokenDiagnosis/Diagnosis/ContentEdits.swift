import JOSE
import StrictCoding

/// Changes of meaning that somebody may have made after signing, undone one at a time.
enum ContentEdits {
  /// Lives that issuers give their tokens, in seconds: an `exp` that was moved was one of them
  /// behind `iat`.
  private static let lifetimes: [Int64] = [
    60, 120, 180, 300, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 10_800, 14_400, 18_000,
    21_600, 28_800, 36_000, 43_200, 57_600, 64_800, 72_000, 86_400, 172_800, 259_200, 432_000,
    604_800, 864_000, 1_209_600, 2_592_000, 5_184_000, 7_776_000, 31_536_000, 31_622_400,
  ]

  /// The token with one change undone, made one at a time: a large token has very many.
  static func readings(of parts: TokenParts) -> some Sequence<SignedReading> {
    let signature = parts.signatureBytes ?? []
    return [TokenSegment.payload, .header].lazy.flatMap { segment in
      let text = segment == .header ? parts.header : parts.payload
      let bytes = (try? Base64URL.decode(text.span)) ?? []
      let object = try? JSONValue.parse(bytes).object
      return (0..<(object?.count ?? 0)).lazy.flatMap { index -> [SignedReading] in
        guard let object else { return [] }
        return edits(of: bytes, object, at: index, segment).map { edit in
          let encoded = Base64URL.encode(edit.bytes.span)
          return SignedReading(
            message: segment == .header
              ? TokenParts.message(encoded, parts.payload)
              : TokenParts.message(parts.header, encoded),
            signature: signature, causes: [edit.cause])
        }
      }
    }
  }

  private typealias Edit = (bytes: [UInt8], cause: DiagnosisCause)

  private static func edits(
    of bytes: [UInt8], _ object: JSONObject, at index: Int, _ segment: TokenSegment
  ) -> [Edit] {
    let member = object[index]
    let removal: Edit = (
      without(index, of: object, in: bytes), .memberAdded(segment, name: member.name)
    )
    return [removal]
      + otherValues(of: member, object).map { text in
        var changed = bytes
        changed.replaceSubrange(member.value.range, with: Array(text.utf8))
        return (changed, .valueChanged(segment, name: member.name))
      }
  }

  /// The text without one member and without the comma that belonged to it.
  private static func without(_ index: Int, of object: JSONObject, in bytes: [UInt8]) -> [UInt8] {
    let start =
      index == 0 ? object.range.lowerBound + 1 : object[index - 1].value.range.upperBound
    let end =
      index == 0 && object.count > 1
      ? object[1].nameRange.lowerBound - 1 : object[index].value.range.upperBound
    var changed = bytes
    changed.removeSubrange(start..<end)
    return changed
  }

  /// What may have stood there before: the other truth value, a usual life, a lesser role.
  private static func otherValues(of member: JSONObject.Element, _ object: JSONObject) -> [String] {
    if let flag = member.value.boolean { return [flag ? "false" : "true", "null"] }
    if member.isNamed("exp"), let issuedAt = object["iat"]?.plainInteger {
      return lifetimes.map { String(issuedAt &+ $0) }
    }
    if member.value.kind == .string,
      ["role", "roles", "scope", "plan", "tier"].contains(where: {
        member.isNamed($0)
      })
    {
      return ["user", "member", "viewer", "guest", "reader", "read", "free", "authenticated"].map {
        "\"\($0)\""
      }
    }
    return []
  }
}
