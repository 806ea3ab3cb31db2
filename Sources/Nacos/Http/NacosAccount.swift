// SPDX-License-Identifier: MIT

public import Bytes

/// A user of a Nacos server.
public struct NacosAccount: Equatable, Sendable {
  public static let administrator: Text = "ROLE_ADMIN"

  public var password: Text
  /// Nothing where the user may do nothing.
  public var role: Text?

  public init(password: Text, role: Text?) {
    (self.password, self.role) = (password, role)
  }

  public var isAdministrator: Bool { role == Self.administrator }
}
