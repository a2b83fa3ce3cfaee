/// Something that was found out, in words for people.
///
/// Every sentence about a token, a key or a document that the tools print comes from a conformance
/// to this protocol, so that all of them say the same thing in the same words.
package protocol Worded: Sendable {
  /// The stable name, which `CodeCatalog` explains at length.
  var code: String { get }
  /// What was found, as one sentence in lower case without a full stop.
  var message: String { get }
  /// What to do about it, in the same form; `nil` where the message says it all.
  var hint: String? { get }
}
