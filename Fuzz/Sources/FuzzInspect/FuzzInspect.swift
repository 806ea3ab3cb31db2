// SPDX-License-Identifier: MIT

internal import Bytes
internal import Inputs
internal import JSON
internal import Profiles
internal import Suite

private let now: Int64 = 1_795_228_894

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzInspect(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  unsafe fuzz(start, count) { input in
    guard !isCostly(input) else { return }
    for token in try Attacker.tokens(of: input) + AgoraAttacker.tokens(of: input) {
      let clear = try check(token, nil)
      let whole = try check(token, Attacker.secretText)
      require(clear == whole, "the secret does not change the format")
    }
    for token in try Attacker.tokens(sealing: input) { _ = try check(token, Attacker.secretText) }
    let packed = try AgoraAttacker.token006(signing: input)
    for token in [packed ?? [], try AgoraAttacker.token007(signing: input)] {
      _ = try check(token, Attacker.secretText)
    }
    for token in try [input] + NacosAttacker.tokens(of: input) {
      _ = try check(token, NacosAttacker.secretText)
    }
  }
}

/// Whether the input is a bcrypt hash that takes long to compare.
private func isCostly(_ input: [UInt8]) -> Bool {
  input.starts(with: "$2".utf8) && Array("06".utf8).lexicographicallyPrecedes(input.dropFirst(4))
}

/// Inspects a token with every tool, and returns the format that the first one finds.
private func check(_ token: [UInt8], _ secret: Text?) throws -> String? {
  var formats: [String] = []
  for tool in Formats.tools {
    guard let inspection = tool.inspect(token, secret: secret, now: now) else { continue }
    checkBytes(inspection)
    formats.append(inspection.format)
    if let secret { try checkOpening(tool, token, inspection, secret) }
  }
  let hasPrefix = prefixes.contains { token.starts(with: $0.utf8) }
  require(!hasPrefix || !formats.isEmpty, "the prefix tells whose token it is")
  require(formats.count < 2 || formats[0] == "agora-legacy", "a token is of one system")
  return formats.first
}

private let prefixes = ["04", "03", "006", "007", "1:", "eyJ", "CONNECT {", "nats://"]

/// What is opened with more than a secret, as a whole connection, or not at all.
private let notOpened: Set = ["agora-legacy", "nats-connect", "bcrypt"]

private func checkOpening(
  _ tool: any TokenTool, _ token: [UInt8], _ inspection: Inspection, _ secret: Text
) throws {
  guard !notOpened.contains(inspection.format) else { return }
  let format = tool.formats.contains(inspection.format) ? inspection.format : nil
  let needsPlace = inspection.format == "agora-006"
  let opening = try tool.open(
    token, as: format, secret: secret, now: now,
    expecting: needsPlace ? AgoraAttacker.place : [:])
  let isAccepted = opening.refusal == nil
  if needsPlace {
    require(!isAccepted || !inspection.isBroken, "a token opens where no layer is broken")
  } else {
    require(isAccepted == inspection.isSound, "a token opens where every layer holds")
  }
}

private func checkBytes(_ inspection: Inspection) {
  var end = 0
  for field in inspection.fields {
    require(field.range.lowerBound == end, "a field begins where the one before it ends")
    require(field.bytes.count == field.range.count, "a field has its bytes")
    end = field.range.upperBound
  }
  require(end == inspection.byteCount, "every byte has its field")
  let depths = inspection.layers.map { Stage.allCases.firstIndex(of: $0.stage) ?? 0 }
  require(zip(depths, depths.dropFirst()).allSatisfy { $0 < $1 }, "the layers go inwards")
}

extension Inspection {
  fileprivate var isBroken: Bool { layers.contains { $0.holds == false } }

  /// Whether each layer was reached and holds.
  fileprivate var isSound: Bool {
    layers.last?.stage == .time && layers.allSatisfy { $0.holds == true }
  }
}

extension AgoraAttacker {
  /// What a 006 is opened for, in the words of the command.
  fileprivate static let place = ["channel_name": "\(channel)", "uid": "7"]
}
