import Glibc

@main
enum Main {
  private static let usage = """
    usage: jwtcheck-bench ALG CORPUS TOKENFILE SECONDS
           jwtcheck-bench stages|threads|cache ALG CORPUS TOKENFILE SECONDS
           jwtcheck-bench decode|growth SECONDS
           jwtcheck-bench work verify|decode ROUNDS
    """

  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      print("error: \((error as? BenchError)?.reason ?? "\(error)")")
      exit(2)
    }
  }

  private static func run(_ arguments: [String]) throws {
    guard let first = arguments.first, let last = arguments.last, let seconds = Double(last) else {
      throw BenchError(reason: usage)
    }
    switch (first, arguments.count) {
    case ("stages", 5): try Stages.measure(try corpus(arguments.dropFirst()), seconds: seconds)
    case ("threads", 5):
      try Threads.measure(try corpus(arguments.dropFirst()), seconds: seconds)
    case ("cache", 5):
      try CacheHits.measure(try corpus(arguments.dropFirst()), seconds: seconds)
    case ("decode", 2): try Decoding.measure(seconds: seconds)
    case ("growth", 2): try Growth.measure(seconds: seconds)
    case ("work", 3): try Work.run(arguments[1], rounds: Int(seconds))
    case (_, 4): try Driver.run(try corpus(arguments[...]), seconds: seconds)
    default: throw BenchError(reason: usage)
    }
  }

  private static func corpus(_ arguments: ArraySlice<String>) throws -> Corpus {
    let values = Array(arguments)
    return try Corpus(values[0], folder: values[1], tokenFile: values[2])
  }
}
