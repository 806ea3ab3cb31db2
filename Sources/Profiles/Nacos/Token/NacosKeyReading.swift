// SPDX-License-Identifier: MIT

internal import Bytes
internal import Nacos

/// How the configured text becomes a key, and when it is looked at.
struct NacosKeyReading: Hashable, Sendable {
  enum Decoder: Hashable, Sendable {
    case strict
    /// jjwt's decoder.
    case jjwt
    /// The copy of it in Nacos.
    case copy
    /// `java.util.Base64`.
    case java
    /// None: the text is the key.
    case none
  }

  /// What text is that cannot be decoded.
  enum Fallback: Hashable, Sendable {
    case none
    /// The key itself, in UTF-8.
    case utf8
    /// The key itself, a question mark for everything but ASCII.
    case ascii
  }

  enum Check: Hashable, Sendable {
    /// By jjwt, at the first login.
    case atLogin
    /// By Nacos, at the start, with jjwt's exception as a cause.
    case atStartInWords
    /// By Nacos, at the start.
    case atStart
  }

  var decoder = Decoder.strict
  var fallback = Fallback.none
  var check = Check.atStart

  var refusesAtStart: Bool { check != .atLogin }

  /// The key that a configured text means, if it is long enough.
  func bytes(of text: Text) throws(NacosException) -> [UInt8] {
    do throws(NacosException) {
      let bytes = try decoded(text)
      guard bytes.count < NacosKey.shortest, decoder != .strict else { return bytes }
      throw weak(bytes.count * 8)
    } catch {
      throw check == .atStartInWords ? .argument(Self.words) : error
    }
  }

  /// The key that a token is checked with: what looks at keys at a login only does not here.
  func checkingBytes(of text: Text) throws(NacosException) -> [UInt8] {
    guard check == .atLogin else { return try bytes(of: text) }
    let bytes = try decoded(text)
    guard !bytes.isEmpty else { throw .argument("signing key cannot be null or empty.") }
    return bytes
  }

  /// Why the server does not take a text for a key.
  func refusal(of text: Text) -> NacosException? {
    do throws(NacosException) {
      _ = try bytes(of: text)
      return nil
    } catch {
      return error
    }
  }

  private func decoded(_ text: Text) throws(NacosException) -> [UInt8] {
    do throws(NacosException) {
      switch decoder {
      case .strict: return try Self.strict(text)
      case .jjwt: return try JjwtBase64.standard.decode(JavaString(text))
      case .copy: return try JjwtBase64.copy.decode(JavaString(text))
      case .java: return try JavaBase64.standard.decode(JavaString(text).latin1)
      case .none: return text.bytes
      }
    } catch {
      switch fallback {
      case .none: throw error
      case .utf8: return JavaString(text).utf8
      case .ascii: return JavaString(text).ascii
      }
    }
  }

  private static func strict(_ text: Text) throws(NacosException) -> [UInt8] {
    do throws(Refusal) {
      return try NacosKey(configured: text).bytes
    } catch {
      throw .refusal(error.detail)
    }
  }

  // MARK: - Words

  private static let words =
    "the length of secret key must great than or equal 32 bytes; And the secret key  must be"
    + " encoded by base64.Please see https://nacos.io/zh-cn/docs/v2/guide/user/auth.html"

  private func weak(_ bits: Int) -> NacosException {
    let message =
      "The specified key byte array is \(bits) bits which is not secure enough for any JWT"
      + " HMAC-SHA algorithm.  The JWT JWA Specification (RFC 7518, Section 3.2) states that keys"
      + " used with HMAC-SHA algorithms MUST have a size >= 256 bits (the key size must be greater"
      + " than or equal to the hash output size)."
    let advice =
      "  Consider using the io.jsonwebtoken.security.Keys#secretKeyFor(SignatureAlgorithm) method"
      + " to create a key guaranteed to be secure enough for your preferred HMAC-SHA algorithm."
    let source = "  See https://tools.ietf.org/html/rfc7518#section-3.2 for more information."
    return check == .atStart
      ? .argument(message + source)
      : .jjwt("security.WeakKeyException", message + advice + source)
  }
}
