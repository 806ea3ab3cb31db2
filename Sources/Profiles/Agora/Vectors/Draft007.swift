// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

/// A token taken apart, layer by layer: text, stream, content, and the fields of the info.
///
/// What is set in one layer is sealed by all that stand around it.
struct Draft007: Sendable {
  /// A field of the info, or a length or number in front of fields.
  struct Field: Sendable {
    let name: String
    var bytes: [UInt8]
  }

  var question: VectorQuestion
  var certificate: [UInt8]
  /// How whoever signs goes wrong.
  var mistakes: Mistakes007 = []
  var fields: [Field]
  private var changedContent, changedStream, changedText: [UInt8]?

  /// Takes the token of a question apart; it must be sound.
  init(_ question: VectorQuestion) throws {
    self.question = question
    certificate = question.input["app_certificate"]?.text?.bytes ?? []
    let token = question.input[Self.tokenName(question)]?.text?.bytes ?? []
    let info = try Envelope007(reading: token.span).info
    var reader = ByteReader(info.span, keepingFields: true)
    _ = try Info007(from: &reader)
    fields = reader.fields.map { Field(name: $0.name, bytes: Array(info[$0.range])) }
  }

  private static func tokenName(_ question: VectorQuestion) -> String {
    question.op == VectorQuestion.open ? "token" : "parse"
  }

  // MARK: - Layers

  var content: [UInt8] {
    get throws {
      if let changedContent { return changedContent }
      let frame = Frame007(
        info: fields.flatMap(\.bytes), certificate: certificate, issueTs: number("issue-ts"),
        salt: number("salt"), mistakes: mistakes)
      guard let content = frame.content else { throw VectorError("the draft cannot be signed") }
      return content
    }
  }

  var stream: [UInt8] {
    get throws {
      if let changedStream { return changedStream }
      let content = try content
      return try Zlib.deflate(content.span)
    }
  }

  var text: [UInt8] {
    get throws {
      if let changedText { return changedText }
      return Base64.standard.encode(try stream, after: Array(Envelope007.version.utf8))
    }
  }

  mutating func setContent(_ bytes: [UInt8]) { changedContent = bytes }
  mutating func setStream(_ bytes: [UInt8]) { changedStream = bytes }
  mutating func setText(_ bytes: [UInt8]) { changedText = bytes }

  private func number(_ name: String) -> UInt32 {
    let bytes = fields.first { $0.name == name }?.bytes ?? []
    return bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The question with the token as it is now.
  var sealed: VectorQuestion {
    get throws {
      var sealed = question
      sealed.input[Self.tokenName(question)] = .string(Text(try text))
      return sealed
    }
  }
}
