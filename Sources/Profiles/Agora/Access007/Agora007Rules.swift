// SPDX-License-Identifier: MIT

internal import Bytes

/// How an implementation of AccessToken 007 works, from the call to the text of the token.
///
/// The initial values are the reference's: strict, and free where the documentation is.
struct Agora007Rules: Equatable, Sendable {
  /// Channels, and uids that are texts.
  var channels = HostTexts()
  /// The ids of users and rooms.
  var names = HostTexts()
  /// The uid of the rtc service.
  var uid = AgoraUID.strict
  /// The uid of the services for streams.
  var account = AgoraUID.strict
  var numbers = HostIntegers.strict
  var check = Check()
  /// The order of the privileges; free where nothing is said.
  var order: AgoraPrivileges.Order?
  var twice = RepeatedPrivilege.replaced
  /// The exception where a service has no privilege.
  var withoutPrivileges: String?
  /// Whether role 0 becomes the role that stands for none.
  var roleZeroIsNone = false
  /// Whether a token can be made once, and not from one that was loaded.
  var buildsOnce = false
  /// Whether salt and time of issue are always the implementation's own.
  var ignoresGiven = false
  /// The room of a buffer that grows four times where it is too small, but once for each text;
  /// what is longer is written behind its end.
  var room: Int?
  var reading = Reading007()
  var building = Building007()
  var mistakes: Mistakes007 = []
  var salt: ClosedRange<Int64> = 0...Int64(UInt32.max)

  /// The rules that only some questions ask.
  struct Parts: OptionSet, Sendable {
    let rawValue: UInt8

    static let reading = Parts(rawValue: 1)
    static let building = Parts(rawValue: 2)
    static let others = Parts(rawValue: 4)
  }

  /// The parts that differ from those of other rules.
  func parts(unlike other: Agora007Rules) -> Parts {
    var parts: Parts = []
    if reading != other.reading { parts.insert(.reading) }
    if building != other.building { parts.insert(.building) }
    var rest = other
    (rest.reading, rest.building) = (reading, building)
    if self != rest { parts.insert(.others) }
    return parts
  }

  /// What is looked at before a token is made.
  struct Check: Hashable, Sendable {
    /// What comes back for an app id or certificate that is not 32 hexadecimal digits.
    var invalid = Signal.returned
    var noService = Signal.returned
    var absent = Absent.invalid
    /// The blanks that may stand between two digits.
    var blanks: Set<UInt8> = []

    enum Signal: Hashable, Sendable {
      case returned
      case emptyText

      var ending: CallEnding { self == .returned ? .returned : .emptyText }
    }

    enum Absent: Hashable, Sendable {
      case invalid
      case inexpressible
      case exception(String)
    }
  }
}

extension Agora007Rules.Check {
  /// Whether text passes for 32 hexadecimal digits.
  func accepts(_ text: [UInt8]) -> Bool {
    guard !blanks.isEmpty else { return text.isAgoraID }
    guard text.count == 32 else { return false }
    var rest = text[...]
    while true {
      rest = rest.drop(while: blanks.contains)
      guard let high = rest.popFirst() else { return true }
      guard let low = rest.popFirst(), Hex.value(of: high) != nil, Hex.value(of: low) != nil else {
        return false
      }
    }
  }
}
