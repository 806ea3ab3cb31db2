// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS

/// The credentials that a caller states or a server reads; what is missing is an empty text.
struct CarryStatement: Equatable, Sendable {
  var token: Text = ""
  var user: Text = ""
  var password: Text = ""

  init(token: Text? = nil, user: Text? = nil, password: Text? = nil) {
    self.token = token ?? ""
    self.user = user ?? ""
    self.password = password ?? ""
  }

  /// What a server makes of a whole line.
  enum Reading: Equatable {
    case read(CarryStatement)
    /// A reason of the reference.
    case refused(String)

    init(_ line: [UInt8]) {
      do throws(Refusal) {
        let sent = try ConnectLine(reading: line.span, longestArgument: .max).credentials()
        self = .read(
          CarryStatement(token: sent.token, user: sent.user, password: sent.password).read)
      } catch {
        self = .refused(error.reason)
      }
    }
  }

  /// The members by name.
  var members: [(name: String, text: Text)] {
    [("auth_token", token), ("user", user), ("pass", password)]
  }

  /// What a server makes of it: each run of bytes that are no UTF-8 as one U+FFFD.
  var read: CarryStatement {
    CarryStatement(token: token.read, user: user.read, password: password.read)
  }
}

extension Text {
  fileprivate var read: Text {
    var last: Character?
    var text = ""
    for character in display.unicodeScalars.map(Character.init) {
      if character != "\u{FFFD}" || last != character { text.append(character) }
      last = character
    }
    return Text(text)
  }
}
