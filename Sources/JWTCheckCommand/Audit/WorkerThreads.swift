import Glibc

/// Threads of the system for work that keeps cores busy.
///
/// Not tasks: work here waits for files and locks, which tasks must not, and threads start in a
/// process that links nothing for them.
enum WorkerThreads {
  /// How many cores this process may use, which may be fewer than the machine has.
  static var coreCount: Int {
    let status = (try? InputReader.read(file: "/proc/self/status", limit: 1 << 16)) ?? []
    let name = Array("Cpus_allowed:".utf8)
    for line in status.split(separator: UInt8(ascii: "\n")) where line.starts(with: name) {
      let digits = line.dropFirst(name.count).compactMap {
        Character(Unicode.Scalar($0)).hexDigitValue
      }
      return max(1, digits.reduce(0) { $0 + $1.nonzeroBitCount })
    }
    return 1
  }

  /// Runs the body on so many threads, this one among them, and returns when all are done.
  ///
  /// If the system gives fewer threads, fewer do the work.
  static func run(_ count: Int, _ body: @escaping @Sendable (_ index: Int) -> Void) {
    var threads: [pthread_t] = []
    for index in 1..<max(1, count) {
      let job = unsafe Unmanaged.passRetained(Job { body(index) })
      var thread = pthread_t()
      let status = unsafe pthread_create(
        &thread, nil,
        { raw in
          // The reference that the other thread gave away.
          if let raw = unsafe raw {
            unsafe Unmanaged<Job>.fromOpaque(raw).takeRetainedValue().run()
          }
          return nil
        }, unsafe job.toOpaque())
      if status == 0 {
        threads.append(thread)
      } else {
        unsafe job.release()
      }
    }
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }

  private final class Job: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
