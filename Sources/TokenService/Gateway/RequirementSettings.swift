import BearerAuthentication
import JWTValidation
import PolicyFile
import StrictCoding
import StrictDocuments

extension StrictObject {
  /// The member `require` of the settings for gateways: what a good token must allow.
  func requirements() throws(DocumentFault) -> AccessRequirements {
    try allow(["scopes", "organization", "administrator", "claims"])
    let scopes = object["scopes"] == nil ? [] : try texts("scopes")
    do {
      return try AccessRequirements(
        scopes: scopes, organization: try rule("organization"),
        administrator: try rule("administrator"), rules: try rules("claims"))
    } catch let error as DocumentFault {
      throw error
    } catch {
      throw fault(.notAScope, "scopes")
    }
  }

  private func rule(_ name: String) throws(DocumentFault) -> ClaimRule? {
    let rules = try rules(name)
    guard rules.count < 2 else { throw fault(.repeatedName, name) }
    return rules.first
  }

  /// Rules in the form that policy files have.
  private func rules(_ name: String) throws(DocumentFault) -> [ClaimRule] {
    guard let child = try optionalChild(name) else { return [] }
    let text = Array(JSONValue(child.object).sourceText.utf8)
    do {
      return try ClaimRule.rules(json: text)
    } catch {
      throw DocumentFault(
        .notARule(code: error.code), at: child.path,
        offset: child.object.range.lowerBound + error.offset)
    }
  }
}
