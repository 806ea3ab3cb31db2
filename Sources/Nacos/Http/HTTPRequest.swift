// SPDX-License-Identifier: MIT

public import Bytes

/// One HTTP/1.1 request as the application behind a server sees it.
///
/// request-line | header fields | empty line | body
public struct HTTPRequest: Equatable, Sendable {
  public let method: Text
  /// The path after decoding, without matrix parameters and dot segments.
  public let path: Text
  /// Whether segments of the path had parameters.
  public let hasMatrix: Bool
  public let query: [UInt8]
  public let fields: [HTTPField]
  public let body: [UInt8]
  /// How many bytes come after the request.
  public let trailing: Int

  public init(reading bytes: Span<UInt8>) throws(Refusal) {
    var lines = HTTPLines(bytes)
    let line = try HTTPRequestLine(reading: &lines)
    let fields = try HTTPFields(reading: &lines)
    try fields.checkHost(isRequired: line.version == "HTTP/1.1")
    let path = try HTTPPath(line.path)
    method = line.method
    self.path = path.text
    hasMatrix = path.hasMatrix
    query = line.query
    self.fields = fields.all
    body = try fields.body(from: &lines)
    trailing = lines.rest.count
  }

  /// The first value of a field.
  public subscript(field name: Text) -> Text? { fields.first { $0.name.isNamed(name) }?.value }

  /// The parameters of the query, and after them those of a form.
  public var parameters: [HTTPParameter] {
    HTTPParameter.all(in: query, as: .utf8) + form
  }

  /// The parameters of a body that was posted as a form.
  public var form: [HTTPParameter] {
    guard method == "POST", let charset = HTTPForm.charset(of: self[field: "content-type"]) else {
      return []
    }
    return HTTPParameter.all(in: body, as: charset)
  }

  /// The first value of a parameter, by its exact name.
  public subscript(parameter name: Text) -> Text? {
    parameters.first { $0.name == name }?.value
  }
}
