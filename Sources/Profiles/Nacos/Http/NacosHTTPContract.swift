// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos
internal import Suite

/// What a server has to do with a request.
enum NacosHTTPContract: Equatable {
  /// Serve the user.
  case accept(Text)
  /// Refuse, by a clause.
  case refuse(String)
  /// Either; the clauses say which of the caller's duties are broken.
  case open([String])

  init(_ question: Question) {
    guard let question = NacosHTTPQuestion(question),
      case .success(let request) = question.request, request.trailing == 0
    else {
      self = .open(["nacos.http.request"])
      return
    }
    guard request.isBelowContext else {
      self = .open(["nacos.http.address"])
      return
    }
    let demand = NacosHTTPDemand(server: question.server, request: request)
    self = request.isLogin ? demand.login : demand.filter
  }

  /// The clauses that the caller broke.
  var broken: [String] {
    if case .open(let clauses) = self { clauses } else { [] }
  }
}
