import Foundation

/// What can be fuzzed; the variable `FUZZ_TARGET` names one.
///
/// One program for all targets builds once; libFuzzer takes the arguments, so the choice is made by
/// the environment.
private let targets: [String: @Sendable ([UInt8]) -> Void] = [
  "base64url": fuzzBase64URL,
  "json": fuzzJSON,
  "token": fuzzToken,
  "keys": fuzzKeys,
  "verify": fuzzVerify,
  "signed": fuzzSigned,
  "check": fuzzCheck,
  "documents": fuzzDocuments,
]

private let target: @Sendable ([UInt8]) -> Void = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = targets[name] else {
    fatalError("FUZZ_TARGET must be one of \(targets.keys.sorted().joined(separator: ", "))")
  }
  return target
}()

/// Called by libFuzzer with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Ends the process, which is how a finding is told to libFuzzer, unless a statement is true.
func require(_ statement: Bool, _ meaning: @autoclosure () -> String) {
  guard !statement else { return }
  fatalError("not true: \(meaning())")
}

/// The value, or the end of the process if there is none.
func required<Value>(_ value: Value?, _ meaning: @autoclosure () -> String) -> Value {
  guard let value else { fatalError("missing: \(meaning())") }
  return value
}
