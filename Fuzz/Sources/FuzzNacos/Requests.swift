// SPDX-License-Identifier: MIT

internal import Bytes
internal import Inputs
internal import Nacos

/// A request ends where it ends, and is the same when it is written anew.
func checkRequest(_ input: [UInt8]) throws {
  let request: HTTPRequest
  do throws(Refusal) {
    request = try HTTPRequest(reading: input.span)
  } catch {
    return requirePlace(of: error, in: input)
  }
  let whole = Array(input.dropLast(request.trailing))
  let followed = whole + [UInt8](repeating: 0, count: request.trailing)
  require(try HTTPRequest(reading: followed.span) == request, "the rest changes nothing")
  require(isTruncated(Array(whole.dropLast())), "every byte is needed")
  require(request.path.bytes.first == UInt8(ascii: "/"), "a path begins with a slash")
  try checkServer(request)

  let wire = request.wire()
  guard wire.count <= longestHead else { return }
  let again = try HTTPRequest(reading: wire.span)
  require(again.method == request.method && again.path == request.path, "the target comes back")
  require(again.body == request.body && again.trailing == 0, "the body comes back")
  require(again.parameters == request.parameters, "the parameters come back")
}

/// What a server keeps for a head.
private let longestHead = 8192
private let user: Text = "nobody"

/// A server serves whoever shows a token of its key first, and nobody else.
private func checkServer(_ request: HTTPRequest) throws {
  let server = NacosServer(
    now: 1, secretKey: Text(String(repeating: "A", count: 43) + "="), tokenLifetime: 1,
    users: [user: NacosAccount(password: "", role: NacosAccount.administrator)])
  require((try? server.authorize(request)) == nil, "nobody is served without a token")
  let key = try NacosKey(configured: server.secretKey)
  let token = Text(try AccessToken(sub: user, exp: server.now).mint(key: key))
  let wire = request.wire(adding: "Authorization: Bearer \(token)\r\n")
  guard wire.count <= longestHead else { return }
  let served = try server.authorize(try HTTPRequest(reading: wire.span))
  require(served == user, "the first token tells the user")
}

private func isTruncated(_ bytes: [UInt8]) -> Bool {
  do throws(Refusal) {
    _ = try HTTPRequest(reading: bytes.span)
    return false
  } catch {
    return error.reason == HTTPReason.truncated.rawValue
  }
}

extension HTTPRequest {
  /// The request in the plainest form, with a field in front of its own.
  fileprivate func wire(adding field: String = "") -> [UInt8] {
    let target = percentEncoded(path.bytes, keeping: "/") + Array("?".utf8) + query
    let version = self[field: "host"] == nil ? "HTTP/1.0" : "HTTP/1.1"
    var wire = method.bytes + Array(" ".utf8) + target + Array(" \(version)\r\n\(field)".utf8)
    for field in fields where !Self.framing.contains(field.name.lowercased) {
      wire += field.name.bytes + Array(": ".utf8) + field.value.latin1 + Array("\r\n".utf8)
    }
    return wire + Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  private static let framing: Set<Text> = ["content-length", "transfer-encoding"]
}

extension Text {
  /// The bytes of the wire: each character of a field is one.
  fileprivate var latin1: [UInt8] {
    display.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }
}
