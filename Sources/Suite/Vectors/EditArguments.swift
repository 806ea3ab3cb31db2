// SPDX-License-Identifier: MIT

internal import Bytes
public import JSON

// The arguments of an edit, each of which must be there and of its type.
extension JSONObject {
  public func integer(_ name: String) throws(VectorError) -> Int64 {
    guard let value = self[name]?.int64 else { throw missing(name, "an integer") }
    return value
  }

  public func place(_ name: String) throws(VectorError) -> Int {
    guard let value = self[name]?.int else { throw missing(name, "a place") }
    return value
  }

  public func string(_ name: String) throws(VectorError) -> String {
    guard let value = self[name]?.text else { throw missing(name, "a text") }
    return value.display
  }

  /// Bytes, given as text or as `{"hex"}`.
  public func bytes(_ name: String) throws(VectorError) -> [UInt8] {
    guard let value = self[name]?.text else { throw missing(name, "bytes") }
    return value.bytes
  }

  public func value(_ name: String) throws(VectorError) -> JSONValue {
    guard let value = self[name] else { throw missing(name, "a value") }
    return value
  }

  private func missing(_ name: String, _ kind: String) -> VectorError {
    VectorError("the edit wants \(kind) called '\(name)'")
  }
}
