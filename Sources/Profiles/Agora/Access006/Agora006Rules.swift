// SPDX-License-Identifier: MIT

internal import JSON

/// How a builder of AccessToken 006 works, from the call to the text of the token.
///
/// The initial values are the reference's: strict, and free where the documentation is.
struct Agora006Rules: Equatable, Sendable {
  var texts = HostTexts()
  var joining = Joining.bytes
  var uid = AgoraUID.strict
  var numbers = HostIntegers.strict
  /// The privileges that can be named; all where nothing is said.
  var names: Set<Int64>?
  var check = Check.identifiers
  /// The order of the privileges; free where nothing is said.
  var order: AgoraPrivileges.Order?
  var twice = RepeatedPrivilege.replaced
  var removal = Removal.silent
  var roles = Roles()
  var reading = Reading006()
  /// How much fits; beyond, the content is cut or refused.
  var room = Room.enough
  /// Whether a builder without arguments can be made.
  var defaultBuilder = DefaultBuilder.missing
  var salt: ClosedRange<Int64> = 0...Int64(UInt32.max)
  var calls = Calls.all
  var building = Building006()
  var mistakes: Mistakes006 = []

  /// The rules that only some questions ask.
  struct Parts: OptionSet, Sendable {
    let rawValue: UInt8

    static let roles = Parts(rawValue: 1)
    static let reading = Parts(rawValue: 2)
    static let building = Parts(rawValue: 4)
    static let others = Parts(rawValue: 8)
  }

  /// The parts that differ from those of other rules.
  func parts(unlike other: Agora006Rules) -> Parts {
    var parts: Parts = []
    if roles != other.roles { parts.insert(.roles) }
    if reading != other.reading { parts.insert(.reading) }
    if building != other.building { parts.insert(.building) }
    var rest = other
    (rest.roles, rest.reading, rest.building) = (roles, reading, building)
    if self != rest { parts.insert(.others) }
    return parts
  }

  /// How the parts that are signed are put together.
  enum Joining: Hashable, Sendable {
    case bytes
    /// Bytes beyond ASCII cannot be joined to Unicode text.
    case unicode
    /// Bytes beyond ASCII cannot be joined to text beyond ASCII.
    case encodings
    /// Characters are signed as single bytes, and checked as UTF-8.
    case characters
  }

  /// What is looked at before a token is made.
  enum Check: Hashable, Sendable {
    /// 32 hexadecimal digits, or an error.
    case identifiers
    /// 32 hexadecimal digits, or an empty token.
    case identifiersOrEmpty
    /// Not empty, or an empty token.
    case presence
    case nothing
  }

  enum Removal: Hashable, Sendable {
    case silent
    /// An exception where the privilege was not set.
    case raising(String)
  }

  enum DefaultBuilder: Hashable, Sendable {
    case missing
    case inexpressible
    case present
  }

  enum Room: Hashable, Sendable {
    case enough
    /// A buffer that cuts what is copied into it.
    case cutting(Int, exception: String)
    case raising(Int, exception: String)
    /// Written behind its end.
    case killed(Int)
  }

  /// The functions that there are.
  enum Calls: Hashable, Sendable {
    case all
    case noRoles
  }

  /// What initPrivileges does.
  struct Roles: Hashable, Sendable {
    var numbering = Numbering.names
    var unknown = Unknown.refused
    var setting = Setting.replaced
    /// Whether the privileges of a role are one map for all builders.
    var isShared = false
    /// Whether making a token parts the builder from that map.
    var partsWhenBuilt = false
    /// What the call returns, where it returns something.
    var returnsTruth = false

    enum Numbering: Hashable, Sendable {
      case names
      case fromZero
      case fromOne
    }

    enum Unknown: Hashable, Sendable {
      case refused
      case inexpressible
      case silent
      case raising(String)
      case returned
    }

    enum Setting: Hashable, Sendable {
      case replaced
      case added
    }
  }
}

/// The roles of the builder and what they may do.
enum AgoraRole: String, CaseIterable, Sendable {
  case attendee
  case publisher
  case subscriber
  case admin

  var privileges: [Int64] {
    switch self {
    case .attendee: [1, 2, 3, 4]
    case .publisher: [1, 2, 3, 4, 5, 6, 10, 11, 12]
    case .subscriber: [1, 7, 8, 9]
    case .admin: [1, 2, 3, 4, 101]
    }
  }

  /// Those that are still documented.
  var privilegesToday: [Int64] { privileges.filter { $0 <= 4 } }

  init?(_ value: JSONValue, by numbering: Agora006Rules.Roles.Numbering) {
    if let name = value.string {
      self.init(rawValue: name)
    } else {
      guard let number = value.int, let role = Self.numbered(numbering)[number] else { return nil }
      self = role
    }
  }

  private static func numbered(_ numbering: Agora006Rules.Roles.Numbering) -> [Int: AgoraRole] {
    switch numbering {
    case .names: [:]
    case .fromZero: [0: .attendee, 1: .publisher, 2: .subscriber, 101: .admin]
    case .fromOne: [1: .attendee, 2: .publisher, 3: .subscriber, 4: .admin]
    }
  }
}
