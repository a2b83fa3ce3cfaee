import CReferenceMAC
import JWTValidation

/// A secret that signs whatever the fuzzer comes up with.
let fuzzSecret = Array("jwtcheck fuzz secret with 40 characters.".utf8)

/// Makes a token with a good HMAC-SHA-256 signature, whatever header and payload hold.
func signed(header: [UInt8], payload: [UInt8]) -> [UInt8] {
  let dot = UInt8(ascii: ".")
  let message = Base64URL.encode(header.span) + [dot] + Base64URL.encode(payload.span)
  var code = [UInt8](repeating: 0, count: 32)
  let worked = reference_hmac_sha256(
    fuzzSecret, CInt(fuzzSecret.count), message, message.count, &code)
  require(worked == 1, "HMAC works")
  return message + [dot] + Base64URL.encode(code.span)
}
