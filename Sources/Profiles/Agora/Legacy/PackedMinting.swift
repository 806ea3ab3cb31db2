// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import JSON

/// The making of one dynamic key 005.
struct PackedMinting {
  let rules: LegacyRules
  let call: LegacyCall
  let service: LegacyService

  private var host: LegacyHost { rules.host }
  private var mistakes: LegacyMistakes { rules.mistakes }
  private var order: ByteOrder { mistakes.byteOrder }

  func token() throws(CallEnding) -> [UInt8] {
    let channel = try earlyChannel()
    let appID = try appID()
    var key = host.decodesCertificateFirst ? try certificate() : []
    let message = try message(appID, channel)
    if !host.decodesCertificateFirst { key = try certificate() }
    let content = try content(appID, signature: try rules.hmac(message, key))
    let prefix = mistakes.contains(.withoutVersion) ? "" : PackedKey.version
    return mistakes.base64.encode(content, after: Array(prefix.utf8))
  }

  /// The text of a channel that is no text is made before anything else.
  private func earlyChannel() throws(CallEnding) -> [UInt8]? {
    guard call[.channel].text == nil, service != .permission else { return nil }
    guard case .javaScript = host.conversions[.packedChannel] else { return nil }
    return try host.text(call[.channel], at: .packedChannel)
  }

  private func appID() throws(CallEnding) -> [UInt8] {
    guard mistakes.contains(.textAppID) else { return try bytes(of: .appID, at: .packedAppID) }
    return try host.text(call[.appID], at: .packedAppID)
  }

  private func bytes(
    of argument: LegacyArgument, at place: LegacyPlace
  ) throws(CallEnding) -> [UInt8] {
    try rules.decode(try host.text(call[argument], at: place))
  }

  private func certificate() throws(CallEnding) -> [UInt8] {
    guard mistakes.contains(.otherKey) else {
      return try bytes(of: .certificate, at: .packedCertificate)
    }
    return try host.text(call[.certificate], at: .packedCertificate)
  }

  // MARK: - What is signed and what is shown

  private func message(_ appID: [UInt8], _ channel: [UInt8]?) throws(CallEnding) -> [UInt8] {
    var packer = LegacyPacker(host.buffer, order)
    try packer.put(service.rawValue)
    try putApp(appID, in: &packer)
    let name = if let channel { channel } else { try host.text(call[.channel], at: channelPlace) }
    if mistakes.contains(.bareChannel) {
      packer.putBare(name)
    } else {
      try packer.put(mistakes.contains(.withoutChannel) ? [] : name)
    }
    let uid = try host.word.word(of: call[.uid])
    if mistakes.contains(.smallUIDs), uid > Int32.max { throw .refusal }
    try packer.put(mistakes.contains(.withoutUID) ? 0 : uid)
    try packer.put(try expire())
    try putExtra(in: &packer)
    return packer.bytes
  }

  private func content(_ appID: [UInt8], signature: [UInt8]) throws(CallEnding) -> [UInt8] {
    let digits = Hex.encode(signature)
    var packer = LegacyPacker(host.buffer, order)
    try packer.put(service.rawValue)
    try packer.put(Array((mistakes.contains(.otherCase) ? digits : digits.uppercased()).utf8))
    try putApp(appID, in: &packer)
    try packer.put(try expire())
    try putExtra(in: &packer)
    return packer.bytes
  }

  private var channelPlace: LegacyPlace {
    call.entry == .permission5 ? .permissionChannel : .packedChannel
  }

  private func putApp(
    _ appID: [UInt8], in packer: inout LegacyPacker
  ) throws(CallEnding) {
    try packer.put(appID)
    try packer.put(try host.word.word(of: call[.ts]))
    try packer.put(mistakes.contains(.ownRandom) ? 0 : try host.word.word(of: call[.random]))
  }

  private func expire() throws(CallEnding) -> UInt32 {
    mistakes.contains(.withoutExpire) ? 0 : try host.word.word(of: call[.expire])
  }

  private func putExtra(in packer: inout LegacyPacker) throws(CallEnding) {
    guard call.entry == .permission5 else {
      try packer.put(UInt16(0))
      return
    }
    try packer.put(UInt16(1))
    try packer.put(LegacyPermission.key)
    let permission = try host.text(call[.permission], at: .permission)
    if mistakes.contains(.barePermission) {
      packer.putBare(permission)
    } else {
      try packer.put(permission)
    }
  }
}
