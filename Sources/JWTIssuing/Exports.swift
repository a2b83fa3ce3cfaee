// The public types of these modules stand in the signatures of this one: a user who imports
// `JWTIssuing` can name an algorithm, a key error or a JSON value without a second import.
@_exported public import JOSE
@_exported public import JOSEKeys
@_exported public import StrictCoding
