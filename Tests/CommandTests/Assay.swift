// SPDX-License-Identifier: MIT

import Foundation
import Testing

/// The built binary, run as a user runs it.
enum Assay {
  struct Run {
    let status: Int32
    let output: String
    let errors: String

    var lines: [Substring] { output.split(separator: "\n") }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static var binary: URL {
    ProcessInfo.processInfo.environment["ASSAY_BINARY"].map { URL(filePath: $0) }
      ?? root.appending(path: ".build/release/assay")
  }

  static func run(
    _ words: String..., input: String = "", secret: String? = nil
  ) throws -> Run {
    try run(words, input: input, secret: secret)
  }

  static func run(
    _ words: [String], input: String = "", secret: String? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = binary
    process.arguments = words
    process.currentDirectoryURL = root
    var environment = ["ASSAY_VECTORS": root.appending(path: "Vectors").path()]
    environment["ASSAY_SECRET"] = secret
    process.environment = environment
    let (stdin, stdout) = (Pipe(), Pipe())
    let errors = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    _ = FileManager.default.createFile(atPath: errors.path(), contents: nil)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// A file with this text, removed after the body.
  static func withFile<Value>(
    _ text: some StringProtocol, suffix: String = ".jsonl", _ body: (String) throws -> Value
  ) throws -> Value {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + suffix)
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path())
  }

  static func recording(_ name: String) throws -> String {
    try String(
      contentsOf: root.appending(path: "Vectors/recordings/\(name).jsonl"), encoding: .utf8)
  }
}
