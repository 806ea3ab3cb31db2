// SPDX-License-Identifier: MIT

public import Bytes
public import JSON

/// What a system offers for a single token: making it, opening it, looking into it.
public protocol TokenTool: Sendable {
  /// The formats that the tool makes and opens.
  var formats: [String] { get }
  /// The inputs that are text even where they look like a number.
  var textNames: Set<String> { get }
  /// Whether nothing can be made without a secret.
  var needsSecret: Bool { get }

  func mint(
    _ format: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> String

  /// What an assistant would answer, by its profile.
  func mint(
    _ format: String, as variant: String, input: JSONObject, secret: Text, drawn: DrawnValues
  ) throws -> Answer

  func open(
    _ token: [UInt8], as format: String?, secret: Text, now: Int64, expecting: [String: String]
  ) throws -> Opening

  /// Takes a token apart as far as it goes; nothing where it is not one of the system's.
  func inspect(_ token: [UInt8], secret: Text?, now: Int64) -> Inspection?
}

extension TokenTool {
  public var needsSecret: Bool { true }
}

/// Time and randomness for minting, by name; what is not given comes from the machine.
public struct DrawnValues: Sendable {
  public let given: [String: String]
  public let now: Int64
  /// Random bytes to draw from.
  public let random: [UInt8]
  public static let randomCount = 64

  public init(given: [String: String], now: Int64, random: [UInt8]) {
    self.given = given
    self.now = now
    self.random = random
  }
}

/// An input that a tool cannot work with, for people.
public struct ToolError: Error, CustomStringConvertible, Sendable {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}

/// The verdict on a token, with the claims where it is accepted.
public struct Opening: Sendable {
  public let format: String
  public let refusal: Refusal?
  public let claims: JSONObject

  public init(format: String, refusal: Refusal?, claims: JSONObject = [:]) {
    self.format = format
    self.refusal = refusal
    self.claims = claims
  }
}
