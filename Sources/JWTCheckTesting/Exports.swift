// A test that imports `JWTCheckTesting` needs the types that it makes tokens from and checks them
// with: keys, policies, verifiers, requests.
@_exported public import JWTIssuing
@_exported public import JWTValidation
@_exported public import Velt
