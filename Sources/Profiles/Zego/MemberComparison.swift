// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// Compares one encrypted member with what was asked.
struct MemberComparison {
  let faithfulness: ZegoFaithfulness
  let name: String
  let node: JSONDocument.Node
  let got: JSONValue
  let header: Int64
  let ctime: JSONValue

  private var kind: ZegoFormat { faithfulness.model.kind }
  private var isStrict: Bool { faithfulness.isStrict }

  var mismatch: Mismatch? {
    switch name {
    case "app_id": same("zego.app-id.kept")
    case "user_id": text("zego.user-id.kept")
    case "room_id": text("zego.room-id.kept")
    case "payload": payload
    case "privilege": privilege
    case "nonce": nonce
    case kind.ctimeName: got.int64 == nil ? wrong("zego.ctime.now", "an integer") : nil
    default: expire
    }
  }

  private var asked: JSONValue? { faithfulness.question.input[name] }

  private func wrong(_ clause: String, _ expected: String) -> Mismatch {
    Mismatch(
      clause, field: name, offset: node.start, expected: expected,
      got: shown(got))
  }

  private func same(_ clause: String) -> Mismatch? {
    let value = asked ?? .null
    let holds = isStrict ? got == value : got.denotes(value)
    return holds ? nil : wrong(clause, shown(value))
  }

  private func text(_ clause: String) -> Mismatch? {
    if node.issues.contains(.invalidUTF8) {
      return wrong("zego.json.text", "valid UTF-8")
    }
    return same(clause)
  }

  /// A payload that is absent may be written as an empty text or as null.
  private var payload: Mismatch? {
    guard asked == nil || asked == .null else { return text("zego.payload.kept") }
    return got == .null || got == .string("") ? nil : wrong("zego.payload.kept", "an empty text")
  }

  private var privilege: Mismatch? {
    guard let value = asked?.object, let found = got.object, !isStrict || found.isSet else {
      return same("zego.privilege.kept")
    }
    let holds =
      Set(value.members) == Set(found.members) && value.members.count == found.members.count
    return holds ? nil : wrong("zego.privilege.kept", shown(.object(value)))
  }

  private var nonce: Mismatch? {
    let range = kind == .token03 ? Int64.min...Int64.max : Int64(Int32.min)...Int64(Int32.max)
    guard let nonce = got.int64, range.contains(nonce) else {
      return wrong("zego.nonce.range", kind == .token03 ? "64 bits, signed" : "32 bits, signed")
    }
    return nil
  }

  private var expire: Mismatch? {
    guard let start = ctime.int128, let sum = got.exactDouble(isStrict) else {
      return wrong("zego.expire.sum", "an integer")
    }
    let asked = faithfulness.question.input["effective_time_in_seconds"] ?? .null
    guard let seconds = asked.exactDouble(isStrict), sum.equals(seconds, plus: start) else {
      return wrong("zego.expire.sum", "\(start) + \(shown(asked))")
    }
    guard sum.equals(.integer(0), plus: Int128(header)) else {
      return Mismatch(
        "zego.expire.header", field: "expire", offset: 0, expected: shown(got), got: "\(header)")
    }
    return nil
  }

  /// A value for people, cut where it is long.
  private func shown(_ value: JSONValue) -> String {
    let text = String(decoding: value.encoded, as: UTF8.self)
    return text.count <= 60 ? text : text.prefix(57) + "..."
  }
}

/// A number that is compared exactly.
enum ExactNumber {
  case integer(Int128)
  case fraction(Double)

  func equals(_ other: ExactNumber, plus offset: Int128) -> Bool {
    switch (self, other) {
    case (.integer(let left), .integer(let right)):
      let (sum, overflow) = right.addingReportingOverflow(offset)
      return !overflow && left == sum
    case (.fraction(let left), .fraction(let right)): return left == right + Double(offset)
    default: return false
    }
  }
}

extension JSONValue {
  /// The exact number of an integer; outside the contract also of a float or a numeric text.
  fileprivate func exactDouble(_ isStrict: Bool) -> ExactNumber? {
    if let int128 { return .integer(int128) }
    guard !isStrict else { return nil }
    switch self {
    case .float:
      guard let double else { return nil }
      return Int128(exactly: double).map { .integer($0) } ?? .fraction(double)
    case .string(let text):
      return Int128(text.display).map { .integer($0) }
    default: return nil
    }
  }

  /// Whether two values say the same, be the one a number and the other its text.
  func denotes(_ other: JSONValue) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.string(let text), .integer), (.string(let text), .float):
      return text.phpNumeric.map { $0.denotes(other) } ?? false
    case (.integer, .string), (.float, .string):
      return other.denotes(self)
    case (.integer, .float), (.float, .integer), (.float, .float):
      return double == other.double && double.map { $0.magnitude < 0x1p53 } ?? false
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.denotes($1) }
    case (.object(let left), .object(let right)):
      return left.members.count == right.members.count
        && right.members.allSatisfy { left[$0.name.display]?.denotes($0.value) ?? false }
    default: return false
    }
  }
}

extension JSONObject {
  /// Whether no name stands twice.
  fileprivate var isSet: Bool { Set(members.map(\.name)).count == members.count }
}
