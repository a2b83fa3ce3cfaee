import Glibc
import JWTCheckCommand
import Libcrypto

/// The command line tool; everything it does is in `JWTCheckCommand`.
@main
enum Main {
  static func main() {
    // How libcrypto starts is a matter of the whole process, so the program decides it.
    let code = Program.run(.current, startCryptography: LibcryptoInfo.startWithoutTables)
    exit(code.rawValue)
  }
}
