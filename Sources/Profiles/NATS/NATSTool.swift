// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

/// Writing and judging CONNECT lines, and taking lines, addresses and hashes apart.
struct NATSTool: TokenTool {
  let formats = ["nats-connect"]
  let textNames: Set<String> = ["url", "token", "user", "pass", "token_handler_returns"]
  let needsSecret = false

  func mint(
    _ format: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> String {
    let call = try call(input, secret)
    let url = try NATSURL(reading: call.url.bytes.span)
    let line = try ConnectLine(to: url, with: ConnectOptions(credentials: credentials(call)))
    return Text(try line.bytes().withoutLineEnd).display
  }

  /// The credentials of the options; the reference takes one kind.
  private func credentials(_ call: CarryCall) throws -> NATSCredentials? {
    let token = call.token ?? call.handler
    guard token == nil || call.user == nil && call.password == nil else {
      throw ToolError("token: not together with user and pass")
    }
    if let token { return .token(try text(token, "token")) }
    guard call.user != nil || call.password != nil else { return nil }
    return .user(
      try text(call.user ?? "", "user"), password: try text(call.password ?? "", "pass"))
  }

  private func text(_ value: JSONValue, _ name: String) throws -> Text {
    guard let text = value.text else { throw ToolError("\(name): \(value.kind), text is wanted") }
    return text
  }

  func mint(
    _ format: String, as variant: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> Answer {
    let model = CarryModel()
    let rules = try model.rules(ofVariant: variant)
    let question = Question(op: "carry", input: try completed(input, secret))
    var answer = model.answer(model.plan(question, by: rules, with: CarryDrawn()))
    answer.token = answer.carriedLine.map { Text($0.withoutLineEnd) }
    return answer
  }

  private func call(_ input: JSONObject, _ secret: Text) throws -> CarryCall {
    guard let call = CarryCall(Question(op: "carry", input: try completed(input, secret))) else {
      throw ToolError("url: text is wanted, such as nats://127.0.0.1:4222")
    }
    return call
  }

  /// The inputs, and the secret as the token where none is given.
  private func completed(_ input: JSONObject, _ secret: Text) throws -> JSONObject {
    if let name = input.members.map(\.name.display).first(where: { !textNames.contains($0) }) {
      let known = textNames.sorted().joined(separator: " ")
      throw ToolError("'\(name)' is no input of nats-connect; known are \(known)")
    }
    guard !secret.isEmpty, input["token"] == nil else { return input }
    return JSONObject(input.members + [.init(name: "token", value: .string(secret))])
  }

  /// The decision of a server whose token is the secret.
  func open(
    _ token: [UInt8], as format: String?, secret: Text, now: Int64, expecting: [String: String]
  ) throws -> Opening {
    do throws(Refusal) {
      _ = try ConnectLine.argument(of: token.span)
    } catch {
      return Opening(format: formats[0], refusal: error)
    }
    var admission = Admission(AdmissionGate(token: ServerSecret(secret)))
    admission.receive((token.withoutLineEnd + [0x0D, 0x0A]).span)
    guard admission.isAdmitted || admission.isClosed else {
      throw ToolError("a CONNECT line is wanted, such as CONNECT {\"auth_token\":\"mytoken\"}")
    }
    let line = try? ConnectLine(reading: token.span)
    let claims = line?.members.members.filter { !Self.secretMembers.contains($0.name.display) }
    return Opening(
      format: formats[0], refusal: admission.refusal, claims: JSONObject(claims ?? []))
  }

  private static let secretMembers: Set = ["auth_token", "pass"]

  /// What knows a text by its beginning, the first that does.
  private static let inspectors: [@Sendable (_ text: [UInt8], _ secret: Text?) -> Inspection?] = [
    { text, _ in ConnectInspector(text)?.inspection },
    { text, _ in AddressInspector(text)?.inspection },
    { text, secret in BcryptInspector.inspect(text, secret: secret) },
  ]

  func inspect(_ token: [UInt8], secret: Text?, now: Int64) -> Inspection? {
    Self.inspectors.lazy.compactMap { $0(token, secret) }.first
  }
}
