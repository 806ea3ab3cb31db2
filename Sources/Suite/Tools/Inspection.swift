// SPDX-License-Identifier: MIT

public import Bytes
public import JSON

/// Everything that can be told about a token, whether it is sound or not.
public struct Inspection: Sendable {
  public var format: String
  public var title: String
  public var layers: [Layer] = []
  /// Every byte inside the text layer, field by field; the sizes add up to `byteCount`.
  public var fields: [FieldView] = []
  public var byteCount = 0
  /// What the token claims, where it is clear or the secret opens it.
  public var plaintext: JSONValue?
  /// The claims that are not for every eye.
  public var secretNames: Set<String> = []
  /// The known assistants whose tokens look like this; nothing where nobody looked for them.
  public var emitters: [String]?
  /// The same in fewer words, where assistants have many variants.
  public var emitterGroups: [String]?
  public var notes: [String] = []

  public init(format: String, title: String) {
    self.format = format
    self.title = title
  }

  /// The inspection without what is not for every eye.
  public var masked: Inspection {
    var masked = self
    masked.fields = fields.map { $0.isSecret ? $0.masked : $0 }
    if let object = plaintext?.object {
      masked.plaintext = .object(
        JSONObject(
          object.members.map { member in
            secretNames.contains(member.name.display)
              ? .init(name: member.name, value: .string("not shown")) : member
          }))
    }
    return masked
  }

  /// One layer of the token, from the text to the time.
  public struct Layer: Sendable {
    public let stage: Stage
    /// Whether it holds; nothing where it was not reached or needs the secret.
    public let holds: Bool?
    public let words: String

    public init(_ stage: Stage, _ holds: Bool?, _ words: String) {
      self.stage = stage
      self.holds = holds
      self.words = words
    }
  }

  /// A field with its bytes and what they mean.
  public struct FieldView: Sendable {
    public let name: String
    public let range: Range<Int>
    public let bytes: [UInt8]
    public let meaning: String
    /// Whether the bytes, and what they mean, are not for every eye.
    public let isSecret: Bool

    public init(
      name: String, range: Range<Int>, bytes: [UInt8], meaning: String, isSecret: Bool = false
    ) {
      self.name = name
      self.range = range
      self.bytes = bytes
      self.meaning = meaning
      self.isSecret = isSecret
    }

    fileprivate var masked: FieldView {
      FieldView(name: name, range: range, bytes: [], meaning: "not shown", isSecret: true)
    }
  }
}
