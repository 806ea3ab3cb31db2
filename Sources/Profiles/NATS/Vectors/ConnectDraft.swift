// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// A CONNECT line in its parts: verb | separator | object | end.
struct ConnectDraft: Sendable {
  /// A member in the JSON text of its name and its value.
  struct Member: Sendable {
    var name: Text
    var json: Text

    init(_ name: Text, _ json: Text) {
      (self.name, self.json) = (name, json)
    }

    var bytes: [UInt8] { Array("\"".utf8) + name.bytes + Array("\":".utf8) + json.bytes }
  }

  var verb: Text = "CONNECT"
  var separator: Text = " "
  var members: [Member]
  /// What stands in place of the object.
  var other: Text?
  /// What follows the last member inside the object.
  var blanks = 0
  var end: Text = "\r\n"

  init(_ members: [Member]) {
    self.members = members
  }

  /// The members of a usual client around the one for the token.
  init(token: Text) {
    self.init([
      Member("verbose", "false"), Member("pedantic", "false"),
      Member("auth_token", token.json), Member("lang", "\"probe\""), Member("version", "\"1\""),
      Member("protocol", "1"),
    ])
  }

  var object: [UInt8] {
    if let other { return other.bytes }
    let blanks = [UInt8](repeating: 0x20, count: blanks)
    return [UInt8(ascii: "{")] + members.map(\.bytes).joined(separator: [UInt8(ascii: ",")])
      + blanks + [UInt8(ascii: "}")]
  }

  var bytes: [UInt8] { verb.bytes + separator.bytes + object + end.bytes }

  // MARK: - Changes

  /// Gives a member another value; one that is not there comes last.
  mutating func set(_ name: Text, _ json: Text) {
    guard let place = members.firstIndex(where: { $0.name == name }) else {
      return members.append(Member(name, json))
    }
    members[place].json = json
  }

  /// A name of a client that makes the object just as long.
  mutating func pad(to count: Int) throws(VectorError) {
    set("name", "\"\"")
    let missing = count - object.count
    guard missing >= 0 else { throw VectorError("the object has more than \(count) bytes") }
    set("name", Text(String(repeating: "n", count: missing)).json)
  }

  mutating func cut(_ count: Int) {
    other = Text(object.dropLast(count))
  }
}

extension Text {
  /// The text as JSON.
  var json: Text { Text(JSONValue.string(self).encoded) }

  init(_ bytes: ArraySlice<UInt8>) { self.init(Array(bytes)) }
}
