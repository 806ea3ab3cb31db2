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
    for tool in Formats.tools {
      for token in Attacker.tokens(of: input) {
        let clear = check(tool, token, nil)
        let whole = check(tool, token, Attacker.secretText)
        require(clear?.format == whole?.format, "the secret does not change the format")
        try checkOpening(tool, token, whole)
      }
      for token in try Attacker.tokens(sealing: input) {
        try checkOpening(tool, token, check(tool, token, Attacker.secretText))
      }
    }
  }
}

private func check(_ tool: any TokenTool, _ token: [UInt8], _ secret: Text?) -> Inspection? {
  let inspection = tool.inspect(token, secret: secret, now: now)
  let hasPrefix = token.starts(with: "04".utf8) || token.starts(with: "03".utf8)
  require((inspection != nil) == hasPrefix, "the prefix tells whose token it is")
  if let inspection { checkBytes(inspection) }
  return inspection
}

private func checkOpening(
  _ tool: any TokenTool, _ token: [UInt8], _ inspection: Inspection?
) throws {
  guard let inspection else { return }
  let format = tool.formats.contains(inspection.format) ? inspection.format : nil
  let opening = try tool.open(
    token, as: format, secret: Attacker.secretText, now: now, expecting: [:])
  require((opening.refusal == nil) == inspection.isSound, "a token opens where every layer holds")
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
  require(depths == Array(0..<depths.count), "the layers go inwards")
}

extension Inspection {
  /// Whether each layer was reached and holds.
  fileprivate var isSound: Bool {
    let stages: [Stage] = [.encoding, .structure, .crypto, .claims, .time]
    return layers.map(\.stage) == stages && layers.allSatisfy { $0.holds == true }
  }
}
