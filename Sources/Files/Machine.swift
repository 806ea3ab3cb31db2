// SPDX-License-Identifier: MIT

internal import CFiles

/// What only the running process knows: its surroundings, the clock and randomness.
public enum Machine {
  public static func environment(_ name: String) -> String? {
    let bytes = Array(name.utf8)
    return text(capacity: 1 << 15) { assay_environment(bytes.span, &$0) }
  }

  public static var executablePath: String? {
    text(capacity: 4096) { assay_executable_path(&$0) }
  }

  public static var secondsSince1970: Int64 { assay_seconds_since_1970() }

  public static var processorCount: Int { Int(assay_processor_count()) }

  /// Random bytes from the system, at most 256 at once.
  public static func randomBytes(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var span = bytes.mutableSpan
    return assay_random(&span) == 0 ? bytes : nil
  }

  public static func exit(_ status: Int32) -> Never { assay_exit(status) }
}
