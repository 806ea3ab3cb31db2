// SPDX-License-Identifier: MIT

internal import Agora
internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

/// Takes an AccessToken 007 apart, layer by layer, and goes on as far as it can.
struct AgoraInspector007 {
  private static let versionLength = Envelope007.version.utf8.count

  private let token: [UInt8]
  private let secret: Text?
  private let now: Int64
  private(set) var inspection = Inspection(format: "agora-007", title: "Agora AccessToken 007")

  init(token: [UInt8], secret: Text?, now: Int64) {
    self.token = token
    self.secret = secret
    self.now = now
    let content = decode()
    inspection.byteCount = content.count
    let words = look(content)
    inspection.layers.append(.init(.structure, words == nil, words ?? "every length fits"))
    let opened = words == nil ? try? Access007(reading: token.span) : nil
    verify(isReached: opened != nil)
    if let opened { tell(opened.info) }
  }

  /// Inflates the content; of broken bytes, what their sound beginning stands for.
  private mutating func decode() -> [UInt8] {
    do throws(FormatError) {
      let content = try Envelope007.content(of: token.span)
      inspection.layers.append(
        .init(
          .encoding, true,
          "version '007', then \(token.count - Self.versionLength) base64 symbols that inflate to"
            + " \(content.count) bytes"))
      return content
    } catch {
      inspection.layers.append(.init(.encoding, false, error.description))
      let symbols = token.span.extracting(droppingFirst: Self.versionLength)
      let stream = Base64.standard.decodePart(symbols).bytes
      return Zlib.inflatePart(stream.span, limit: Envelope007.maximumContent).bytes
    }
  }

  /// Shows every field, and says why the fields do not hold.
  private mutating func look(_ content: [UInt8]) -> String? {
    var reader = ByteReader(content.span, keepingFields: true)
    do throws(FormatError) {
      let envelope = try Envelope007(from: &reader)
      let start = content.count - envelope.info.count
      show(reader.fields.filter { $0.name != "info" }, content, in: 0..<start, issueTs: 0)
      let words = look(envelope.info, content, from: start)
      guard envelope.signature.count != 32 else { return words }
      return "signature-length: the signature has \(envelope.signature.count) bytes"
    } catch {
      show(reader.fields, content, in: 0..<content.count, issueTs: 0)
      return error.description
    }
  }

  private mutating func look(_ info: [UInt8], _ content: [UInt8], from start: Int) -> String? {
    var reader = ByteReader(info.span, keepingFields: true)
    var failure: FormatError?
    do throws(FormatError) { _ = try Info007(from: &reader) } catch { failure = error }
    let issued = reader.fields.first { $0.name == "issue-ts" }?.range
    let issueTs = issued.map { AgoraMeaning.number(Array(info[$0])) } ?? 0
    show(reader.fields, content, in: start..<content.count, issueTs: issueTs)
    return failure.map {
      FormatError($0.code, field: $0.field, offset: start + $0.offset, detail: $0.detail)
        .description
    }
  }

  // MARK: - Fields

  private mutating func show(
    _ fields: [Field], _ content: [UInt8], in part: Range<Int>, issueTs: Int64
  ) {
    var service: Service007.Kind?
    let meaning = meaning
    inspection.show(fields, of: content, in: part) { name, bytes in
      let value = AgoraMeaning.number(bytes)
      switch name {
      case "service-type":
        service = Service007.Kind(rawValue: UInt16(truncatingIfNeeded: value))
        return "\(value)" + (service.map { ", \($0)" } ?? "")
      case "privilege":
        let id = UInt16(truncatingIfNeeded: value)
        return service.map { AgoraNames.privilege(id, in: $0) } ?? "\(id)"
      default: return meaning(name, value, bytes, issueTs)
      }
    }
  }

  private func meaning(
    of field: String, _ value: Int64, _ bytes: [UInt8], _ issueTs: Int64
  ) -> String {
    switch field {
    case "issue-ts": "\(value), \(AgoraMeaning.time(value, now: now))"
    case "expire": "\(value) s: \(AgoraMeaning.time(issueTs + value, now: now))"
    case "privilege-expire":
      value == 0
        ? "no end of its own" : "\(value) s: \(AgoraMeaning.time(issueTs + value, now: now))"
    case "uid-length", "account-length":
      value == 0 ? "is 0: valid for any uid" : AgoraMeaning.common(field, bytes)
    case "role": "\(Int16(truncatingIfNeeded: value))"
    case "resource-type", "permission": "\(value)"
    default: AgoraMeaning.common(field, bytes)
    }
  }

  // MARK: - Verdicts

  private mutating func verify(isReached: Bool) {
    guard isReached, let secret else {
      inspection.layers.append(
        .init(.crypto, nil, isReached ? "needs the certificate" : "not reached"))
      return
    }
    do throws(Refusal) {
      _ = try Access007(opening: token.span, certificate: AgoraCertificate(secret))
      inspection.layers.append(.init(.crypto, true, "the signature holds"))
    } catch {
      inspection.layers.append(.init(.crypto, false, "\(error.field): \(error.detail)"))
    }
  }

  private mutating func tell(_ info: Info007) {
    let (issueTs, end) = (Int64(info.issueTs), info.end)
    let words =
      now < issueTs
      ? "begins \(UTCTime.distance(from: now, to: issueTs))"
      : "\(now < end ? "ends" : "ended") \(UTCTime.distance(from: now, to: end))"
    inspection.layers.append(.init(.time, (issueTs..<max(issueTs, end)).contains(now), words))
    inspection.plaintext = .object(info.members)
    if info.services.contains(where: { $0.channel != nil && $0.user?.isEmpty == true }) {
      inspection.notes.append("a uid is empty: the token is valid there for any uid")
    }
    if info.ascending != info {
      inspection.notes.append("services or privileges are not in ascending order")
    }
    guard let emitter = AgoraEmitter007(token: token, info) else { return }
    inspection.notes.append(emitter.compression)
    inspection.show(emitter.emitters)
  }
}
