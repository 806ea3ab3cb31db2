// SPDX-License-Identifier: MIT

import JSON
import Testing

struct `Text that is no JSON` {
  @Test(arguments: BadText.all)
  func `is refused with the reason and the place`(bad: BadText) throws {
    let error = try #require(refusal(of: Array(bad.text.utf8)))
    #expect(error.code == bad.code)
    #expect(error.offset == bad.offset)
    #expect(error.description == "\(bad.detail) at byte \(bad.offset)")
  }

  @Test func `is listed once for each reason that the reader knows`() {
    #expect(Set(BadText.all.map(\.text)).count == BadText.all.count)
    let elsewhere: Set<JSONError.Code> = [.depth]
    #expect(
      Set(BadText.all.map(\.code)) == Set(JSONError.Code.allCases).subtracting(elsewhere))
  }

  @Test(arguments: [
    #"{"a":[1,-2.5e3,"x\ud83d\ude00\n",true,false,null,{}],"b":{"c":[]}}"#,
    #"[ 18446744073709551616 , 3600.0 , "é€😀" ]"#,
    #""\ud800\u0000\\""#, "true", "false", "null",
  ])
  func `is every prefix of a text that does not end in a number`(text: String) {
    let text = Array(text.utf8)
    #expect(refusal(of: text) == nil)
    for count in text.indices {
      guard let error = refusal(of: Array(text[..<count])) else {
        Issue.record("the first \(count) bytes are accepted")
        continue
      }
      #expect(error.offset <= count)
    }
  }

  @Test(arguments: [
    ("[", "]", 1), (#"{"a":"#, "}", 1), ("[[],", "]", 1), (#"{"a":1,"b":["#, "]}", 2),
  ])
  func `is deeper than allowed`(open: String, close: String, levels: Int) {
    for depth in 1...20 {
      let bytes = nested(open, "0", close, depth)
      let needed = depth * levels + 1
      #expect(refusal(of: bytes, maximumDepth: needed) == nil)
      let error = refusal(of: bytes, maximumDepth: needed - 1)
      #expect(error?.code == .depth)
      #expect(error?.detail == "more than \(needed - 1) values inside each other")
    }
  }

  @Test func `is deeper than 512 values`() {
    let deepest = nested("[", "", "]", 512)
    #expect(refusal(of: deepest) == nil)
    let open = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    let error = refusal(of: open)
    #expect(error == JSONError(.depth, at: 512, ""))
    #expect(error?.description == "more than 512 values inside each other at byte 512")
  }

  @Test func `is compared by its reason and its place`() {
    #expect(JSONError(.comma, at: 1, "a") == JSONError(.comma, at: 1, "b"))
    #expect(JSONError(.comma, at: 1, "a") != JSONError(.comma, at: 2, "a"))
    #expect(JSONError(.comma, at: 1, "a") != JSONError(.colon, at: 1, "a"))
  }
}

private func nested(_ open: String, _ core: String, _ close: String, _ depth: Int) -> [UInt8] {
  let text = String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
  return Array(text.utf8)
}

/// Why the reader refuses, or nothing where it accepts.
func refusal(of text: [UInt8], maximumDepth: Int = 512) -> JSONError? {
  do throws(JSONError) {
    _ = try JSONDocument(parsing: text.span, maximumDepth: maximumDepth)
    return nil
  } catch {
    return error
  }
}
