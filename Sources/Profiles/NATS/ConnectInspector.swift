// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import NATS
internal import Suite

/// Takes a CONNECT line apart, member by member.
struct ConnectInspector {
  private static let secrets: Set<String> = ["auth_token", "pass", "jwt", "sig", "nkey"]

  private let line: [UInt8]
  private(set) var inspection = Inspection(format: "nats-connect", title: "NATS CONNECT line")

  /// Nothing where the text does not begin with the verb and an object, or a blank.
  init?(_ line: [UInt8]) {
    let verb = ConnectLine.verb.utf8.count
    guard line.count > verb, " \t{".utf8.contains(line[verb]),
      Array(line[..<verb]).lowered == Array(ConnectLine.verb.utf8).lowered
    else { return nil }
    self.line = line
    inspection.byteCount = line.count
    do throws(Refusal) {
      let argument = try ConnectLine.argument(of: line.span)
      layer(.encoding, true, "one line of \(line.count) bytes")
      read(argument)
    } catch {
      layer(.encoding, false, error.detail)
      layer(.structure, nil, "not reached")
      show("line", 0..<line.count, "not read", isSecret: true)
    }
  }

  private mutating func read(_ argument: Range<Int>) {
    show("verb", 0..<argument.lowerBound, "'\(ConnectLine.verb)'")
    do throws(JSONError) {
      let document = try JSONDocument(parsing: line.span.extracting(argument))
      showMembers(of: document, in: argument)
      tell(try? ConnectLine(reading: line.span, longestArgument: .max), argument.count)
    } catch {
      layer(.structure, false, error.description)
      layer(.claims, nil, "not reached")
      show("argument", argument.lowerBound..<line.count, "no JSON", isSecret: true)
    }
  }

  // MARK: - Fields

  /// Each member with the comma behind it.
  private mutating func showMembers(of document: JSONDocument, in argument: Range<Int>) {
    guard document.nodes[JSONDocument.root].kind == .object else {
      return show("argument", argument.lowerBound..<line.count, "no object", isSecret: true)
    }
    let names = Array(document.children(of: JSONDocument.root)).enumerated()
      .filter { $0.offset % 2 == 0 }.map(\.element)
    let starts = names.map { argument.lowerBound + document.nodes[$0].start }
    let end = argument.lowerBound + document.nodes[JSONDocument.root].end - 1
    show("{", argument.lowerBound..<(starts.first ?? end), "the object begins")
    for (index, name) in names.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1] : end
      let text = document.text(of: name)
      let isSecret = FoldedName.text(text).map(Self.secrets.contains) ?? false
      if isSecret { inspection.secretNames.insert(text.display) }
      show(
        text.display, starts[index]..<next,
        document.nodes[name + 1].kind == .string ? "text" : "value", isSecret: isSecret)
    }
    show("}", end..<line.count, "the object and the line end")
  }

  private mutating func show(
    _ name: String, _ range: Range<Int>, _ meaning: String, isSecret: Bool = false
  ) {
    inspection.fields.append(
      .init(
        name: name, range: range, bytes: Array(line[range]), meaning: meaning, isSecret: isSecret))
  }

  // MARK: - Layers

  private mutating func layer(_ stage: Stage, _ holds: Bool?, _ words: String) {
    inspection.layers.append(.init(stage, holds, words))
  }

  private mutating func tell(_ read: ConnectLine?, _ length: Int) {
    guard let read else {
      layer(.structure, false, "an object with texts as credentials is expected")
      layer(.claims, nil, "not reached")
      return
    }
    inspection.plaintext = .object(read.members)
    layer(.structure, true, "a JSON object with \(read.members.members.count) members")
    let sent = try? read.credentials()
    let given = [("auth_token", sent?.token), ("user", sent?.user), ("pass", sent?.password)]
      .compactMap { $0.1?.isEmpty == false ? $0.0 : nil }
    layer(
      .claims, true,
      given.isEmpty ? "no credentials" : "a server reads \(given.joined(separator: ", "))")
    let fits = length <= ConnectLine.longestArgument
    layer(.policy, fits, "\(length) bytes, a server takes \(ConnectLine.longestArgument)")
    inspection.emitters = ConnectEmitter(line: line, members: read.members).variants
  }
}
