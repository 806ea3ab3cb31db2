// SPDX-License-Identifier: MIT

internal import Suite

/// What a maker of tokens is asked; the first of its kind is the usual one.
protocol AgoraRequest: Sendable {
  init()
  var question: VectorQuestion { get }
}

/// A request of the vectors, before its answer is known.
struct AgoraCase<Request: AgoraRequest>: Sendable {
  let name: String
  let comment: String
  let clauses: [String]
  let flag: String
  let request: Request
  var source = VectorGroup.Source.generated

  /// The usual request, changed.
  init(
    _ name: String, _ comment: String, _ clauses: [String], _ flag: String = "usual",
    change: (inout Request) -> Void = { _ in }
  ) {
    var request = Request()
    change(&request)
    self.name = name
    self.comment = comment
    self.clauses = clauses.map { "agora.\($0)" }
    self.flag = flag
    self.request = request
  }

  func from(_ kind: VectorGroup.Source.Kind, _ name: String, _ version: String) -> Self {
    var sourced = self
    sourced.source = VectorGroup.Source(kind, name, version: version)
    return sourced
  }

  func reported(_ issue: String) -> Self { from(.reported, issue, "2026-11-21") }

  var recorded: Self {
    from(.recorded, "AgoraIO/Tools", "0fa01de1d236d8a46a84da986d5e1a226fa9a899")
  }

  var paged: Self { from(.page, "Agora: Use an access token for authentication", "2019-07-19") }
}

typealias Case006 = AgoraCase<Request006>
