// SPDX-License-Identifier: MIT

internal import Bytes
public import JSON

extension JSONValue {
  private static let width = 100

  /// The text with a line for each member, where they do not fit one line together.
  public func laidOut() -> [UInt8] {
    var bytes: [UInt8] = []
    layOut(indent: 0, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func layOut(indent: Int, to bytes: inout [UInt8]) {
    let start = bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1
    let count = bytes.count
    write(to: &bytes, spaced: true)
    let isBroken = isContainer && (indent < 3 || bytes.count - start - 2 > Self.width)
    guard isBroken, !isEmptyContainer else { return }
    bytes.removeLast(bytes.count - count)
    switch self {
    case .array(let values):
      layOut(values, "[", "]", indent, to: &bytes) { $0.layOut(indent: indent + 1, to: &$1) }
    case .object(let object):
      layOut(object.members, "{", "}", indent, to: &bytes) {
        $0.name.writeJSON(to: &$1)
        $1 += ": ".utf8
        $0.value.layOut(indent: indent + 1, to: &$1)
      }
    default: break
    }
  }

  private var isContainer: Bool { array != nil || object != nil }
  private var isEmptyContainer: Bool { array?.isEmpty ?? object?.members.isEmpty ?? false }

  private func layOut<Element>(
    _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ indent: Int,
    to bytes: inout [UInt8], each: (Element, inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      bytes += (index > 0 ? ",\n" : "\n").utf8
      bytes += repeatElement(UInt8(ascii: " "), count: 2 * (indent + 1))
      each(element, &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * indent)
    bytes.append(UInt8(ascii: close))
  }
}
