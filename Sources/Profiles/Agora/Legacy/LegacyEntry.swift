// SPDX-License-Identifier: MIT

internal import Agora
internal import JSON
internal import Suite

/// A function that makes a legacy key, by its name in a recording.
enum LegacyEntry: String, Sendable, CaseIterable {
  case key1 = "dk1.generate"
  case key2 = "dk2.generate"
  case key3 = "dk3.generate"
  case sharing4 = "dk4.generatePublicSharingKey"
  case recording4 = "dk4.generateRecordingKey"
  case media4 = "dk4.generateMediaChannelKey"
  case sharing5 = "dk5.generatePublicSharingKey"
  case recording5 = "dk5.generateRecordingKey"
  case media5 = "dk5.generateMediaChannelKey"
  case permission5 = "dk5.generateInChannelPermissionKey"
  case signaling = "sig.generateSignalingToken"
  case relativeSignaling = "sig.generateSignalingToken.relative"

  /// What a function makes.
  enum Form: Hashable, Sendable {
    case text(TextKey.Version, LegacyService)
    case packed(LegacyService)
    /// The end is given as a moment, or as seconds from now.
    case signaling(isRelative: Bool)
  }

  var form: Form {
    switch self {
    case .key1: .text(.v001, .media)
    case .key2: .text(.v002, .media)
    case .key3: .text(.v003, .media)
    case .sharing4: .text(.v004, .sharing)
    case .recording4: .text(.v004, .recording)
    case .media4: .text(.v004, .media)
    case .sharing5: .packed(.sharing)
    case .recording5: .packed(.recording)
    case .media5: .packed(.media)
    case .permission5: .packed(.permission)
    case .signaling: .signaling(isRelative: false)
    case .relativeSignaling: .signaling(isRelative: true)
    }
  }

  /// The arguments in the order of a recording.
  var arguments: [LegacyArgument] {
    switch form {
    case .text(.v001, _): [.appID, .certificate, .channel, .ts, .random]
    case .packed(.permission): LegacyArgument.key + [.permission]
    case .text, .packed: LegacyArgument.key
    case .signaling: [.account, .appID, .certificate, .expire]
    }
  }
}

/// An argument, by the name of the field that it becomes.
enum LegacyArgument: String, Sendable, CaseIterable {
  case account
  case appID = "app-id"
  case certificate
  case channel
  case ts
  case random
  case uid
  case expire
  case permission

  static let key: [LegacyArgument] = [.appID, .certificate, .channel, .ts, .random, .uid, .expire]

  var isNumber: Bool { Self.numbers.contains(self) }

  private static let numbers: Set<LegacyArgument> = [.ts, .random, .uid, .expire]
}

/// A question by the names of its arguments; one that is missing is null.
struct LegacyCall: Equatable, Sendable {
  let entry: LegacyEntry
  private var values: [LegacyArgument: JSONValue]

  init?(_ question: Question) {
    guard let entry = question.input["entry"]?.string.flatMap({ LegacyEntry(rawValue: $0) }) else {
      return nil
    }
    self.entry = entry
    values = Dictionary(
      zip(entry.arguments, question.input["args"]?.array ?? []),
      uniquingKeysWith: { first, _ in first })
  }

  subscript(argument: LegacyArgument) -> JSONValue {
    get { values[argument] ?? .null }
    set { values[argument] = newValue }
  }
}
