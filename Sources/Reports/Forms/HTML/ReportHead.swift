// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import Pages

/// The head of the page, with everything that it needs.
struct ReportHead {
  let title: String

  func write(to html: inout HTML) {
    html.open("meta", ["charset": "utf-8"])
    html.open("meta", ["http-equiv": "Content-Security-Policy", "content": Self.policy])
    html.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.open("link", ["rel": "icon", "href": "data:,"])
    html.element("title", words: title)
    html.element("style") { $0.raw(ReportStyle.text) }
    html.line()
  }

  /// Nothing is loaded, and no script runs but ours, whatever a row holds.
  private static let policy =
    "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src"
    + " \(source(ReportStyle.text)); script-src \(source(ReportScript.text))"

  private static func source(_ text: String) -> String {
    guard let digest = try? Digest.sha256.hash(Array(text.utf8).span) else { return "'none'" }
    return "'sha256-\(String(decoding: Base64.standard.encode(digest, after: []), as: UTF8.self))'"
  }
}
