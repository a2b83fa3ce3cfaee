import CLibcrypto

/// A small number for the calling thread, for keeping apart what threads use often: even counting
/// references to one shared object makes processors wait for each other.
package enum ThreadNumber {
  /// Handed out round robin when a thread first asks.
  package static var current: Int { Int(jc_thread_number()) }
}
