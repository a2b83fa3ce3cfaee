import JOSE
import StrictCoding

/// Every text that differs from a given one in base64url by one slip: a letter case, a wrong, lost or
/// added character, or two neighbours that changed places.
struct TextEdits: Sequence {
  enum Kind: Sendable {
    case letterCase, swap, substitution, deletion, insertion
  }

  struct Edit: Sendable {
    let kind: Kind
    /// Where in the given text.
    let offset: Int
    /// The text before the slip.
    let text: [UInt8]

    func cause(_ segment: TokenSegment) -> DiagnosisCause {
      switch kind {
      case .letterCase: .letterCase(segment, offset: offset)
      case .swap: .charactersSwapped(segment, offset: offset)
      case .substitution: .characterChanged(segment, offset: offset)
      // A character that the repair takes away was one too many, and the other way round.
      case .deletion: .characterExtra(segment, offset: offset)
      case .insertion: .characterMissing(segment, offset: offset)
      }
    }
  }

  private let text: [UInt8]
  private let kinds: [Kind]

  /// - Parameter kinds: what to try; by default what can lead to a length that base64url can have.
  init(_ text: [UInt8], kinds: [Kind]? = nil) {
    self.text = text
    let order: [Kind] = [.letterCase, .swap, .deletion, .substitution, .insertion]
    self.kinds =
      kinds
      ?? order.filter {
        switch $0 {
        case .letterCase, .swap, .substitution: text.count & 3 != 1
        case .deletion: (text.count - 1) & 3 != 1
        case .insertion: (text.count + 1) & 3 != 1
        }
      }
  }

  func makeIterator() -> some IteratorProtocol<Edit> {
    let text = text
    return kinds.lazy.flatMap { kind in
      (0..<text.count + (kind == .insertion ? 1 : 0)).lazy.flatMap { offset in
        Self.edits(kind, at: offset, of: text)
      }
    }.makeIterator()
  }

  private static func edits(_ kind: Kind, at offset: Int, of text: [UInt8]) -> [Edit] {
    var changed = text
    switch kind {
    case .letterCase:
      let other = text[offset] ^ 0x20
      guard UInt8(ascii: "a")...UInt8(ascii: "z") ~= text[offset] | 0x20 else { return [] }
      changed[offset] = other
    case .swap:
      guard offset + 1 < text.count, text[offset] != text[offset + 1] else { return [] }
      changed.swapAt(offset, offset + 1)
    case .deletion:
      // Of equal neighbours any one may go: the first stands for all.
      guard offset == 0 || text[offset - 1] != text[offset] else { return [] }
      changed.remove(at: offset)
    case .substitution:
      return Base64Text.alphabet.filter { $0 != text[offset] }.map { character in
        changed[offset] = character
        return Edit(kind: kind, offset: offset, text: changed)
      }
    case .insertion:
      changed.insert(0, at: offset)
      return Base64Text.alphabet.map { character in
        changed[offset] = character
        return Edit(kind: kind, offset: offset, text: changed)
      }
    }
    return [Edit(kind: kind, offset: offset, text: changed)]
  }
}

/// The edits of a token's signature that lead to one of the length that a key makes.
struct SignatureEdits {
  private let parts: TokenParts
  private let edits: TextEdits

  init(_ parts: TokenParts, byteCount: Int) {
    self.parts = parts
    let expected = (byteCount * 4 + 2) / 3
    let kinds: [TextEdits.Kind] =
      switch parts.signature.count - expected {
      case 0: [.letterCase, .swap, .substitution]
      case 1: [.deletion]
      case -1: [.insertion]
      default: []
      }
    edits = TextEdits(parts.signature, kinds: kinds)
  }

  /// The slip that explains the signature, if there is one.
  func search(
    _ fits: (_ signature: [UInt8], _ message: [UInt8]) -> Bool, _ mayGoOn: () -> Bool
  ) -> DiagnosisCause? {
    let message = parts.message
    for edit in edits {
      guard mayGoOn() else { return nil }
      guard let signature = try? Base64URL.decode(edit.text.span) else { continue }
      if fits(signature, message) { return edit.cause(.signature) }
    }
    return nil
  }
}
