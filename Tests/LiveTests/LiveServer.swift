// SPDX-License-Identifier: MIT

import Foundation
import Testing

/// A nats-server of this machine, on a free port of 127.0.0.1, until it is ended.
struct LiveServer {
  let port: UInt16
  private let process: Process
  private let folder: URL

  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  static let executable: URL? = ["/usr/sbin/nats-server", "/usr/bin/nats-server"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }.map { URL(filePath: $0) }

  /// The version that the executable says of itself.
  static func version() throws -> String {
    guard let executable else {
      throw Missing(description: "nats-server is not installed: run Scripts/setup.sh test")
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = executable
    process.arguments = ["--version"]
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return String(text.split(separator: "v").last ?? "").trimmingCharacters(
      in: .whitespacesAndNewlines)
  }

  init(
    configuration: String? = nil, arguments: [String] = [], environment: [String: String] = [:]
  ) throws {
    guard let executable = Self.executable else {
      throw Missing(description: "nats-server is not installed: run Scripts/setup.sh test")
    }
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process = Process()
    process.executableURL = executable
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    var words = ["-a", "127.0.0.1", "-p", "-1", "--ports_file_dir", folder.path()]
    if let configuration {
      try Data(configuration.utf8).write(to: folder.appending(path: "n.conf"))
      words += ["-c", "n.conf"]
    }
    process.arguments = words + arguments
    try process.run()
    guard let port = Self.port(in: folder, of: process) else {
      Self.end(process, folder)
      throw Missing(description: "nats-server did not start")
    }
    self.port = port
  }

  func end() { Self.end(process, folder) }

  private static func end(_ process: Process, _ folder: URL) {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// The port that the server writes down once it listens.
  private static func port(in folder: URL, of process: Process) -> UInt16? {
    for _ in 0..<500 where process.isRunning {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
      if let name = names.first(where: { $0.hasSuffix(".ports") }),
        let data = try? Data(contentsOf: folder.appending(path: name)),
        let ports = try? JSONDecoder().decode(Ports.self, from: data),
        let text = ports.nats.first?.split(separator: ":").last
      {
        return UInt16(text)
      }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return nil
  }

  private struct Ports: Decodable {
    let nats: [String]
  }
}
