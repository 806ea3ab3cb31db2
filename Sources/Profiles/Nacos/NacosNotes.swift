// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos
internal import Suite

/// Says why a token that others take for valid is refused by servers, generation by generation.
struct NacosNotes {
  let parts: [NacosPart]
  let token: [UInt8]
  let secret: Text?
  let now: Int64

  var words: [String] { (form + header + payload + decisions).compactMap(\.self) }

  private var form: [String?] {
    [
      note(
        token.contains { $0 <= 0x20 },
        "blanks: servers up to 2.2.0.1 drop those around a part, later ones refuse them"),
      note(
        token.starts(with: "Bearer ".utf8), "'Bearer ' belongs to the HTTP header, not to the token"
      ),
      note(
        parts.count != 3,
        "three parts are expected, there are \(parts.count); servers since 2.2.1 drop dots at the end"
      ),
      note(
        token.contains(UInt8(ascii: "=")),
        "padding: servers since 2.2.1 refuse it in header and signature, earlier ones drop it"),
    ]
  }

  private var header: [String?] {
    guard let header = parts.first?.json?.object else {
      return ["the header is no JSON object: every server refuses the token"]
    }
    let name = header["alg"]?.string ?? ""
    let isKnown = NacosAlgorithm.allCases.contains { $0.isNamed(by: parts[0].text[...]) }
    return [
      note(
        header["typ"] != nil,
        "typ in the header: many libraries add it; servers since 2.2.1 answer 'unsupported"
          + " signature algorithm', earlier ones accept it"),
      note(
        !isKnown && header["typ"] == nil,
        "servers since 2.2.1 compare the text of the header, and this is none of the three they"
          + " know; earlier ones read it"),
      note(name.lowercased() == "none", "alg none: every server refuses the token"),
      note(
        name.lowercased() != "none" && NacosAlgorithm(rawValue: name.uppercased()) == nil,
        "alg '\(name)': servers know HS256, HS384 and HS512 alone"),
      note(
        name != "HS256" && isKnown,
        "\(name): servers up to 2.2.0.1 refuse it where the key is shorter than the signature"),
    ]
  }

  private var payload: [String?] {
    guard parts.count > 1 else { return [] }
    guard let object = parts[1].json?.object else {
      return ["the payload is no JSON object, or is not encoded as one"]
    }
    let (user, end) = (object["sub"], object["exp"])
    return [
      note(
        end == nil,
        "no exp: this should be refused, but every recorded server accepts it for ever"),
      note(
        end != nil && end?.int64 == nil,
        "exp is \(end?.kind ?? ""), not an integer: each generation makes its own of it"),
      note(
        end?.int64.map { $0 > 99_999_999_999 } ?? false,
        "exp has more than eleven digits: milliseconds where seconds are expected?"),
      note(
        user == nil || user == .null,
        "no sub: servers up to 2.2.0.1 refuse the token, later ones accept it for nobody"),
      note(
        object["nbf"] != nil, "nbf: servers up to 2.2.0.1 keep it, later ones do not look at it"),
    ]
  }

  /// What each generation says under the given key.
  private var decisions: [String?] {
    guard let secret else { return [] }
    let model = NacosTokenModel()
    return model.profiles.map { profile in
      let rules = model.rules(by: profile)
      switch rules.read(Text(token), secretKey: secret, now: now) {
      case .success(let claims):
        return "\(profile.variant) accepts it for \(Self.name(claims.user))"
      case .failure(let error): return "\(profile.variant) refuses it: \(Self.short(error))"
      }
    }
  }

  private static func name(_ user: Text?) -> String { user.map { "'\($0.display)'" } ?? "nobody" }

  private static func short(_ error: NacosException) -> String {
    let type = error.type.split(separator: ".").last.map(String.init) ?? error.type
    let message = error.message?.split(separator: "\n").first.map(String.init) ?? ""
    return "\(type), \(message.prefix(100))"
  }

  private func note(_ applies: Bool, _ words: String) -> String? { applies ? words : nil }
}
