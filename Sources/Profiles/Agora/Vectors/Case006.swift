// SPDX-License-Identifier: MIT

internal import Bytes
internal import Suite

/// A request of the vectors of AccessToken 006, before its answer is known.
struct Case006: Sendable {
  let name: String
  let comment: String
  let clauses: [String]
  let flag: String
  let request: Request006
  var source = VectorGroup.Source.generated

  /// The usual request, changed.
  init(
    _ name: String, _ comment: String, _ clauses: [String], _ flag: String = "usual",
    change: (inout Request006) -> Void = { _ in }
  ) {
    var request = Request006()
    change(&request)
    self.init(name, comment, clauses, flag, request)
  }

  init(
    _ name: String, _ comment: String, _ clauses: [String], _ flag: String,
    _ request: Request006
  ) {
    self.name = name
    self.comment = comment
    self.clauses = clauses.map { "agora.\($0)" }
    self.flag = flag
    self.request = request
  }

  func from(_ kind: VectorGroup.Source.Kind, _ name: String, _ version: String) -> Case006 {
    var sourced = self
    sourced.source = VectorGroup.Source(kind, name, version: version)
    return sourced
  }

  func reported(_ issue: String) -> Case006 { from(.reported, issue, "2026-11-21") }

  var recorded: Case006 {
    from(.recorded, "AgoraIO/Tools", "0fa01de1d236d8a46a84da986d5e1a226fa9a899")
  }

  var paged: Case006 { from(.page, "Agora: Use an access token for authentication", "2019-07-19") }
}
