// SPDX-License-Identifier: MIT

internal import Crypto
public import Bytes

extension Access007 {
  /// Signs the rights; services and privileges are written in ascending order.
  public func mint(certificate: AgoraCertificate) throws(Refusal) -> String {
    try AgoraName.check(appID: info.appID)
    guard !info.services.isEmpty else {
      throw Refusal(
        .policy, .serviceCount, field: "service-count", "at least one service is expected")
    }
    for service in info.services { try service.check() }
    let bytes = try signable
    do throws(CryptoError) {
      let envelope = try Envelope007(
        info: bytes, certificate: certificate.key, issueTs: info.issueTs, salt: info.salt)
      return String(decoding: try envelope.token, as: UTF8.self)
    } catch {
      throw .unsigned(error)
    }
  }

  /// Loads a token and signs what it holds again, with a certificate that it does not tell.
  ///
  /// Nothing is verified.
  public static func reopen(
    _ token: Span<UInt8>, certificate: AgoraCertificate
  ) throws(Refusal) -> String {
    try Access007(reading: token).mint(certificate: certificate)
  }

  private var signable: [UInt8] {
    get throws(Refusal) {
      do throws(FormatError) {
        let bytes = try info.ascending.bytes
        guard Envelope007.infoOffset + bytes.count <= Envelope007.maximumContent else {
          throw FormatError(
            .length, field: "info", offset: 0,
            detail: "\(bytes.count) bytes are more than a token may hold")
        }
        return bytes
      } catch {
        throw Refusal(.policy, .length, field: error.field, error.detail)
      }
    }
  }
}

extension Service007 {
  /// The rules for who asks for a token.
  fileprivate func check() throws(Refusal) {
    if let place = privileges.duplicate {
      throw Refusal(
        .policy, .privilegeDuplicate, field: "privilege",
        "privilege \(privileges[place].id) is given twice")
    }
    switch body {
    case .rtc(let channel, let uid):
      try AgoraName.check(channel: channel)
      if !uid.isEmpty { try AgoraName.check(user: .account(uid)) }
    case .rtm2(_, let resources):
      guard let twice = resources.duplicate else { return }
      throw Refusal(
        .policy, .permissionDuplicate, field: "permission", "\(twice) is given twice")
    default: break
    }
  }
}
