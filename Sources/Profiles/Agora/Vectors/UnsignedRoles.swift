// SPDX-License-Identifier: MIT

internal import JSON
internal import Suite

extension VectorAnswer {
  /// The same with the roles that an opener finds who takes their 16 bits for a number from 0 on.
  var withoutSigns: VectorAnswer {
    guard case .accepted(var answer) = self, var claims = answer["claims"]?.object,
      let services = claims["services"]?.array
    else { return self }
    claims["services"] = .array(services.map(\.withUnsignedRole))
    answer["claims"] = .object(claims)
    return .accepted(answer)
  }
}

extension JSONValue {
  fileprivate var withUnsignedRole: JSONValue {
    guard var service = object, let role = service["role"]?.int64 else { return self }
    service["role"] = .integer(role & 0xFFFF)
    return .object(service)
  }
}
