// SPDX-License-Identifier: MIT

/// A process that is started, fed, read and waited for, within a time and a size.
public enum ChildProcess {
  /// Runs a process to its end and returns what it wrote.
  ///
  /// An executable without a slash is searched for in `PATH`. The process leads a group of its own,
  /// which is killed at the time limit, at the output limit (of each stream) and at its end, so that
  /// nothing stays behind. It has ended when it has exited and both streams are closed. `environment`
  /// replaces single variables of what is inherited.
  public static func run(
    executable: String, arguments: [String], input: [UInt8] = [],
    environment: [String: String]? = nil, directory: String = "", timeoutMilliseconds: Int,
    outputLimit: Int
  ) throws(SpawnError) -> ChildResult {
    var child = try RunningChild(
      executable: executable, arguments: arguments, settings: environment ?? [:],
      directory: directory)
    var exchange = ChildExchange(
      input: input, timeoutMilliseconds: timeoutMilliseconds, outputLimit: outputLimit)
    do throws(ChildExchange.Failure) {
      let status = try exchange.run(&child)
      return ChildResult(status: status, output: exchange.output, errors: exchange.errors)
    } catch {
      throw SpawnError(.watch, executable: executable, status: error.status)
    }
  }
}
