// SPDX-License-Identifier: MIT

public import Bytes

/// The content type of forms.
public enum HTTPForm {
  public static let contentType: Text = "application/x-www-form-urlencoded"

  /// How to read a body of a content type, or nothing where it is no form.
  ///
  /// Latin-1 is the default of the servlets that Nacos is made of.
  static func charset(of type: Text?) -> HTTPCharset? {
    let parts = type?.display.split(separator: ";").map { Text(String($0.filter { $0 != " " })) }
    guard let first = parts?.first, first.isNamed(contentType) else { return nil }
    return parts?.contains { $0.isNamed("charset=utf-8") } == true ? .utf8 : .latin1
  }
}
