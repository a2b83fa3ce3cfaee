import Glibc

/// A program beside this one: started, given its input, waited for.
enum ChildProcess {
  /// Why there is no output.
  enum Failure: Error, Equatable {
    /// There is no such program.
    case missing(path: String)
    /// The system refused something.
    case system(SystemError)
    /// The program ended with this status, or by a signal.
    case ended(status: Int32)
  }

  /// Runs a program that lies in the folder of this one.
  ///
  /// - Returns: what it wrote to standard output. Standard error stays shared.
  static func run(
    _ name: String, _ argument: String, input: [UInt8], limit: Int
  ) throws(Failure) -> [UInt8] {
    let path = try folder() + name
    guard unsafe access(path, X_OK) == 0 else { throw .missing(path: path) }
    let toChild = try Pipe()
    let fromChild: Pipe
    do {
      fromChild = try Pipe()
    } catch {
      toChild.closeBoth()
      throw error
    }
    // A child that ends early must give an error here, not a signal.
    let earlier = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, earlier) }
    let child: pid_t
    do {
      child = try spawn(path, argument, standardInput: toChild.readEnd, standardOutput: fromChild)
    } catch {
      toChild.closeBoth()
      fromChild.closeBoth()
      throw error
    }
    close(toChild.readEnd)
    close(fromChild.writeEnd)
    var writer = OutputBuffer(descriptor: toChild.writeEnd)
    writer.write(input)
    // What matters of a failure is how the child ended, which is asked below.
    try? writer.flush()
    close(toChild.writeEnd)
    let output = Result { () throws(InputError) in
      try InputReader.read(descriptor: fromChild.readEnd, limit: limit)
    }
    close(fromChild.readEnd)
    let status = try wait(for: child)
    guard status == 0 else { throw .ended(status: status) }
    guard case .success(let bytes) = output else { throw .ended(status: status) }
    return bytes
  }

  /// Whether there is a program that may be started.
  static func isProgram(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

  /// Starts a program that reads a file.
  ///
  /// - Returns: the program, and the end of a pipe that gives what it writes.
  static func start(
    _ path: String, _ argument: String, standardInput: Int32
  ) throws(Failure) -> (child: pid_t, output: Int32) {
    let pipe = try Pipe()
    let child: pid_t
    do {
      child = try spawn(path, argument, standardInput: standardInput, standardOutput: pipe)
    } catch {
      pipe.closeBoth()
      throw error
    }
    close(pipe.writeEnd)
    return (child, pipe.readEnd)
  }

  private struct Pipe {
    let readEnd: Int32
    let writeEnd: Int32

    init() throws(Failure) {
      var ends: [Int32] = [-1, -1]
      guard unsafe pipe(&ends) == 0 else { throw .system(.latest) }
      // The child must not hold the other end of its own pipe, or it never sees the end of input.
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (readEnd, writeEnd) = (ends[0], ends[1])
    }

    func closeBoth() {
      close(readEnd)
      close(writeEnd)
    }
  }

  /// The folder of this program's own file, with a slash: never the search path, where somebody
  /// else's program could lie.
  private static func folder() throws(Failure) -> String {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink("/proc/self/exe", &path, path.count)
    let bytes = path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
      throw .system(.latest)
    }
    return String(decoding: bytes[...slash], as: UTF8.self)
  }

  private static func spawn(
    _ path: String, _ argument: String, standardInput: Int32, standardOutput: Pipe
  ) throws(Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, standardInput, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, standardOutput.writeEnd, STDOUT_FILENO)
    var child: pid_t = 0
    let words = CStrings([path, argument].map { Array($0.utf8) })
    let variables = CStrings(environment())
    let result = unsafe words.withPointers { words in
      unsafe variables.withPointers { variables in
        unsafe posix_spawn(&child, path, &actions, nil, words, variables)
      }
    }
    guard result == 0 else { throw .system(SystemError(number: result)) }
    return child
  }

  /// The variables that this process was started with: a proxy may be set there.
  private static func environment() -> [[UInt8]] {
    let block = (try? InputReader.read(file: "/proc/self/environ", limit: 4 << 20)) ?? []
    return block.split(separator: 0).map { Array($0) }
  }

  /// Waits for the end of a program.
  ///
  /// - Returns: its status, or 128 and the number of the signal that ended it.
  static func wait(for child: pid_t) throws(Failure) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      let error = SystemError.latest
      guard error.number == EINTR else { throw .system(error) }
    }
    let isExit = status & 0x7F == 0
    return isExit ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}

/// Texts as the list of pointers that C wants, alive for the time of one call.
private struct CStrings {
  private let bytes: [CChar]
  private let offsets: [Int]

  init(_ texts: [[UInt8]]) {
    var bytes: [CChar] = []
    var offsets: [Int] = []
    for text in texts {
      offsets.append(bytes.count)
      bytes += text.map { CChar(bitPattern: $0) } + [0]
    }
    self.bytes = bytes
    self.offsets = offsets
  }

  func withPointers<Result>(
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var bytes = bytes
    return unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      let base = buffer.baseAddress
      var pointers = unsafe offsets.map { offset in unsafe base.map { unsafe $0 + offset } }
      unsafe pointers.append(nil)
      return unsafe pointers.withUnsafeMutableBufferPointer { list in
        guard let start = list.baseAddress else {
          var nothing: UnsafeMutablePointer<CChar>?
          return unsafe body(&nothing)
        }
        return unsafe body(start)
      }
    }
  }
}
