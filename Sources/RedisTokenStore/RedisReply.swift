import CLibhiredis

/// What a server answers, as far as it matters here.
enum RedisReply: Equatable {
  /// Done.
  case ok
  /// A number.
  case integer(Int64)
  /// There is nothing, or nothing was done.
  case none
  /// An error, or something that is no answer to what was asked.
  case refused

  init(_ reply: redisReply) {
    switch reply.type {
    case REDIS_REPLY_STATUS:
      let text = UnsafeRawBufferPointer(start: reply.str, count: reply.len)
      self = text.elementsEqual("OK".utf8) ? .ok : .refused
    case REDIS_REPLY_INTEGER: self = .integer(reply.integer)
    case REDIS_REPLY_NIL: self = .none
    default: self = .refused
    }
  }
}
