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
  var certificate: [UInt8] { didSet { unseal() } }
  /// How whoever signs goes wrong.
  var mistakes: Mistakes007 = [] { didSet { unseal() } }
  var fields: [Field] { didSet { unseal() } }
  /// The layers as they are, up to where something within has changed.
  private var sealedContent, sealedStream, sealedText: [UInt8]?

  /// Takes the token of a question apart; it must be sound.
  init(_ question: VectorQuestion) throws {
    self.question = question
    certificate = question.input["app_certificate"]?.text?.bytes ?? []
    let token = question.input[Self.tokenName(question)]?.text?.bytes ?? []
    let content = try Envelope007.content(of: token.span)
    let symbols = Array(token.dropFirst(Envelope007.version.utf8.count))
    (sealedText, sealedContent) = (token, content)
    sealedStream = try Base64.standard.decode(symbols.span)
    let info = Array(content.dropFirst(Envelope007.infoOffset))
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
      if let sealedContent { return sealedContent }
      let frame = Frame007(
        info: fields.flatMap(\.bytes), certificate: certificate, issueTs: number("issue-ts"),
        salt: number("salt"), mistakes: mistakes)
      guard let content = frame.content else { throw VectorError("the draft cannot be signed") }
      return content
    }
  }

  var stream: [UInt8] {
    get throws {
      if let sealedStream { return sealedStream }
      let content = try content
      return try Zlib.deflate(content.span)
    }
  }

  var text: [UInt8] {
    get throws {
      if let sealedText { return sealedText }
      return Base64.standard.encode(try stream, after: Array(Envelope007.version.utf8))
    }
  }

  private mutating func unseal() { (sealedContent, sealedStream, sealedText) = (nil, nil, nil) }

  mutating func setContent(_ bytes: [UInt8]) {
    (sealedContent, sealedStream, sealedText) = (bytes, nil, nil)
  }

  mutating func setStream(_ bytes: [UInt8]) { (sealedStream, sealedText) = (bytes, nil) }

  mutating func setText(_ bytes: [UInt8]) { sealedText = bytes }

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
