// SPDX-License-Identifier: MIT

internal import Bytes

/// The header fields of a request, in their order.
struct HTTPFields {
  /// What a server keeps for a head; a longer one is refused.
  static let longestHead = 8192

  private(set) var all: [HTTPField] = []

  init(reading lines: inout HTTPLines) throws(Refusal) {
    while true {
      let start = lines.offset
      let line = try lines.next("header")
      guard lines.offset <= Self.longestHead else {
        throw Refusal(
          .headLength, field: "header", offset: start,
          "more than \(Self.longestHead) bytes of head")
      }
      guard let first = line.first else { return }
      guard line.allSatisfy(HTTPCharacters.isValue) else {
        throw Refusal(.field, field: "header", offset: start, "a control character")
      }
      if HTTPCharacters.isBlank(first), let last = all.indices.last {
        all[last].value = Text(all[last].value.bytes + [0x20] + Self.value(line[...]).bytes)
      } else {
        all.append(try Self.field(line, at: start))
      }
    }
  }

  private static func field(_ line: [UInt8], at start: Int) throws(Refusal) -> HTTPField {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      line[..<colon].allSatisfy(HTTPCharacters.isToken)
    else {
      throw Refusal(.field, field: "header", offset: start, "a name and a colon are expected")
    }
    return HTTPField(name: Text(Array(line[..<colon])), value: value(line[(colon + 1)...]))
  }

  /// The text without the blanks around it.
  private static func value(_ text: ArraySlice<UInt8>) -> Text {
    let start = text.drop(while: HTTPCharacters.isBlank)
    let length = start.lastIndex { !HTTPCharacters.isBlank($0) }.map { $0 + 1 - start.startIndex }
    return Text(latin1: start.prefix(length ?? 0))
  }

  private func values(_ name: Text) -> [Text] {
    all.filter { $0.name.isNamed(name) }.map(\.value)
  }

  /// A request names its host once.
  func checkHost(isRequired: Bool) throws(Refusal) {
    let hosts = values("host")
    guard hosts.count == 1 || hosts.isEmpty && !isRequired else {
      throw Refusal(.host, field: "host", offset: 0, "\(hosts.count) hosts, 1 is expected")
    }
    guard hosts.allSatisfy({ $0.bytes.allSatisfy(HTTPCharacters.isTarget) }) else {
      throw Refusal(.host, field: "host", offset: 0, "a blank or a bad character in the host")
    }
  }

  // MARK: - The body

  func body(from lines: inout HTTPLines) throws(Refusal) -> [UInt8] {
    let codings = values("transfer-encoding")
    guard codings.isEmpty else {
      guard codings.allSatisfy({ $0.isNamed("chunked") }) else {
        throw Refusal(
          .coding, field: "transfer-encoding", offset: lines.offset, "'chunked' is expected")
      }
      return try Self.chunks(from: &lines)
    }
    return try lines.take(try length(at: lines.offset), "body")
  }

  private func length(at offset: Int) throws(Refusal) -> Int {
    let lengths = values("content-length")
    guard let text = lengths.first else { return 0 }
    guard lengths.count == 1, text.bytes.allSatisfy({ (0x30...0x39).contains($0) }),
      let length = Int(text.display)
    else {
      throw Refusal(
        .bodyLength, field: "content-length", offset: offset, "one decimal number is expected")
    }
    return length
  }

  private static func chunks(from lines: inout HTTPLines) throws(Refusal) -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let offset = lines.offset
      let size = try lines.next("chunk-size").prefix { $0 != UInt8(ascii: ";") }
      guard size.allSatisfy({ Hex.value(of: $0) != nil }),
        let count = Int(Text(Array(size)).display, radix: 16)
      else {
        throw Refusal(
          .coding, field: "chunk-size", offset: offset, "a hexadecimal number is expected")
      }
      guard count > 0 else { break }
      body += try lines.take(count, "chunk")
      guard try lines.next("chunk").isEmpty else {
        throw Refusal(.coding, field: "chunk", offset: lines.offset, "the chunk is longer")
      }
    }
    while try !lines.next("trailer").isEmpty {}
    return body
  }
}
