// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON
internal import Suite

/// What the recorded clients make of the credentials in an address.
struct AddressReadings {
  let text: [UInt8]

  /// A sentence for each way in which clients differ; none shows what they send.
  var notes: [String] {
    guard let question else { return [] }
    let model = CarryModel()
    let stated = CarryWish(CarryCall(question)).wanted
    var clients: [Reading: [String]] = [:]
    for profile in model.profiles {
      let answer = model.answer(
        model.plan(question, by: model.rules(by: profile), with: CarryDrawn()))
      clients[Reading(answer, stated), default: []].append(profile.variant)
    }
    return Reading.allCases.compactMap { reading in
      guard let words = reading.words, let names = clients[reading] else { return nil }
      return "\(words): \(names.joined(separator: ", "))"
    }
  }

  /// The address with a host that is known to answer; nothing where it has no user part.
  private var question: Question? {
    let (scheme, rest) = text.cutScheme()
    let (authority, tail) = rest.cut(any: rest.until(any: "/?#").contains("@") ? "/?#" : "")
    guard let scheme, let part = authority.cutLast(at: "@").head else { return nil }
    let end = tail.allSatisfy { $0 == UInt8(ascii: "/") } ? tail : []
    let url =
      scheme + Array("://".utf8) + part + Array("@127.0.0.1:\(CarryReach.port)".utf8) + end
    return Question(op: "carry", input: ["url": .string(Text(url))])
  }

  private enum Reading: CaseIterable {
    case stated
    case none
    case other
    case unreadable
    case refused
    case unsupported

    init(_ answer: Answer, _ stated: [CarryStatement]) {
      guard answer.outcome == .ok, let line = answer.carriedLine else {
        self = answer.outcome == .unsupported ? .unsupported : .refused
        return
      }
      switch CarryStatement.Reading(line) {
      case .refused: self = .unreadable
      case .read(let sent):
        self =
          stated.contains { $0.read == sent }
          ? .stated : sent == CarryStatement() ? .none : .other
      }
    }

    var words: String? {
      switch self {
      case .stated: nil
      case .none: "clients that send no credentials, without an error"
      case .other: "clients that send other credentials than these"
      case .unreadable: "clients whose line no server reads"
      case .refused: "clients that refuse the address"
      case .unsupported: "clients that know no address"
      }
    }
  }
}
