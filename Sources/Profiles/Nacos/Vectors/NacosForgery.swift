// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// A token that is refused: a good one with an edit, and the check at which it fails.
struct NacosForgery {
  let name: String
  let comment: String
  let parent: String
  let edit: String
  let arguments: JSONObject
  let check: Check
  /// Reasons that are as good.
  let alsoAllowed: [String]
  /// What it weighs where nobody says what to do with it.
  let levelWhereFree: ClauseLevel

  init(
    _ name: String, _ comment: String, of parent: String = "hs256", _ edit: String,
    _ arguments: JSONObject = [:], by check: Check, or alsoAllowed: [String] = [],
    _ levelWhereFree: ClauseLevel = .should
  ) {
    (self.name, self.comment, self.parent) = (name, comment, parent)
    self.edit = "nacos.edit.\(edit)"
    (self.arguments, self.check) = (arguments, check)
    (self.alsoAllowed, self.levelWhereFree) = (alsoAllowed, levelWhereFree)
  }
}

extension Check {
  static let nacosBlank = Check(.structure, .blank, "token")
  static let nacosParts = Check(.structure, .parts, "token")
  static let nacosHeaderBase64 = Check(.encoding, .base64, "header")
  static let nacosHeaderJSON = Check(.structure, .jsonSyntax, "header")
  static let nacosAlgorithm = Check(.structure, .algorithm, "alg")
  static let nacosHeader = Check(.structure, .header, "header")
  static let nacosSignature = Check(.crypto, .signature, "signature")
  static let nacosPayloadBase64 = Check(.encoding, .base64, "payload")
  static let nacosPayloadJSON = Check(.structure, .jsonSyntax, "payload")
  static let nacosPayloadType = Check(.claims, .memberType, "payload")
  static let nacosExpired = Check(.time, .expired, "exp")

  static func nacosType(_ name: String) -> Check { Check(.claims, .memberType, name) }
  static func nacosMissing(_ name: String) -> Check { Check(.claims, .memberMissing, name) }
  static func nacosTwice(_ name: String) -> Check { Check(.claims, .memberDuplicate, name) }
}
