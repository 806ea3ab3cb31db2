// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Nacos

/// One request that a client made, by HTTP or gRPC.
struct NacosClientRequest {
  /// Seconds since the client was started.
  let at: Double
  let isLogin: Bool
  /// Whether it only opens a connection, before which nobody asks for a token.
  let isOpening: Bool
  /// The status that it was answered with.
  let status: Int?
  private let places: [NacosClientPlace: JSONObject]

  init(_ row: JSONValue) {
    let path = row["path"]?.string ?? ""
    at = row["at"]?.double ?? 0
    isLogin = path.contains("/auth/") && path.hasSuffix("/login")
    isOpening = Self.openings.contains(row["type"]?.string ?? "")
    status = row["answered"]?.int ?? row["answered_errorCode"]?.int
    var places: [NacosClientPlace: JSONObject] = [:]
    for place in NacosClientPlace.allCases { places[place] = row[place.rawValue]?.object }
    self.places = places
  }

  private static let openings: Set = ["ServerCheckRequest", "ConnectionSetupRequest"]

  subscript(place: NacosClientPlace, name: Text) -> Text? {
    places[place]?.members.first { $0.name.isNamed(name) }?.value.text
  }

  /// The places where a name has a value.
  func places(of name: Text) -> [NacosClientPlace] {
    NacosClientPlace.allCases.filter { self[$0, name] != nil }
  }

  /// The token that the request carries, wherever it stands.
  var token: Text? {
    let token = NacosCredentials.accessToken
    return places(of: token).first.flatMap { self[$0, token] }
      ?? self[.headers, NacosCredentials.authorization].flatMap(NacosCredentials.bearer)
  }

  var hasPassword: Bool { !places(of: NacosCredentials.password).isEmpty }
}

/// Where a request has room for a credential; the names are those of the recordings.
enum NacosClientPlace: String, CaseIterable {
  case query
  case form
  case headers
  case metadata = "payload_metadata_headers"
  case body = "body_headers"
}
