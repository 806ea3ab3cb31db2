// SPDX-License-Identifier: MIT

public import JSON

/// The first line of a recording: what was asked, whom, and how.
public struct RecordingHeader: Sendable {
  public static let version = 1

  public let format: String
  public let assistant: Assistant
  /// The whole line.
  public let value: JSONValue
  /// How a server was set up, on which its decisions depend.
  public let world: JSONObject

  /// Whoever answered.
  public struct Assistant: Hashable, Sendable {
    public let name: String
    public let language: String
    public let variant: String
    public let version: String

    public init(name: String, language: String, variant: String, version: String = "") {
      self.name = name
      self.language = language
      self.variant = variant
      self.version = version
    }
  }

  init(line document: JSONDocument) throws(LineError) {
    let value = JSONValue(document, JSONDocument.root)
    guard let header = value.object else {
      throw LineError(offset: 0, reason: "a JSON object is expected")
    }
    guard header["recording"]?.int == Self.version else {
      throw LineError(
        offset: 0, reason: "recording: version \(Self.version) is expected in the first line")
    }
    format = try Self.string(header["format"], "format")
    guard let assistant = header["assistant"]?.object else {
      throw LineError(offset: 0, reason: "assistant: an object is expected")
    }
    self.assistant = Assistant(
      name: try Self.string(assistant["name"], "assistant.name"),
      language: try Self.string(assistant["language"], "assistant.language"),
      variant: assistant["variant"]?.string ?? "",
      version: assistant["version"]?.string ?? "")
    self.value = value
    world = header["world"]?.object ?? JSONObject()
  }

  private static func string(_ value: JSONValue?, _ name: String) throws(LineError) -> String {
    guard let text = value?.string, !text.isEmpty else {
      throw LineError(offset: 0, reason: "\(name): text is expected in the header")
    }
    return text
  }
}
