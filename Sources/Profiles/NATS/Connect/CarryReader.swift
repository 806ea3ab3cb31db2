// SPDX-License-Identifier: MIT

internal import Bytes
internal import NATS

/// Who reads an address.
enum CarryReader: Hashable, Sendable {
  /// The documentation: everything is checked, escapes are resolved once.
  case strict
  case go
  case java
  case c(decodes: Bool)
  case mono
  case swift
  case python
  case pythonOld
  case pythonCore
  case ruby
  case rubyByParts
  case node
  case nodeURL
  /// Host and port are options of their own.
  case none

  func servers(in url: Text) throws(CallEnding) -> CarryServers {
    switch self {
    case .strict: try strict(url)
    case .go: try go(url)
    case .java: try java(url)
    case .c(let decodes): try c(url, decodes: decodes)
    case .mono: try mono(url)
    case .swift: try swift(url)
    case .python: try python(url)
    case .pythonOld: try pythonOld(url)
    case .pythonCore: try pythonCore(url)
    case .ruby: try ruby(url)
    case .rubyByParts: try rubyByParts(url)
    case .node: try node(url)
    case .nodeURL: try nodeURL(url)
    case .none: try hostAndPort(url)
    }
  }

  /// The addresses of a list, without what is empty.
  func pieces(of url: Text, trimming isBlank: (UInt8) -> Bool) -> [[UInt8]] {
    url.bytes.pieces(at: ",").map { $0.trimmed(isBlank) }.filter { !$0.isEmpty }
  }

  private func strict(_ url: Text) throws(CallEnding) -> CarryServers {
    do throws(Refusal) {
      return CarryServers(
        try NATSURL.list(reading: url.bytes.span).map { CarryServer($0) }, .anyThatAnswers)
    } catch {
      throw .checked(error.check)
    }
  }

  private func hostAndPort(_ url: Text) throws(CallEnding) -> CarryServers {
    guard !url.bytes.contains("@") else { throw .unsupported }
    return CarryServers([CarryServer()])
  }
}

extension CarryServer {
  fileprivate init(_ url: NATSURL) {
    switch url.credentials {
    case nil: break
    case .token(let token): user = token
    case .user(let user, let password): (self.user, self.password) = (user, password)
    }
    if CarryReach(host: url.host.bytes, port: Int(url.port)) != .open {
      ending = .checked(Check(.policy, .unreachable, "host"))
    }
  }
}
