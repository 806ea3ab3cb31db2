// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

extension NacosHTTPVectors {
  func files() throws -> [VectorFile] {
    [
      file(
        "served", "Requests with a token, wherever it may stand.",
        try served(
          NacosServedRequests.places + NacosServedRequests.tokens + NacosServedRequests.addresses)),
      file(
        "peers", "Servers of the same cluster, and requests with several credentials.",
        try served(NacosServedRequests.peers + NacosServedRequests.several)
          + refused(NacosRefusedRequests.peers)),
      file(
        "places", "Tokens in other places, or written otherwise.",
        try refused(NacosRefusedRequests.places)),
      file(
        "tokens", "Tokens that are no good, and users that may do nothing.",
        try refused(NacosRefusedRequests.tokens)),
      file(
        "login", "Names and passwords.",
        try served(NacosServedRequests.logins) + refused(NacosRefusedRequests.logins)),
    ]
  }

  private func file(_ topic: String, _ about: String, _ vectors: [Vector]) -> VectorFile {
    VectorFile(
      format: format, op: "authorize", topic: topic, about: about,
      notes: Self.notes
        + edits.map { VectorNote($0.id, Self.bugs[$0.id] ?? .modifiedParameter, $0.words) },
      groups: [VectorGroup(vectors)])
  }

  private static let notes = [
    VectorNote("usual", .basic, "A request as clients send it."),
    VectorNote("login", .basic, "A login."),
    VectorNote("peer", .edgeCase, "A request of a server of the same cluster."),
    VectorNote("several", .edgeCase, "More than one credential, of which the first counts."),
  ]

  private static let bugs: [String: VectorNote.Bug] = [
    "nacos.http-edit.token": .authenticationBypass, "nacos.http-edit.field": .authenticationBypass,
    "nacos.http-edit.drop-token": .authenticationBypass,
    "nacos.http-edit.world": .authenticationBypass,
    "nacos.http-edit.login": .authenticationBypass,
  ]

  // MARK: - Served

  private func served(_ requests: [NacosServedRequest]) throws -> [Vector] {
    let maker = VectorMaker(self, op: "authorize")
    return try requests.map { request in
      try maker.accept(
        request.name, request.comment, level: Self.level(of: request.clauses),
        clauses: request.clauses.map { "nacos.http.\($0)" }, flags: [request.flag],
        request.draft.question, compare: .content)
    }
  }

  // MARK: - Refused

  private func refused(_ requests: [NacosRefusedRequest]) throws -> [Vector] {
    try requests.map { request in
      guard let edit = NacosHTTPEdits.table.first(where: { $0.info.id == request.edit }),
        var draft = NacosServedRequests.all.first(where: { $0.name == request.parent })?.draft
      else { throw VectorError("\(request.name): no edit or no parent of that name") }
      try edit.change(&draft, request.arguments)
      let maker = VectorMaker(self, op: "authorize")
      let question = draft.question
      return maker.reject(
        request.name, request.comment, level: Self.level(of: request.clauses),
        clauses: request.clauses.map { "nacos.http.\($0)" }, flags: [request.edit], question,
        by: request.check,
        alsoAllowed: (isFree(question) ? [Expectation.accept] : []) + request.alsoAllowed,
        derivation: Derivation(
          parent: maker.id(request.parent), edit: request.edit, arguments: request.arguments))
    }
  }

  /// The strongest of the levels that the clauses have.
  private static func level(of clauses: [String]) -> ClauseLevel {
    let levels = clauses.map { weaker[$0] ?? .must }
    return ClauseLevel.allCases.first(where: levels.contains) ?? .must
  }

  private static let weaker: [String: ClauseLevel] = [
    "names": .may, "identity": .may, "user-agent": .may, "several": .may,
    "password.place": .should,
  ]
}
