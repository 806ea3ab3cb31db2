// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

/// How a builder loads the token that it is given.
struct Reading006: Hashable, Sendable {
  var function = Function.present
  var unit = SliceUnit.bytes
  var version = Version.exact
  var base64 = AgoraBase64.strict
  var fields = AgoraFieldReader.Missing.exact
  var lengths = AgoraFieldReader.Lengths.unsigned
  /// What a token without content does.
  var needsContent = false
  var appID = AppID.kept
  var privileges = Loading.replaced
  /// Whether a count counts only as far as there are privileges.
  var stopsAtEnd = false
  /// Which of two times of one privilege counts.
  var firstCounts = false
  /// Whether what was read before a fault stays.
  var keepsHalf = false
  var answer = ReturnedValue.free
  var absent = AbsentToken.unsound
  /// What is checked beside the token.
  var needsTexts = false

  enum Function: Hashable, Sendable {
    case present
    /// Calling it is an error of the language.
    case undefined
    /// Called without an object, it always fails.
    case withoutObject
    /// It never loads anything.
    case broken
    /// Nothing of the kind exists.
    case missing
  }

  /// What a text is cut by.
  enum SliceUnit: Hashable, Sendable {
    case bytes
    case codePoints
    case utf16
  }

  enum Version: Hashable, Sendable {
    case exact
    /// The first three bytes, as Perl reads a number, are 6.
    case numeric
    /// An exception that the caller sees, where the text is shorter.
    case raising
  }

  enum AppID: Hashable, Sendable {
    case kept
    /// Taken over before the content is looked at, however short it is.
    case cut
    /// The same, where there are enough characters.
    case whole
  }

  enum Loading: Hashable, Sendable {
    case replaced
    /// Added to those that are there, which keep their times.
    case added
  }

  enum ReturnedValue: Hashable, Sendable {
    /// Not compared.
    case free
    case truth
    case one
    /// True whatever happens.
    case alwaysTrue
    /// An object, or null.
    case object
  }

  enum AbsentToken: Hashable, Sendable {
    case unsound
    case inexpressible
    case raising(String)
  }
}

/// What came out of a token.
struct Loaded006: Equatable, Sendable {
  var appID: Text?
  var salt: JSONValue?
  var ts: JSONValue?
  var privileges: AgoraPrivileges?
  var isWhole = false
}

extension Reading006 {
  /// Loads a token as far as it goes.
  func load(_ token: Text) -> Loaded006? {
    var text = SlicedText(token, by: unit)
    var loaded = Loaded006()
    guard isVersion(text.take(3)) else { return nil }
    let id = text.take(Int(Self.appIDLength))
    guard id.isWhole || appID == .cut || fields == .absent else { return loaded }
    if appID != .kept { loaded.appID = id.text }
    guard let content = base64.decode(text.rest), !(needsContent && content.isEmpty) else {
      return loaded
    }
    read(content, into: &loaded)
    return loaded
  }

  private static let appIDLength = 32

  private func isVersion(_ slice: SlicedText.Slice) -> Bool {
    version == .numeric ? slice.text.perlNumber == 6 : slice.text == "006"
  }

  private func read(_ content: [UInt8], into loaded: inout Loaded006) {
    var content = AgoraFieldReader(content, fields, lengths)
    var half = Loaded006()
    do throws(AgoraFieldReader.Short) {
      _ = try content.text()
      _ = try content.number(bytes: 4)
      _ = try content.number(bytes: 4)
      var message = AgoraFieldReader(try content.text(), fields, lengths)
      if fields == .exact, content.isMore { return }
      try read(&message, into: &half)
      if fields == .exact, message.isMore { return }
      half.isWhole = true
    } catch {}
    guard half.isWhole || keepsHalf else { return }
    half.appID = loaded.appID
    loaded = half
  }

  private func read(
    _ message: inout AgoraFieldReader, into half: inout Loaded006
  ) throws(AgoraFieldReader.Short) {
    half.salt = try message.number(bytes: 4)
    half.ts = try message.number(bytes: 4)
    var privileges = AgoraPrivileges()
    for _ in 0..<(try message.count()) where !stopsAtEnd || message.isMore {
      do throws(AgoraFieldReader.Short) {
        let key = try message.number(bytes: 2).int64
        let expire = try message.number(bytes: 4)
        if takes(key, beside: privileges) { privileges.set(key, expire) }
      } catch {
        if self.privileges == .added { half.privileges = privileges }
        throw error
      }
    }
    half.privileges = privileges
  }

  private func takes(_ key: Int64?, beside others: AgoraPrivileges) -> Bool {
    privileges == .replaced && !firstCounts || !others.contains(key)
  }
}
