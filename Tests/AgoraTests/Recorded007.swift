// SPDX-License-Identifier: MIT

import Agora
import Bytes

/// A token that two assistants made with their own zlib, and what they were asked for.
struct Recorded007: Sendable, CustomStringConvertible {
  static let certificate: Text = "5CFd2fd1755d40ecb72977518be15d3b"

  let id: String
  let access: Access007
  /// As the library zlib compresses it, and as Go does.
  let cpp, go: [UInt8]

  init(
    id: String, salt: UInt32, issueTs: UInt32, expire: UInt32, services: [Service007], cpp: String,
    go: String
  ) {
    self.id = id
    access = Access007(
      Info007(
        appID: "970CA35de60c44645bbae8a215061b33", issueTs: issueTs, expire: expire, salt: salt,
        services: services))
    self.cpp = Array(cpp.utf8)
    self.go = Array(go.utf8)
  }

  var description: String { id }

  /// What was asked for, in the order in which it is written.
  var written: Access007 { Access007(access.info.ascending) }

  /// The words with which a token is refused, or `opens`.
  static func verdict(
    _ token: [UInt8], now: Int64? = nil, expecting: Access007.Expectation = .init()
  ) -> String {
    do throws(Refusal) {
      _ = try open(token, now: now, expecting: expecting)
      return "opens"
    } catch {
      return error.description
    }
  }

  static func open(
    _ token: [UInt8], now: Int64? = nil, expecting: Access007.Expectation = .init()
  ) throws(Refusal) -> Access007 {
    try Access007(
      opening: token.span, certificate: AgoraCertificate(certificate), now: now,
      expecting: expecting)
  }
}

