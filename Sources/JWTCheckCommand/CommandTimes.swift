import JWTValidation

extension TimeArgument {
  /// The moment as tokens have it.
  var date: NumericDate { NumericDate(seconds: seconds, nanoseconds: nanoseconds) }
}

extension DurationArgument {
  /// The length of time as the libraries take it.
  var duration: Duration { .seconds(seconds) + .nanoseconds(nanoseconds) }
}

extension ParsedArguments {
  /// The time at which the token is judged: `--at`, or now.
  func now() throws(CommandFailure) -> NumericDate {
    guard let time = self[Options.at] ?? SystemClock.now() else {
      throw CommandFailure(
        .internalFault, "the system does not tell the time", hint: "give it with --at TIME")
    }
    return time.date
  }
}
