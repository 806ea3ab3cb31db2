// SPDX-License-Identifier: MIT

internal import Bytes

/// The path of a target: decoded, without parameters of segments, dot segments and empty ones.
struct HTTPPath {
  let text: Text
  let hasMatrix: Bool

  init(_ path: [UInt8]) throws(Refusal) {
    let semicolon = UInt8(ascii: ";")
    let slash = UInt8(ascii: "/")
    var segments: [[UInt8]] = []
    for segment in path.split(separator: slash) {
      let name = try Self.decode(segment.prefix { $0 != semicolon })
      if name == Array("..".utf8) {
        guard segments.popLast() != nil else { throw Self.refusal("it leads above the root") }
      } else if name != Array(".".utf8), !name.isEmpty {
        segments.append(name)
      }
    }
    hasMatrix = path.contains(semicolon)
    let end = path.last == slash || segments.isEmpty ? [slash] : []
    text = Text(segments.flatMap { [slash] + $0 } + end)
  }

  private static func decode(_ segment: ArraySlice<UInt8>) throws(Refusal) -> [UInt8] {
    guard let name = HTTPEscapes.decode(segment, plusIsSpace: false) else {
      throw refusal("'%' is not followed by two hexadecimal digits")
    }
    guard name.isEmpty || !name.contains(where: { [0, 0x2F, 0x5C].contains($0) }) else {
      throw refusal("a separator or NUL is encoded")
    }
    return name
  }

  private static func refusal(_ words: String) -> Refusal {
    Refusal(.target, field: "path", offset: 0, words)
  }
}
