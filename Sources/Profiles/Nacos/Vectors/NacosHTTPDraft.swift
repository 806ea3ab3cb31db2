// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// A request to a server, taken apart.
struct NacosHTTPDraft: Sendable {
  typealias Pair = (name: String, value: String)

  var method = "GET"
  var path = "/nacos/v1/cs/configs"
  var query: [Pair] = [("dataId", "d"), ("group", "g")]
  var fields: [Pair] = []
  var contentType = HTTPForm.contentType.display
  /// Nothing where there is no body.
  var form: [Pair]?
  /// A body that is no form.
  var body: String?

  /// What is carried, and the places where it stands.
  var token = NacosDraft()
  var places: [NacosHTTPPlace] = [.field("Authorization", "Bearer ")]

  var world = NacosHTTPSamples.world

  var question: VectorQuestion {
    VectorQuestion(
      op: "authorize", input: ["raw_request": .string(Text(bytes))],
      now: .second(world["now"]?.int64 ?? NacosSamples.now), world: world)
  }

  private var bytes: [UInt8] {
    let token = Text(self.token.token).display
    var request = self
    for place in places { place.put(token, into: &request) }
    return request.written
  }

  private var written: [UInt8] {
    var lines = ["\(method) \(path)\(query.isEmpty ? "" : "?")\(Self.encoded(query)) HTTP/1.1"]
    lines += ["Host: 127.0.0.1", "Connection: close"]
    lines += fields.map { "\($0.name): \($0.value)" }
    let content = body ?? form.map(Self.encoded)
    if let content {
      lines += ["Content-Type: \(contentType)", "Content-Length: \(content.utf8.count)"]
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + (content ?? "")).utf8)
  }

  private static func encoded(_ pairs: [Pair]) -> String {
    pairs.map { "\($0.name)=\(escaped($0.value))" }.joined(separator: "&")
  }

  private static func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      unreserved.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + Hex.encode([byte]).uppercased()
    }.joined()
  }

  private static let unreserved = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
}

/// Where a token can stand in a request.
enum NacosHTTPPlace: Sendable {
  case field(String, String)
  case query(String)
  case form(String)
  /// A parameter of a segment of the path.
  case path(String)
  case cookie(String)
  case body(String)

  fileprivate func put(_ token: String, into request: inout NacosHTTPDraft) {
    switch self {
    case .field(let name, let scheme): request.fields.append((name, scheme + token))
    case .query(let name): request.query.append((name, token))
    case .form(let name):
      request.method = "POST"
      request.form = (request.form ?? []) + [(name, token)]
    case .path(let name): request.path += ";\(name)=\(token)"
    case .cookie(let name): request.fields.append(("Cookie", "\(name)=\(token)"))
    case .body(let name):
      request.method = "POST"
      request.contentType = "application/json"
      request.body = #"{"\#(name)":"\#(token)"}"#
    }
  }
}

extension NacosHTTPPlace {
  /// A place by its name in the arguments of an edit.
  init(_ arguments: JSONObject) throws {
    let name = try arguments.string("name")
    switch try arguments.string("place") {
    case "field": self = .field(name, try arguments.string("scheme"))
    case "query": self = .query(name)
    case "form": self = .form(name)
    case "path": self = .path(name)
    case "cookie": self = .cookie(name)
    case "body": self = .body(name)
    case let other: throw VectorError("there is no place '\(other)'")
    }
  }
}