extension Recorded007 {
  static let number = Recorded007(
    id: "agora-007/cpp/0001", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .rtc(channel: "7d72365eb983485397e3e3f9d460bdda", uid: "2882341273"),
        privileges: [AgoraPrivilege(1, expire: 600)])
    ],
    cpp:
      "007eJxTYBBbsMMnKq7p9Hf/HcIX5kce9b518kCiQgSr5Zrp4X1Tu6UUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yN3b8IMEQwMTAwMoAwBIL4CgzmKeZGxmamqUmWFsYmFqbGluapxqnGaZYpJmYGSSkpiVwMRhYWRsYmhkbmxgDCaiTj",
    go:
      "007eJxSYBBbsMMnKq7p9Hf/HcIX5kce9b518kCiQgSr5Zrp4X1Tu6UUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yN3b8IMEQwMTAwMoAwBIL4CgzmKeZGxmamqUmWFsYmFqbGluapxqnGaZYpJmYGSSkpiVwMRhYWRsYmhkbmxoAAAAD//8JqJOM="
  )

  static let zero = Recorded007(
    id: "agora-007/cpp/0002", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .rtc(channel: "7d72365eb983485397e3e3f9d460bdda", uid: ""),
        privileges: [AgoraPrivilege(1, expire: 600)])
    ],
    cpp:
      "007eJxTYLhzZP08Lxa1Pg57+TcXb/3cZ3wi4V6kbpbOog0G2dOYk20UGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yN3b8IMEQwMTAwMoAwBIL4CgzmKeZGxmamqUmWFsYmFqbGluapxqnGaZYpJmYGSSkpiQwMADacImo=",
    go:
      "007eJxSYLhzZP08Lxa1Pg57+TcXb/3cZ3wi4V6kbpbOog0G2dOYk20UGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yN3b8IMEQwMTAwMoAwBIL4CgzmKeZGxmamqUmWFsYmFqbGluapxqnGaZYpJmYGSSkpiQwMgAAAAP//Npwiag=="
  )

  static let account0 = Recorded007(
    id: "agora-007/cpp/0003", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .rtc(channel: "7d72365eb983485397e3e3f9d460bdda", uid: "0"),
        privileges: [AgoraPrivilege(1, expire: 600)])
    ],
    cpp:
      "007eJxTYLD8/3fvcrkDzB2170UEkhOefF+e+dVxe8RlE87Qye9NVzUoMFiaGzg7GpumpJoZJJuYmJmYJiUlplokGhmaGpgZJhkbu38RYIhgYmBgZABhCATxFRjMU8yNjM1MU5MsLYxNLEyNLc1TjVON0yxTTMwMklJSEhkZDAALOiRJ",
    go:
      "007eJxSYLD8/3fvcrkDzB2170UEkhOefF+e+dVxe8RlE87Qye9NVzUoMFiaGzg7GpumpJoZJJuYmJmYJiUlplokGhmaGpgZJhkbu38RYIhgYmBgZABhCATxFRjMU8yNjM1MU5MsLYxNLEyNLc1TjVON0yxTTMwMklJSEhkZDAABAAD//ws6JEk="
  )

  static let highest = Recorded007(
    id: "agora-007/cpp/0010", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .rtc(channel: "7d72365eb983485397e3e3f9d460bdda", uid: "2882341273"),
        privileges: [AgoraPrivilege(32768, expire: 10), AgoraPrivilege(1, expire: 20)])
    ],
    cpp:
      "007eJxTYJA5ELHsUKbm5Cyjg5/vz55454hJms13QQFe/7S+jc7Wb+wUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yN3b8IMEQwMTAwMoAwIwMTEIsA2QwNXEBCgcE8xdzI2Mw0NcnSwtjEwtTY0jzVONU4zTLFxMwgKSUlkYvByMLCyNjE0MjcGABV0ST3",
    go:
      "007eJxSYJA5ELHsUKbm5Cyjg5/vz55454hJms13QQFe/7S+jc7Wb+wUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yN3b8IMEQwMTAwMoAwIwMTAyODCAMDA0MDFwMDgwKDeYq5kbGZaWqSpYWxiYWpsaV5qnGqcZpliomZQVJKSiIXg5GFhZGxiaGRuTEgAAD//1XRJPc="
  )

  static let bare = Recorded007(
    id: "agora-007/cpp/0011", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .rtc(channel: "7d72365eb983485397e3e3f9d460bdda", uid: "2882341273"), privileges: [])
    ],
    cpp:
      "007eJxTYAj+xZBop1/0pyCn3JSnsuOpeUnSrNzI4xkV/+/v+Pk/s0qBwdLcwNnR2DQl1cwg2cTEzMQ0KSkx1SLRyNDUwMwwydjY/YsAQwQTAwMjAwiDSAUG8xRzI2Mz09QkSwtjEwtTY0vzVONU4zTLFBMzg6SUlEQuBiMLCyNjE0Mjc2MAYb4liw==",
    go:
      "007eJxSYAj+xZBop1/0pyCn3JSnsuOpeUnSrNzI4xkV/+/v+Pk/s0qBwdLcwNnR2DQl1cwg2cTEzMQ0KSkx1SLRyNDUwMwwydjY/YsAQwQTAwMjAwiDSAUG8xRzI2Mz09QkSwtjEwtTY0vzVONU4zTLFBMzg6SUlEQuBiMLCyNjE0Mjc2NAAAAA//9hviWL"
  )

  static let rtm = Recorded007(
    id: "agora-007/cpp/0012", salt: 1, issueTs: 1111111, expire: 600,
    services: [Service007(.rtm(userID: "test_user"), privileges: [AgoraPrivilege(1, expire: 600)])],
    cpp:
      "007eJxTYOCdJftjyTM2zxW6Xhm/5T0j5LdcUt/xYVt48fb5Mp3PX9coMFiaGzg7GpumpJoZJJuYmJmYJiUlplokGhmaGpgZJhkbu38RYIhgYmBgZABhJiBmBPM5GUpSi0viS4tTiwBZVh6A",
    go:
      "007eJxSYOCdJftjyTM2zxW6Xhm/5T0j5LdcUt/xYVt48fb5Mp3PX9coMFiaGzg7GpumpJoZJJuYmJmYJiUlplokGhmaGpgZJhkbu38RYIhgYmBgZABhJgZGBkYwn5OhJLW4JL60OLUIEAAA//9ZVh6A"
  )

  static let fpa = Recorded007(
    id: "agora-007/cpp/0018", salt: 1, issueTs: 1111111, expire: 600,
    services: [Service007(.fpa, privileges: [AgoraPrivilege(1, expire: 600)])],
    cpp:
      "007eJxTYJjhefOb5KuJfPoz5T7LLA6fHiK8cdH/5XG+NodtE/N5Y0MUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yN3b8IMEQwMTAwMoAwCxAzgvkA3kMZNA==",
    go:
      "007eJxSYJjhefOb5KuJfPoz5T7LLA6fHiK8cdH/5XG+NodtE/N5Y0MUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yN3b8IMEQwMTAwMoAwCwMjAyOYDwgAAP//3kMZNA=="
  )

  static let chat = Recorded007(
    id: "agora-007/cpp/0020", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(.chat(userID: "2882341273"), privileges: [AgoraPrivilege(1, expire: 600)])
    ],
    cpp:
      "007eJxTYNAIsnbS3v/A5t2TC6feR15r+6cq8bqAvfaW+tk/Vzz+p6xTYLA0N3B2NDZNSTUzSDYxMTMxTUpKTLVINDI0NTAzTDI2dv8iwBDBxMDAyADCrEDMCOZzMRhZWBgZmxgamRsDAB+lHrg=",
    go:
      "007eJxSYNAIsnbS3v/A5t2TC6feR15r+6cq8bqAvfaW+tk/Vzz+p6xTYLA0N3B2NDZNSTUzSDYxMTMxTUpKTLVINDI0NTAzTDI2dv8iwBDBxMDAyADCrAyMDIxgPheDkYWFkbGJoZG5MSAAAP//H6UeuA=="
  )

  static let streaming = Recorded007(
    id: "agora-007/cpp/0023", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .streaming(channel: "7d72365eb983485397e3e3f9d460bdda", account: "2882341273"),
        privileges: [AgoraPrivilege(1, expire: 600), AgoraPrivilege(2, expire: 700)])
    ],
    cpp:
      "007eJxTYOBUnvIkcr7OQ4PHR10fPKudevHcfgve0qN3Nzo5vGe3/TBRgcHS3MDZ0dg0JdXMINnExMzENCkpMdUi0cjQ1MDMMMnY2P2LAEMEEwMDIwMIMzMwAUkQn4lhD5BUYDBPMTcyNjNNTbK0MDaxMDW2NE81TjVOs0wxMTNISklJ5GIwsrAwMjYxNDI3BgBRGSdh",
    go:
      "007eJxSYOBUnvIkcr7OQ4PHR10fPKudevHcfgve0qN3Nzo5vGe3/TBRgcHS3MDZ0dg0JdXMINnExMzENCkpMdUi0cjQ1MDMMMnY2P2LAEMEEwMDIwMIMzMwMTCC+UwMe5gYGBQYzFPMjYzNTFOTLC2MTSxMjS3NU41TjdMsU0zMDJJSUhK5GIwsLIyMTQyNzI0BAQAA//9RGSdh"
  )

  static let fcdn = Recorded007(
    id: "agora-007/cpp/0026", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .fcdn(channel: "7d72365eb983485397e3e3f9d460bdda", account: "2882341273"),
        privileges: [AgoraPrivilege(1, expire: 600), AgoraPrivilege(2, expire: 700)])
    ],
    cpp:
      "007eJxTYOgyOZ0aez37CuOy/MR+kxmujndvy232Ndq0eQpTzTmeFhMFBktzA2dHY9OUVDODZBMTMxPTpKTEVItEI0NTAzPDJGNj9y8CDBFMDAyMDCDMxsAEJEF8JoY9QFKBwTzF3MjYzDQ1ydLC2MTC1NjSPNU41TjNMsXEzCApJSWRi8HIwsLI2MTQyNwYACobJO8=",
    go:
      "007eJxSYOgyOZ0aez37CuOy/MR+kxmujndvy232Ndq0eQpTzTmeFhMFBktzA2dHY9OUVDODZBMTMxPTpKTEVItEI0NTAzPDJGNj9y8CDBFMDAyMDCDMxsDEwAjmMzHsYWJgUGAwTzE3MjYzTU2ytDA2sTA1tjRPNU41TrNMMTEzSEpJSeRiMLKwMDI2MTQyNwYEAAD//yobJO8="
  )

  static let apaas = Recorded007(
    id: "agora-007/cpp/0030", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .apaas(roomUUID: "123", userUUID: "2882341273", role: -1),
        privileges: [AgoraPrivilege(1, expire: 600)])
    ],
    cpp:
      "007eJxTYHBRqnfz/zGFu87RySZmbSuXXjrvhe0fXj5dnns3xbj+9jIFBktzA2dHY9OUVDODZBMTMxPTpKTEVItEI0NTAzPDJGNj9y8CDBFMDAyMDCDMDsSMYD4zg6GRMReDkYWFkbGJoZG58f//AOZdHog=",
    go:
      "007eJxSYHBRqnfz/zGFu87RySZmbSuXXjrvhe0fXj5dnns3xbj+9jIFBktzA2dHY9OUVDODZBMTMxPTpKTEVItEI0NTAzPDJGNj9y8CDBFMDAyMDCDMzsDIwAjmMzMYGhlzMRhZWBgZmxgamRv//w8IAAD//+ZdHog="
  )

  static let roles = Recorded007(
    id: "agora-007/cpp/0033", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .apaas(roomUUID: "123", userUUID: "2882341273", role: -32768),
        privileges: [AgoraPrivilege(1, expire: 600)])
    ],
    cpp:
      "007eJxTYLjhOrv5wuW/7KJssrVxj525u3wS+WZ8vaGzpaTboLd7jaMCg6W5gbOjsWlKqplBsomJmYlpUlJiqkWikaGpgZlhkrGx+xcBhggmBgZGBhBmB2JGMJ+ZwdDImIvByMLCyNjE0MjcmKEBAN7YHJk=",
    go:
      "007eJxSYLjhOrv5wuW/7KJssrVxj525u3wS+WZ8vaGzpaTboLd7jaMCg6W5gbOjsWlKqplBsomJmYlpUlJiqkWikaGpgZlhkrGx+xcBhggmBgZGBhBmZ2BkYATzmRkMjYy5GIwsLIyMTQyNzI0ZGgABAAD//97YHJk="
  )

  static let rooms = Recorded007(
    id: "agora-007/cpp/0041", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(.rtc(channel: "room2", uid: "2"), privileges: [AgoraPrivilege(1, expire: 600)]),
      Service007(.rtc(channel: "room1", uid: "1"), privileges: [AgoraPrivilege(1, expire: 600)]),
    ],
    cpp:
      "007eJxTYPj61Cvc4WrbTcvAYzyzNn107PxS8UmAc99RprC5AS7iQRIKDJbmBs6OxqYpqWYGySYmZiamSUmJqRaJRoamBmaGScbG7l8EGCKYGBgYGRgYmIAkCIL4rAxF+fm5RowMRuhihowMhgBvwh6E",
    go:
      "007eJxSYPj61Cvc4WrbTcvAYzyzNn107PxS8UmAc99RprC5AS7iQRIKDJbmBs6OxqYpqWYGySYmZiamSUmJqRaJRoamBmaGScbG7l8EGCKYGBgYGRgYmBgYwRDEZ2Uoys/PNWJkMEIXM2RkMAQEAAD//2/CHoQ="
  )

  static let reversed = Recorded007(
    id: "agora-007/cpp/0043", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .rtm2(userID: "test_user", resources: []), privileges: [AgoraPrivilege(1, expire: 600)]),
      Service007(
        .apaas(roomUUID: "123", userUUID: "2882341273", role: 1),
        privileges: [AgoraPrivilege(1, expire: 600)]),
      Service007(
        .fcdn(channel: "7d72365eb983485397e3e3f9d460bdda", account: "2882341273"),
        privileges: [AgoraPrivilege(1, expire: 600)]),
      Service007(.chat(userID: "2882341273"), privileges: [AgoraPrivilege(1, expire: 600)]),
      Service007(.fpa, privileges: [AgoraPrivilege(1, expire: 600)]),
      Service007(
        .streaming(channel: "7d72365eb983485397e3e3f9d460bdda", account: "2882341273"),
        privileges: [AgoraPrivilege(1, expire: 600)]),
      Service007(.rtm(userID: "test_user"), privileges: [AgoraPrivilege(1, expire: 600)]),
      Service007(
        .rtc(channel: "7d72365eb983485397e3e3f9d460bdda", uid: "2882341273"),
        privileges: [AgoraPrivilege(1, expire: 600)]),
    ],
    cpp:
      "007eJxTYLhy4SfPzaJlItl6b04+TDoeK666LlyNY091/8qvK+69feiiwGBpbuDsaGyakmpmkGxiYmZimpSUmGqRaGRoamBmmGRs7P5FgCGCiYGBkYGBgQNIgiCIr8BgnmJuZGxmmppkaWFsYmFqbGmeapxqnGaZYmJmkJSSksjFYGRhYWRsYmhkbswE18fJUJJaXBJfWpxaxEymYSxwfaxwFrI8G5nmssP1MTMYGhkjSzFC/Y7mAwYGANIkTB0=",
    go:
      "007eJxSYLhy4SfPzaJlItl6b04+TDoeK666LlyNY091/8qvK+69feiiwGBpbuDsaGyakmpmkGxiYmZimpSUmGqRaGRoamBmmGRs7P5FgCGCiYGBkYGBgYOBEQxBfAUG8xRzI2Mz09QkSwtjEwtTY0vzVONU4zTLFBMzg6SUlEQuBiMLCyNjE0Mjc2MmuD5OhpLU4pL40uLUImYyDWOB62OFs5Dl2cg0lx2uj5nB0MgYWYoR6nc0HzAwAAIAAP//0iRMHQ=="
  )

  static let rtm2 = Recorded007(
    id: "agora-007/cpp/0044", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .rtm2(userID: "test_user", resources: []), privileges: [AgoraPrivilege(1, expire: 600)])
    ],
    cpp:
      "007eJxTYGh/udluZsGDkI70x27W/RbNPpL56zRbf7s3CakvWJ9jxqfAYGlu4OxobJqSamaQbGJiZmKalJSYapFoZGhqYGaYZGzs/kWAIYKJgYGRAYQ5gJgRzOdkKEktLokvLU4tYmAAADFdHNk=",
    go:
      "007eJxSYGh/udluZsGDkI70x27W/RbNPpL56zRbf7s3CakvWJ9jxqfAYGlu4OxobJqSamaQbGJiZmKalJSYapFoZGhqYGaYZGzs/kWAIYKJgYGRAYQ5GBgZGMF8ToaS1OKS+NLi1CIGBkAAAAD//zFdHNk="
  )

  static let permissions = Recorded007(
    id: "agora-007/cpp/0046", salt: 1, issueTs: 1111111, expire: 600,
    services: [
      Service007(
        .rtm2(
          userID: "test_user",
          resources: [
            Rtm2Resource(4, permissions: [.init(1, names: ["u1"])]),
            Rtm2Resource(1, permissions: [.init(1, names: ["b", "a"]), .init(0, names: ["c"])]),
            Rtm2Resource(0, permissions: [.init(0, names: [])]),
          ]), privileges: [AgoraPrivilege(1, expire: 600)])
    ],
    cpp:
      "007eJxTYOhdvyxrs+Esds3C+atNSwWkNpxlNvncM9svY8VbrstuH7YrMFiaGzg7GpumpJoZJJuYmJmYJiUlplokGhmaGpgZJhkbu38RYIhgYmBgZABhDiBmBPM5GUpSi0viS4tTi5gZINIgkglMMjIkg5iMDEmMDIksYAEQv9QQAETDH8E=",
    go:
      "007eJxSYOhdvyxrs+Esds3C+atNSwWkNpxlNvncM9svY8VbrstuH7YrMFiaGzg7GpumpJoZJJuYmJmYJiUlplokGhmaGpgZJhkbu38RYIhgYmBgZABhDgZGBkYwn5OhJLW4JL60OLWImQEiDSKZwCQjQzKIyciQxMiQyAIWAPFLDQEBAAD//0TDH8E="
  )

  static let numbers = Recorded007(
    id: "agora-007/cpp/0095", salt: 1, issueTs: 1111111, expire: 4294967295,
    services: [
      Service007(
        .rtc(channel: "7d72365eb983485397e3e3f9d460bdda", uid: "2882341273"),
        privileges: [AgoraPrivilege(1, expire: 600)])
    ],
    cpp:
      "007eJxTYEiSW/jpyedjfa7rJ2w6s+hOow83i2BQoPlMMU4xp1O/b/EqMFiaGzg7GpumpJoZJJuYmJmYJiUlplokGhmaGpgZJhkbu38RYPgPBIwMDAyMUBjBxMCgwGCeYm5kbGaammRpYWxiYWpsaZ5qnGqcZpliYmaQlJKSyMVgZGFhZGxiaGRuDACgIShC",
    go:
      "007eJxSYEiSW/jpyedjfa7rJ2w6s+hOow83i2BQoPlMMU4xp1O/b/EqMFiaGzg7GpumpJoZJJuYmJmYJiUlplokGhmaGpgZJhkbu38RYPj///9/RgYGBkYojGBiYFBgME8xNzI2M01NsrQwNrEwNbY0TzVONU6zTDExM0hKSUnkYjCysDAyNjE0MjcGBAAA//+gIShC"
  )

  static let all = [
    number, zero, account0, highest, bare, rtm, fpa, chat, streaming, fcdn, apaas, roles, rooms,
    reversed, rtm2, permissions, numbers,
  ]

  /// Enough for what takes long.
  static let some = [number, account0, apaas, rooms, permissions]
}
