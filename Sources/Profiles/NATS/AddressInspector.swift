// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

/// Takes the address of a server apart, and tells which clients read it differently.
struct AddressInspector {
  private let text: [UInt8]
  private(set) var inspection = Inspection(format: "nats-connect", title: "NATS address")

  /// Nothing where the text does not begin with a scheme of NATS.
  init?(_ text: [UInt8]) {
    guard let scheme = text.cutScheme().scheme?.lowered.display,
      NATSURL.schemes.contains(scheme)
    else { return nil }
    self.text = text
    inspection.byteCount = text.count
    inspection.secretNames = ["token", "password"]
    layer(.encoding, true, "\(text.count) bytes of text")
    do throws(Refusal) {
      tell(try NATSURL(reading: text.span))
    } catch {
      layer(.structure, false, "\(error.field): \(error.detail)")
      showBroken()
    }
    inspection.notes = AddressReadings(text: text).notes
  }

  // MARK: - Fields

  private mutating func tell(_ url: NATSURL) {
    layer(.structure, true, "every part fits")
    for field in url.fields {
      show(field.name, field.range, meaning(of: field.name, url))
    }
    inspection.plaintext = .object(claims(of: url))
    inspection.emitters = nil
  }

  private func meaning(of field: String, _ url: NATSURL) -> String {
    switch field {
    case "user part":
      if case .token = url.credentials { "a token" } else { "a user and a password" }
    case "host": url.host.display
    case "port": String(url.port)
    case "scheme": url.scheme
    default: "nothing more"
    }
  }

  private func claims(of url: NATSURL) -> JSONObject {
    var claims: JSONObject = ["scheme": .string(url.scheme)]
    switch url.credentials {
    case nil: break
    case .token(let token): claims.members.append(.init(name: "token", value: .string(token)))
    case .user(let user, let password):
      claims.members.append(.init(name: "user", value: .string(user)))
      claims.members.append(.init(name: "password", value: .string(password)))
    }
    claims.members.append(.init(name: "host", value: .string(url.host)))
    claims.members.append(.init(name: "port", value: .integer(url.port)))
    return claims
  }

  /// The scheme, and all the rest, in which the token stands somewhere.
  private mutating func showBroken() {
    let start = (text.cutScheme().scheme?.count ?? 0) + 3
    show("scheme", 0..<start, Array(text[..<(start - 3)]).lowered.display)
    guard start < text.count else { return }
    show("rest", start..<text.count, "not read")
  }

  private mutating func show(_ name: String, _ range: Range<Int>, _ meaning: String) {
    inspection.fields.append(
      .init(
        name: name, range: range, bytes: Array(text[range]), meaning: meaning,
        isSecret: ["user part", "rest"].contains(name)))
  }

  private mutating func layer(_ stage: Stage, _ holds: Bool?, _ words: String) {
    inspection.layers.append(.init(stage, holds, words))
  }
}
