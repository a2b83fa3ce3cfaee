// The public types of these two modules stand in the signatures of this one: a user who imports
// `JWTValidation` can name an algorithm, a time or a JSON value without a second import.
@_exported public import JOSE
@_exported public import JOSEKeys
@_exported public import StrictCoding
