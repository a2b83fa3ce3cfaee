import Foundation
import VectorSupport

/// A server of a test's own, on a Unix socket in a folder of its own.
final class RedisProcess {
  private let folder: URL
  private var process: pid_t = 0

  /// The path of the socket.
  var socket: String { folder.appending(path: "s").path() }

  /// The program. In Debian it is in `redis-tools` under another name, told apart by the name it is
  /// called by; the package `redis-server` would start a service.
  static let program: String? = ["/usr/bin/redis-server", "/usr/bin/redis-check-rdb"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "redis-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try start()
  }

  deinit {
    stop()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Starts the server and waits until it listens.
  func start(_ options: String...) throws {
    let words =
      ["redis-server", "--port", "0", "--unixsocket", socket, "--save", "", "--dir"]
      + [folder.path(), "--logfile", folder.appending(path: "log").path()] + options
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    // Whoever waits for the end of the test's output would wait for the server's as well.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let status = posix_spawn(
      &process, try required(Self.program, "a server"), &actions, nil, &arguments, nil)
    guard status == 0 else { throw VectorError(missing: "a server that starts") }
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: socket) { usleep(10_000) }
  }

  /// Makes the server hang: it listens, and answers nothing.
  func pause() { kill(process, SIGSTOP) }

  /// Lets it go on.
  func resume() { kill(process, SIGCONT) }

  /// Ends the server and waits until it has ended. By SIGKILL, since it has inherited a mask of signals
  /// from a thread of the test.
  func stop() {
    guard process != 0 else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    process = 0
    try? FileManager.default.removeItem(atPath: socket)
  }
}
