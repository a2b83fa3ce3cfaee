import Libcrypto
import Testing

@Suite("shared use")
struct SharingTests {
  @Test("one verifier and one signer serve several tasks at once", arguments: KeyedScheme.all)
  func signatures(_ keyed: KeyedScheme) async throws {
    let verifier = try keyed.verifier()
    let signer = try Signer(key: keyed.key, scheme: keyed.scheme)
    let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          var wrong = 0
          for round in 0..<25 {
            let message = Array("task \(task), round \(round)".utf8)
            let other = Array("task \(task), round \(round + 1)".utf8)
            let signature = try signer.signature(for: message.span)
            if !verifier.isValid(signature: signature.span, message: message.span) { wrong += 1 }
            if verifier.isValid(signature: signature.span, message: other.span) { wrong += 1 }
          }
          return wrong
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test("one authenticator serves several tasks at once", arguments: HashFunction.allCases)
  func tags(_ hash: HashFunction) async throws {
    let key = [UInt8](repeating: 7, count: 64)
    let shared = try MessageAuthenticator(key: key.span, hash: hash)
    let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
      for task in 0..<40 {
        group.addTask {
          var wrong = 0
          let own = try MessageAuthenticator(key: [UInt8](repeating: 7, count: 64).span, hash: hash)
          for round in 0..<200 {
            let message = Array("task \(task), round \(round)".utf8)
            let tag = try own.tag(for: message.span)
            if try shared.tag(for: message.span) != tag { wrong += 1 }
            if !shared.isValid(tag: tag.span, message: message.span) { wrong += 1 }
          }
          return wrong
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}
