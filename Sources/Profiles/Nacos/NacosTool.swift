// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// Making, opening and inspecting Nacos access tokens one at a time.
struct NacosTool: TokenTool {
  static let format = "nacos-jwt"
  /// The lifetime of a server that was not told another.
  private static let usualLifetime: Int64 = 18_000
  private static let inputs = ["user", "expire_seconds"]

  let formats = [Self.format]
  let textNames: Set<String> = ["user"]

  func mint(
    _ format: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> String {
    let request = try request(input, drawn)
    guard let user = request.user else { throw ToolError("user: a name is wanted") }
    let token = try AccessToken(sub: user, lifetime: request.lifetime, now: drawn.now)
    return String(decoding: try token.mint(key: NacosKey(configured: secret)), as: UTF8.self)
  }

  func mint(
    _ format: String, as variant: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> Answer {
    let request = try request(input, drawn)
    let rules = try NacosTokenModel().rules(ofVariant: variant)
    let question = Question(
      op: "mint",
      input: [
        "secret_key": .string(secret), "now": .integer(drawn.now),
        "user": request.user.map { .string($0) } ?? .null,
        "expire_seconds": .integer(request.lifetime),
      ])
    return rules.plan(question).answer
  }

  private func request(
    _ input: JSONObject, _ drawn: DrawnValues
  ) throws -> (user: Text?, lifetime: Int64) {
    if let name = drawn.given.keys.min() {
      throw ToolError("'\(name)' cannot be injected: nothing in the token is random")
    }
    let names = input.members.map(\.name.display)
    if let name = names.first(where: { !Self.inputs.contains($0) }) {
      throw ToolError("'\(name)' is no input; known are \(Self.inputs.joined(separator: " "))")
    }
    let lifetime = input["expire_seconds"] ?? .integer(Self.usualLifetime)
    guard let seconds = lifetime.int64 else {
      throw ToolError("expire_seconds: an integer of 64 bits is wanted")
    }
    return (input["user"]?.text, seconds)
  }

  func open(
    _ token: [UInt8], as format: String?, secret: Text, now: Int64, expecting: [String: String]
  ) throws -> Opening {
    if let name = expecting.keys.min() {
      throw ToolError("a Nacos token is for no '\(name)': it names a user alone")
    }
    do throws(Refusal) {
      let opened = try AccessToken(
        opening: token.span, key: NacosKey(configured: secret), now: now)
      let claims: JSONObject = ["sub": .string(opened.sub), "exp": .integer(opened.exp)]
      return Opening(format: Self.format, refusal: nil, claims: claims)
    } catch {
      return Opening(format: Self.format, refusal: error)
    }
  }

  func inspect(_ token: [UInt8], secret: Text?, now: Int64) -> Inspection? {
    NacosInspector(token: token, secret: secret, now: now)?.inspection
  }
}
