// SPDX-License-Identifier: MIT

internal import SystemCalls

/// What only the running process knows: its surroundings, the clock and randomness.
public enum Machine {
  public static func environment(_ name: String) -> String? { SystemCalls.environment(name) }

  public static var executablePath: String? { SystemCalls.executablePath() }

  public static var secondsSince1970: Int64 { SystemCalls.secondsSince1970() }

  public static var processorCount: Int { Int(SystemCalls.processorCount()) }

  /// Random bytes from the system, at most 256 at once.
  public static func randomBytes(_ count: Int) -> [UInt8]? { SystemCalls.randomBytes(count) }

  public static func exit(_ status: Int32) -> Never { SystemCalls.exit(status) }

  /// Lets the thread rest until another one ends the process.
  public static func rest() -> Never { SystemCalls.rest() }
}
