import Glibc

/// A socket that accepts connections, made here and not by the server library so that the port that
/// the system chose is known, and failures have a reason.
struct ListeningSocket {
  let descriptor: Int32
  /// The address with the port that is really used.
  let address: ListenAddress

  init(_ address: ListenAddress) throws(HTTPServerError) {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address.host, String(address.port), &hints, &list) == 0, let found = list
    else { throw .notAnAddress(address) }
    defer { freeaddrinfo(found) }
    let family = found.pointee.ai_family
    // Without O_NONBLOCK a connection that is gone before it is accepted would stop a thread.
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    descriptor = socket(family, type, 0)
    guard descriptor >= 0 else { throw Self.failure(address) }
    var yes: Int32 = 1
    // After a crash the port must be free for the next server at once.
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    if family == AF_INET6 {
      setsockopt(
        descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }
    guard bind(descriptor, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0,
      listen(descriptor, SOMAXCONN) == 0
    else {
      let error = Self.failure(address)
      close(descriptor)
      throw error
    }
    self.address = ListenAddress(
      host: address.host, port: Self.port(of: descriptor) ?? address.port)
  }

  private static func failure(_ address: ListenAddress) -> HTTPServerError {
    let number = errno
    return .cannotListen(
      address, errno: number, reason: strerror(number).map { String(cString: $0) } ?? "\(number)")
  }

  /// The port stands at the same place in the addresses of both families.
  private static func port(of descriptor: Int32) -> UInt16? {
    var address = sockaddr_in6()
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length)
      }
    }
    return result == 0 ? UInt16(bigEndian: address.sin6_port) : nil
  }
}
