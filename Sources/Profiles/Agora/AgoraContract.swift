// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// The caller's clauses that every Agora format has in common.
enum AgoraContract {
  static func appID(_ value: JSONValue?) -> [String] {
    value?.text?.bytes.isAgoraID == true ? [] : ["agora.app-id.hex"]
  }

  static func certificate(_ value: JSONValue?) -> [String] {
    value?.text?.bytes.isAgoraID == true ? [] : ["agora.certificate.hex"]
  }

  static func channel(_ value: JSONValue?) -> [String] {
    guard let text = value?.text, text.quality == .utf8 else { return ["agora.channel.text"] }
    if text.isEmpty { return ["agora.channel.present"] }
    return limits(text, longest: 64, "channel")
  }

  /// A number of 32 bits, or an account.
  static func user(
    _ value: JSONValue?, absent: String = "agora.account.present",
    broken: String = "agora.account.text"
  ) -> [String] {
    switch value ?? .null {
    case .null: return [absent]
    case .string(let text):
      guard text.quality == .utf8 else { return [broken] }
      return limits(text, longest: 255, "account")
    default: return number(value, "agora.uid.range")
    }
  }

  static func number(_ value: JSONValue?, _ clause: String, bits: Int = 32) -> [String] {
    guard let number = value?.int128, number >= 0, number >> Int128(bits) == 0 else {
      return [clause]
    }
    return []
  }

  static func optionalNumber(_ value: JSONValue?, _ clause: String) -> [String] {
    value == nil || value == .null ? [] : number(value, clause)
  }

  private static func limits(_ text: Text, longest: Int, _ name: String) -> [String] {
    var broken: [String] = []
    if text.bytes.count > longest { broken.append("agora.\(name).length") }
    if !text.bytes.allSatisfy(characters.contains) { broken.append("agora.\(name).charset") }
    return broken
  }

  /// The 89 characters of the documentation.
  private static let characters: Set<UInt8> = {
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    return Set((letters + " !#$%&()+-:;<=.>?@[]^_{}|~,").utf8)
  }()
}
