// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos

/// A clause for clients, and what breaks it in what a client did.
struct NacosClientDuty: Sendable {
  let clause: String
  let isBroken: @Sendable (NacosClientSession) -> Bool

  private init(_ clause: String, _ isBroken: @escaping @Sendable (NacosClientSession) -> Bool) {
    (self.clause, self.isBroken) = (clause, isBroken)
  }

  static let all: [NacosClientDuty] = credentials + time

  private static let credentials: [NacosClientDuty] = [
    NacosClientDuty("nacos.client.page.bearer") { session in
      session.calls.contains { !$0.places(of: NacosCredentials.accessToken).isEmpty }
    },
    NacosClientDuty("nacos.client.password.url") { session in
      session.requests.contains { $0[.query, NacosCredentials.password] != nil }
    },
    NacosClientDuty("nacos.client.password.login") { session in
      session.calls.contains(where: \.hasPassword)
    },
    NacosClientDuty("nacos.client.token.url") { session in
      session.requests.contains { $0[.query, NacosCredentials.accessToken] != nil }
    },
    NacosClientDuty("nacos.client.token.once") { session in
      session.requests.contains { $0.places(of: NacosCredentials.accessToken).count > 1 }
    },
    NacosClientDuty("nacos.client.login.form") { session in
      session.logins.contains { login in
        !(login[.headers, "Content-Type"]?.bytes ?? []).starts(with: HTTPForm.contentType.bytes)
      }
    },
    NacosClientDuty("nacos.client.token.sent") { session in
      session.calls.contains { $0.token == nil && !$0.hasPassword }
    },
  ]

  private static let time: [NacosClientDuty] = [
    NacosClientDuty("nacos.client.token.kept") { session in
      NacosClientSession.pairs(session.logins).contains { first, second in
        first.status == 200 && second.at - first.at < session.lifetime / 2
      }
    },
    NacosClientDuty("nacos.client.refresh") { session in
      session.calls.contains { (session.age(of: $0) ?? 0) > session.lifetime }
    },
    NacosClientDuty("nacos.client.refused.token") { session in
      session.calls.indices.contains { index in
        let call = session.calls[index]
        return call.status == 403 && call.token != nil
          && session.calls[(index + 1)...].contains { $0.token == call.token }
      }
    },
    NacosClientDuty("nacos.client.refused.login") { session in
      NacosClientSession.pairs(session.logins).contains { first, second in
        first.status == 403 && second.at - first.at < 1
      }
    },
  ]
}
