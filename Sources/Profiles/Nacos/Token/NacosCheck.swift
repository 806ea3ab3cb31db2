// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos

// The checks of the reference, by short names.
extension Check {
  init(_ stage: Stage, _ reason: NacosReason, _ field: String) {
    self.init(stage, reason.rawValue, field)
  }

  static let nacosBlank = Check(.encoding, .blank, "token")
  static let nacosParts = Check(.structure, .parts, "token")
  static let nacosHeaderBase64 = Check(.encoding, .base64, "header")
  static let nacosAlgorithm = Check(.crypto, .algorithm, "alg")
  static let nacosHeader = Check(.structure, .header, "header")
  static let nacosSignature = Check(.crypto, .signature, "signature")
  static let nacosPayloadBase64 = Check(.encoding, .base64, "payload")
  static let nacosPayloadJSON = Check(.structure, .jsonSyntax, "payload")
  static let nacosPayloadType = Check(.structure, .memberType, "payload")
  static let nacosExpired = Check(.time, .expired, "exp")

  static func nacosType(_ name: String) -> Check { Check(.claims, .memberType, name) }
  static func nacosMissing(_ name: String) -> Check { Check(.claims, .memberMissing, name) }
  static func nacosTwice(_ name: String) -> Check { Check(.claims, .memberDuplicate, name) }

  /// Servers that compare the text of the header know one reason, whatever is wrong in it.
  var alike: [String] {
    self == .nacosHeader || self == .nacosHeaderBase64 ? ["crypto/algorithm"] : []
  }
}
