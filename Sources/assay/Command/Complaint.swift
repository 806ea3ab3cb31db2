// SPDX-License-Identifier: MIT

internal import Files

/// What is said on the standard error.
enum Complaint {
  static func say(_ lines: [String]) throws {
    for line in lines { try OutputFile.standardError.write("assay: \(line)\n") }
  }

  /// How a port broke the protocol.
  static func ofProtocol(_ faults: [String]) -> [String] { faults.map { "protocol: \($0)" } }
}
