// SPDX-License-Identifier: MIT

internal import Suite

/// What the flags of the vectors of 006 and of the keys before it mean.
enum AgoraNotes {
  static let table: [VectorNote] = [
    VectorNote("usual", .basic, "What everybody does."),
    VectorNote("limit", .edgeCase, "The first or the last value that is allowed, or the next one."),
    VectorNote("sign", .edgeCase, "A number whose highest bit some languages take for a sign."),
    VectorNote("account", .edgeCase, "An account that some languages take for a number."),
    VectorNote("any-user", .authenticationBypass, "The uid 0, which is good for every user."),
    VectorNote("text", .encoding, "Characters that are often written in another way."),
    VectorNote("border", .authenticationBypass, "No sign stands between channel and user."),
    VectorNote("order", .edgeCase, "Privileges in an order of their own."),
    VectorNote(
      "role", .knownBug, "Roles, which builders of different languages know by other numbers."),
    VectorNote("calls", .knownBug, "More calls than one of a builder."),
    VectorNote("large", .resource, "More bytes than some builders have room for."),
    VectorNote("clock", .basic, "What holds whatever the clock says."),
    VectorNote("reported", .knownBug, "What users of an implementation reported."),
    VectorNote("loading", .basic, "A token that is loaded."),
    VectorNote("building", .basic, "A function above the builder."),
    VectorNote("identifier", .missingStep, "An app id or a certificate that is none."),
    VectorNote("name", .missingStep, "A text that is not allowed as a name."),
    VectorNote("number", .missingStep, "A number out of its range, which some languages cut."),
    VectorNote("type", .missingStep, "A value of another type."),
    VectorNote("form", .basic, "One of the forms that there are."),
  ]

  /// Each edit is a flag of what it makes.
  static func notes(of edits: [DeviationInfo]) -> [VectorNote] {
    edits.map { VectorNote($0.id, bug(of: $0.id), $0.words) }
  }

  private static func bug(of edit: String) -> VectorNote.Bug {
    let name = edit.split(separator: ".").last ?? ""
    return bugs.first { name.hasPrefix($0.prefix) }?.bug ?? .modifiedParameter
  }

  private static let bugs: [(prefix: String, bug: VectorNote.Bug)] = [
    ("sign", .authenticationBypass), ("asks", .authenticationBypass),
    ("sets-signature", .authenticationBypass), ("marks", .authenticationBypass),
    ("base64", .encoding), ("escapes", .encoding), ("breaks-lines", .encoding),
    ("appends", .malleability), ("replaces", .malleability), ("writes", .malleability),
  ]
}
