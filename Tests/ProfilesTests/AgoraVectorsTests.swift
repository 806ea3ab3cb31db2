// SPDX-License-Identifier: MIT

import Agora
import Bytes
import JSON
import Seeded
import Suite
import Testing

@testable import Profiles

@Suite struct `The vectors of AccessToken 006 and of the keys before it` {
  static let models: [any VectorModel] = [Agora006Vectors.standard, AgoraLegacyVectors.standard]
  static let formats = models.map(\.format)
  private static let vectors = Dictionary(
    uniqueKeysWithValues: models.map { model in
      (model.format, (try? model.files().flatMap(\.vectors)) ?? [])
    })
  private static let seed = UInt64.random(in: 0...UInt64.max)

  private static func model(_ format: String) throws -> any VectorModel {
    try #require(models.first { $0.format == format })
  }

  @Test(arguments: formats)
  func `name each check, edit and mistake once`(format: String) throws {
    let model = try Self.model(format)
    let ids = model.checks.map(\.info.id) + model.edits.map(\.id) + model.mistakes.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `expect of plain requests what the reference itself makes`() throws {
    for vector in Self.vectors["agora-006"] ?? [] where vector.question.op == "mint" {
      guard case .accept(let answer) = vector.expectation.verdict,
        let access = Self.access(vector.question)
      else { continue }
      let input = vector.question.input
      let minted = try access.mint(
        certificate: AgoraCertificate(try #require(input["app_certificate"]?.text)),
        channel: try #require(input["channel_name"]?.text),
        user: try #require(AgoraUser(named: input["uid"])))
      #expect(answer["token"]?.string == minted, "\(vector.id)")
    }
  }

  /// What a request asks for that sets each privilege once and does nothing else.
  private static func access(_ question: VectorQuestion) -> Access006? {
    let steps = question.input["steps"]?.array ?? []
    let privileges = steps.compactMap { step -> AgoraPrivilege? in
      guard step["op"] == "setPrivilege", let id = step["privilege"]?.int,
        let expire = step["expire"]?.int
      else { return nil }
      return AgoraPrivilege(UInt16(id), expire: UInt32(expire))
    }
    guard privileges.count == steps.count, Set(privileges.map(\.id)).count == steps.count,
      let appID = question.input["app_id"]?.text, let salt = question.inject["salt"]?.int,
      let ts = question.inject["ts"]?.int
    else { return nil }
    return Access006(appID: appID, salt: UInt32(salt), ts: UInt32(ts), privileges: privileges)
  }

  // MARK: - Edits

  private static func opened(_ format: String) -> [Vector] {
    (vectors[format] ?? []).filter {
      $0.question.op == VectorQuestion.open && $0.expectation.isAccept
    }
  }

  @Test func `have tokens that are the same when they are taken apart and sealed again`() throws {
    for vector in Self.opened("agora-006") {
      #expect(try Draft006(vector.question).question == vector.question, "\(vector.id)")
    }
    for vector in Self.opened("agora-legacy") {
      #expect(try LegacyDraft(vector.question).question == vector.question, "\(vector.id)")
    }
  }

  // MARK: - Mutations

  /// A mutation of the text of a token, or of what its base64 stands for.
  private static func mutation(of token: [UInt8], _ random: inout Seeded) -> [UInt8] {
    let head = token.starts(with: Array("006".utf8)) ? 35 : 3
    guard Bool.random(using: &random), token.count > head,
      let content = try? Base64.standard.decode(token.span.extracting(head..<token.count))
    else { return random.mutation(of: token) }
    return Base64.standard.encode(random.mutation(of: content), after: Array(token[..<head]))
  }

  @Test(arguments: formats)
  func `have no token that traps an opener without one of its checks`(format: String) throws {
    var random = Seeded(seed: Self.seed)
    let model = try Self.model(format)
    let copies = [nil] + model.checks.map { BrokenCopy.without($0.check) }
    for vector in Self.opened(format) {
      for _ in 0..<20 {
        var question = vector.question
        let token = question.input["token"]?.text?.bytes ?? []
        question.input["token"] = .string(Text(Self.mutation(of: token, &random)))
        for copy in copies {
          guard case .refused(let check?) = model.answer(to: question, as: copy) else { continue }
          #expect(
            model.checks.contains { $0.check.covers(check) }, "\(check.words), seed \(Self.seed)")
        }
      }
    }
  }
}
