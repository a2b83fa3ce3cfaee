/// Why a measurement cannot be made, as a sentence for the person who started it.
struct BenchError: Error {
  let reason: String
}
