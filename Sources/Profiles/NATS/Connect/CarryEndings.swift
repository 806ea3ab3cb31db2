// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

extension CallEnding {
  /// A refusal in known words; what stands before the first colon is its type.
  static func told(_ words: String) -> CallEnding {
    .refused(ErrorAnswer(code: .null, type: "", message: words))
  }

  /// A refusal of a type, in words that depend on more than the question.
  static func kind(_ type: String) -> CallEnding {
    .refused(ErrorAnswer(code: .null, type: type))
  }

  static func fault(_ fault: URLFault) -> CallEnding { told(fault.words) }
}

extension ErrorAnswer {
  /// The code, or the type before the first colon, wherever the client wrote it.
  var carriedType: String {
    guard code == .null, type.isEmpty else { return identity }
    return String((message ?? "").prefix { $0 != ":" })
  }
}
