// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

extension PortLine {
  /// Why a line that looks like a message is none; nothing where it is one, or something else.
  static func flaw(in line: ArraySlice<UInt8>) -> PortFault? {
    switch read(line).line {
    case .hello, .answer: encodingFlaw(in: line)
    case .stray: strayFlaw(in: line)
    }
  }

  private static func encodingFlaw(in line: ArraySlice<UInt8>) -> PortFault? {
    Text(Array(line)).quality == .utf8
      ? nil : PortFault("a message has bytes that are not UTF-8", .notUTF8)
  }

  private static func strayFlaw(in line: ArraySlice<UInt8>) -> PortFault? {
    if line.contains(0) { return PortFault("a line has bytes 0, as UTF-16 has", .notUTF8) }
    guard let first = line.first(where: { $0 > 0x20 }) else { return nil }
    do throws(JSONError) {
      return Self.flaw(of: try JSONValue(parsing: line.span))
    } catch {
      guard [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first) else { return nil }
      let isOpen = line.last { $0 > 0x20 }.map { Array("{[,".utf8).contains($0) } ?? false
      return PortFault("a line is no JSON: \(error)", isOpen ? .manyLines : .noJSON)
    }
  }

  private static func flaw(of value: JSONValue) -> PortFault? {
    if value.array != nil { return PortFault("a line is a list", .list) }
    guard value.object != nil else { return nil }
    if let name = value["seq"] {
      return PortFault("seq: a text is expected, \(name.shortly) found", .seqType)
    }
    if PortAnswer.names.contains(where: { value[$0] != nil }) {
      return PortFault("an answer has no seq", .seqMissing)
    }
    return value["protocol"] != nil || value["formats"] != nil
      ? PortFault("the members of a hello stand at the top", .notWrapped)
      : PortFault("an object has neither hello nor seq", .unknownMessage)
  }
}
