import Glibc
import JWTCheckCommand

/// The command line tool; everything it does is in `JWTCheckCommand`.
@main
enum Main {
  static func main() {
    exit(Program.run(.current).rawValue)
  }
}
