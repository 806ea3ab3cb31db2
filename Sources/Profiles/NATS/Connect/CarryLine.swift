// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS

/// The writing of one CONNECT line.
struct CarryLine {
  let rules: CarryRules
  let credentials: CarryCredentials
  let version: String

  /// The verb, the object and the end of the line.
  func bytes() throws(CallEnding) -> [UInt8] {
    var parts: [[UInt8]] = []
    for member in rules.layout.members {
      guard let part = try part(member) else { return try unwritable() }
      if !part.isEmpty { parts.append(part) }
    }
    let comma = Array((rules.layout.isSpaced ? ", " : ",").utf8)
    let object = [UInt8(ascii: "{")] + parts.joined(separator: comma) + [UInt8(ascii: "}")]
    return Array("\(ConnectLine.verb) ".utf8) + object + [0x0D, 0x0A]
  }

  /// A member, empty where it is left out; nothing where its text cannot be written.
  private func part(_ member: CarryLayout.Member) throws(CallEnding) -> [UInt8]? {
    switch member {
    case .fixed(let name, let json): return named(name, Array(json.utf8))
    case .version: return named("version", Array("\"\(version)\"".utf8))
    case .credential(let member):
      guard let value = rules.omission.apply(credentials[member]) else { return [] }
      return write(value, as: member).map { named(rules.layout.name(of: member), $0) }
    }
  }

  private func named(_ name: String, _ value: [UInt8]) -> [UInt8] {
    Array("\"\(name)\":\(rules.layout.isSpaced ? " " : "")".utf8) + value
  }

  private func write(_ value: JSONValue, as member: CarryCredentials.Member) -> [UInt8]? {
    if rules.unescaped.contains(member), let text = value.text {
      return [UInt8(ascii: "\"")] + raw(text) + [UInt8(ascii: "\"")]
    }
    var bytes: [UInt8] = []
    return rules.json.write(value, to: &bytes) ? bytes : nil
  }

  /// A text as it is; what UTF-8 cannot hold is marked by the languages with UTF-16.
  private func raw(_ text: Text) -> [UInt8] {
    guard rules.options == .utf16 else { return text.bytes }
    return (try? HostTexts.Charset.utf16(mark: "?").bytes(of: text)) ?? text.bytes
  }

  private func unwritable() throws(CallEnding) -> [UInt8] {
    switch rules.unwritable {
    case .refusal: throw .refusal
    case .exception(let type): throw .kind(type)
    case .nothing: return Array("\(ConnectLine.verb) \r\n".utf8)
    }
  }
}
