import Glibc

@main
enum Main {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      print("error: \((error as? BenchError)?.reason ?? "\(error)")")
      exit(2)
    }
  }

  private static func run(_ arguments: [String]) throws {
    guard arguments.count == 4, let seconds = Double(arguments[3]) else {
      throw BenchError(reason: "usage: jwtcheck-bench ALG CORPUS TOKENFILE SECONDS")
    }
    let corpus = try Corpus(arguments[0], folder: arguments[1], tokenFile: arguments[2])
    try Driver.run(corpus, seconds: seconds)
  }
}
