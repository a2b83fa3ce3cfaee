import JWTValidation
import TokenAudit

/// Notes how far a run is, so that another can go on there.
///
/// The file is replaced at most once a second, after the results up to its place have been written.
/// If the process is killed in between, more results are there than the file says: the next run cuts
/// them off and makes them again. So none is lost and none is doubled.
struct CheckpointFile: Sendable {
  private let path: String
  private let identity: Identity
  private let now: NumericDate
  /// How long the file with the results is.
  var outputCount: Int64
  private var savedAt: Int64 = 0

  /// What must be the same when a run goes on.
  struct Identity {
    /// Files and options.
    var run: JSONTree
    /// A digest of policy, keys and rules: results by two policies must not stand in one file, and
    /// nobody would see it.
    var rules: String
  }

  /// What a run before this one has left.
  struct Start {
    var position = AuditPosition()
    var outputCount: Int64 = 0
    var tally = Tally()
    /// The time at which that run judged, which this one does too.
    var now: NumericDate
  }

  init(_ path: String, _ identity: Identity, start: Start) {
    self.path = path
    self.identity = identity
    now = start.now
    outputCount = start.outputCount
  }

  /// Notes a place, at once or when the last time is long enough ago.
  mutating func save(
    _ position: AuditPosition, _ tally: Tally, isDue: Bool
  ) throws(CommandFailure) {
    let second = SystemClock.now()?.seconds ?? 0
    guard isDue || second != savedAt else { return }
    savedAt = second
    let tree: JSONTree = [
      "version": 1, "run": identity.run, "rules": .string(identity.rules),
      "now": [.integer(now.seconds), .integer(Int64(now.nanoseconds))],
      "position": [
        .integer(Int64(position.file)), .integer(position.offset),
        .integer(Int64(position.line)), .integer(Int64(position.column)),
      ],
      "before": position.before.map { [.integer(Int64($0.count)), .string($0.digest)] } ?? [],
      "finished": .array(position.finished.map { .integer($0) }),
      "output": .integer(outputCount), "tally": tally.tree,
    ]
    try OutputFile.replace(path, with: tree.encoded(.indented) + [0x0A])
  }

  /// Takes the file away when there is nothing left to do.
  func remove() { OutputFile.remove(path) }

  /// Reads what another run has left; `nil` if there is no file.
  static func read(_ path: String, _ identity: Identity) throws(CommandFailure) -> Start? {
    let bytes: [UInt8]
    do { bytes = try InputReader.read(file: path, limit: 64 << 20) } catch {
      if error.isMissing { return nil }
      throw CommandFailure(error)
    }
    let name = "\(InputOrigin.file(path))"
    guard let object = try? JSONValue.parse(bytes, limits: .file).object,
      let run = object["run"], let rules = object["rules"],
      let now = integers(object["now"], count: 2),
      let place = integers(object["position"], count: 4), place.allSatisfy({ $0 >= 0 }),
      let before = object["before"]?.array.map({ textBefore($0, upTo: place[1]) }),
      place[1] == 0 || before != nil,
      let finished = integers(object["finished"], count: Int(clamping: place[0])),
      let output = object["output"]?.plainInteger, output >= 0,
      let tally = object["tally"]?.object.flatMap({ Tally($0) })
    else {
      throw CommandFailure(
        .unavailable, "\(name) is no checkpoint of an audit",
        hint: "name a file that does not exist, to start from the beginning")
    }
    guard JSONTree.received(run).encoded() == identity.run.encoded() else {
      throw CommandFailure(
        .unavailable, "\(name) is the checkpoint of a run with other files or options",
        hint: "give the same ones, or remove the file to start from the beginning")
    }
    guard rules.isString(identity.rules) else {
      throw CommandFailure(
        .unavailable, "\(name) is the checkpoint of a run by another policy, key or rule",
        hint: "judge by the same ones, or remove the file to start from the beginning")
    }
    return Start(
      position: AuditPosition(
        file: Int(place[0]), offset: place[1], line: Int(place[2]), column: Int(place[3]),
        before: before, finished: finished),
      outputCount: output, tally: tally,
      now: NumericDate(seconds: now[0], nanoseconds: Int32(truncatingIfNeeded: now[1])))
  }

  private static func textBefore(_ values: [JSONValue], upTo offset: Int64) -> TextBefore? {
    guard values.count == 2, let count = values[0].plainInteger,
      0...min(1 << 20, offset) ~= count,
      let digest = values[1].string
    else { return nil }
    return TextBefore(count: Int(count), digest: digest)
  }

  private static func integers(_ value: JSONValue?, count: Int) -> [Int64]? {
    guard let numbers = value?.array?.compactMap(\.plainInteger), numbers.count == count else {
      return nil
    }
    return numbers
  }
}
