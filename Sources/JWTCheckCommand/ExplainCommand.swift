import StrictCoding
import TokenReport

/// `jwtcheck explain`: a code at length, or all codes.
enum ExplainCommand {
  static func run(_ arguments: ParsedArguments) throws(CommandFailure) -> CommandResult {
    let style = arguments.style
    let isJSON = arguments[Options.json]
    guard let code = arguments[Positionals.code] else {
      return CommandResult(
        isJSON ? .some(.array(CodeCatalog.all.map(ExplanationText.tree))) : .none,
        text: ExplanationText.list(style: style))
    }
    guard let explanation = CodeCatalog.explanation(of: code) else {
      throw CommandFailure(usage: "no such code", hint: "jwtcheck explain lists all codes")
    }
    return CommandResult(
      isJSON ? .some(ExplanationText.tree(explanation)) : .none,
      text: ExplanationText.text(explanation, style: style))
  }
}
