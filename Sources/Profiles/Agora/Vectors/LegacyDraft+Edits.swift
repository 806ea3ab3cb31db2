// SPDX-License-Identifier: MIT

internal import Bytes
internal import Crypto
internal import JSON
internal import Suite

// The ways in which a question that is answered becomes one that has to be refused.
extension LegacyDraft {
  static let edits: [Edit<LegacyDraft>] =
    commonEdits(form: "form", lengths: "form", trailing: "form", time: "expire") + [
      edit("sets-field", "form", "a field has other bytes, signed") {
        $0.fields[try $1.string("field")] = try $1.bytes("bytes")
      },
      edit("writes-field", "signature", "a field has other bytes than were signed") {
        $0.written[try $1.string("field")] = try $1.bytes("bytes")
      },
      edit("signs-with", "signature", "signed with another key") {
        $0.key = try $1.bytes("key")
      },
      edit("signs-without", "signature", "a part is not signed") {
        $0.unsigned.insert(try $1.string("part"))
      },
      edit("signs-by-sha256", "signature", "the signature is made with SHA-256") { draft, _ in
        draft.digest = .sha256
      },
      edit("other-case", "form", "the digits of the seal are in the other case") { draft, _ in
        draft.isOtherCase = true
      },
      edit("base64-url", "form", "the base64 is that for URLs") { draft, _ in
        draft.base64 = .url
      },
    ]
}
