// SPDX-License-Identifier: MIT

internal import Bytes
internal import Inputs
internal import NATS

/// Every byte of an address has its part, and a server with its token lets in who dials it.
func checkAddress(_ text: [UInt8]) throws {
  checkList(text)
  let url: NATSURL
  do throws(Refusal) {
    url = try NATSURL(reading: text.span)
  } catch {
    return requirePlace(of: error, in: text)
  }
  var end = 0
  for field in url.fields {
    require(field.range.lowerBound == end, "a part begins where the one before it ends")
    end = field.range.upperBound
  }
  require(end == text.count, "every byte has its part")
  require(try NATSURL(reading: url.text.span) == url, "the address comes back")
  try checkDialling(url)
}

/// The addresses of a list and the commas between them are the list.
private func checkList(_ text: [UInt8]) {
  let places = NATSURL.places(in: text.span)
  let parts = places.map { Text(Array(text[$0])).bytes }
  require(Array(parts.joined(separator: [UInt8(ascii: ",")])) == text, "the parts are the list")
  do throws(Refusal) {
    let urls = try NATSURL.list(reading: text.span)
    require(urls.count == places.count, "every place has its address")
  } catch {
    requirePlace(of: error, in: text)
  }
}

private func checkDialling(_ url: NATSURL) throws {
  guard let line = try? ConnectLine(to: url, with: ConnectOptions()).bytes() else { return }
  let sent = try ConnectLine(reading: line.span).credentials()
  switch url.credentials {
  case nil: require(sent == (nil, nil, nil), "nothing is made up")
  case .user(let user, let password):
    require(sent == (nil, user, password), "the user and the password are sent")
  case .token(let token):
    require(sent == (token, nil, nil), "the token is sent")
    let secret = ServerSecret(token)
    guard case .plain = secret else { return }
    for rules in AdmissionRules.known {
      require(rules.admit(line, secret), "the token lets in")
      require(!rules.admit(line, .plain(Text(token.bytes + [0x78]))), "another token does not")
    }
  }
}

extension NATSURL {
  /// The address with every part, and an escape for whatever may have one.
  fileprivate var text: [UInt8] {
    let host = host.bytes.contains(UInt8(ascii: ":")) ? "[\(host)]" : "\(host)"
    return Array("\(scheme)://".utf8) + userPart + Array("\(host):\(port)".utf8)
  }

  private var userPart: [UInt8] {
    switch credentials {
    case nil: []
    case .token(let token): percentEncoded(token.bytes) + Array("@".utf8)
    case .user(let user, let password):
      percentEncoded(user.bytes) + Array(":".utf8) + percentEncoded(password.bytes)
        + Array("@".utf8)
    }
  }
}
