// SPDX-License-Identifier: MIT

internal import Suite

/// The known ways in which a client differs from the reference.
enum CarryDeviations {
  typealias Entry = Deviation<CarryRules>

  static let table: [Entry] = addresses + options + precedence + lines + mistakes

  // MARK: - Reading the address

  private static let addresses: [Entry] = [
    Entry(
      "nats.address-go", .interop, clause: "nats.url.one-server",
      "net/url reads the address; a comma inside the token cuts it, a bare @ hides the option"
    ) { $0.reader = .go },
    Entry(
      "nats.address-java", .interop, clause: "nats.url.one-server",
      "java.net.URI reads the address: characters beyond ASCII pass, a comma cuts the token, a"
        + " scheme in capitals changes the same letters inside the token"
    ) {
      $0.reader = .java
      $0.readsAddressFirst = true
    },
    Entry(
      "nats.address-c", .interop, clause: "nats.url.characters",
      "the address is cut at the last @ and the first colon by hand; every character passes"
    ) { $0.reader = .c(decodes: true) },
    Entry(
      "nats.address-c-raw", .interop, clause: "nats.url.escapes",
      "the address is cut by hand, and escapes are sent as they stand; an empty password is none"
    ) { $0.reader = .c(decodes: false) },
    Entry(
      "nats.address-mono", .interop, clause: "nats.url.one-server",
      "System.Uri reads the address: escapes that are no UTF-8 stay, a comma cuts the token"
    ) { $0.reader = .mono },
    Entry(
      "nats.address-swift", .interop, clause: "nats.url.token",
      "Foundation reads host and port, the user part is ignored without an error"
    ) { $0.reader = .swift },
    Entry(
      "nats.address-python", .interop, clause: "nats.url.escapes",
      "urllib.parse reads the address: escapes are sent as they stand"
    ) { $0.reader = .python },
    Entry(
      "nats.address-python-old", .interop, clause: "nats.url.escapes",
      "urllib.parse reads the address: escapes are sent as they stand, scheme and port are needed"
    ) { $0.reader = .pythonOld },
    Entry(
      "nats.address-python-core", .interop, clause: "nats.url.escapes",
      "urllib.parse reads the address: escapes are sent as they stand, a scheme is needed"
    ) { $0.reader = .pythonCore },
    Entry(
      "nats.address-ruby", .interop, clause: "nats.url.escapes",
      "URI reads the address without its white space: escapes are sent as they stand, of several"
        + " servers one is drawn"
    ) { $0.reader = .ruby },
    Entry(
      "nats.address-ruby-parts", .interop, clause: "nats.url.escapes",
      "the address is split at ://, @ and colons, and each part is checked by URI: escapes are"
        + " sent as they stand, of several servers one is drawn"
    ) { $0.reader = .rubyByParts },
    Entry(
      "nats.address-node", .interop, clause: "nats.url.token",
      "host and port are read, the user part is ignored without an error"
    ) { $0.reader = .node },
    Entry(
      "nats.address-node-url", .interop, clause: "nats.url.escapes",
      "the class URL reads the address: escapes are sent as they stand, and characters such as ="
        + " are escaped; scheme and port are needed"
    ) { $0.reader = .nodeURL },
    Entry(
      "nats.address-none", .choice, clause: "nats.url.token",
      "there is no address: host and port are options"
    ) { $0.reader = .none },
  ]

  // MARK: - Options

  private static let options: [Entry] = [
    Entry(
      "nats.options-bytes", .choice, clause: "nats.token.text",
      "options are byte strings of any content"
    ) { $0.options = .bytes },
    Entry(
      "nats.options-terminated", .security, clause: "nats.token.text",
      "options end at the first zero byte: a token is cut there; a password is not sent without a"
        + " user"
    ) {
      $0.options = .terminated
      $0.sendsLonePassword = false
    },
    Entry(
      "nats.options-utf16", .choice, clause: "nats.token.text",
      "options are UTF-16 of any content"
    ) { $0.options = .utf16 },
    Entry(
      "nats.options-unicode", .choice, clause: "nats.token.text",
      "options are Unicode text of any content"
    ) { $0.options = .unicode },
    Entry(
      "nats.options-any", .interop, clause: "nats.token.text",
      "a token is sent whatever its type is: a server closes the connection on a number"
    ) { $0.options = .dynamic },
    Entry(
      "nats.options-javascript", .interop, clause: "nats.token.text",
      "a token is sent whatever its type is; text is UTF-16; a password is not sent"
        + " without a user"
    ) {
      $0.options = .javaScript
      $0.sendsLonePassword = false
    },
    Entry(
      "nats.options-any-bytes", .interop, clause: "nats.token.text",
      "a token is sent whatever its type is; text is a byte string"
    ) { $0.options = .dynamicBytes },
    Entry(
      "nats.options-php-typed", .choice, clause: "nats.token.text",
      "options are properties of type ?string; a user without a password is an exception"
    ) { $0.options = .phpProperties },
    Entry(
      "nats.option-empty-dropped", .choice, clause: "nats.token.given",
      "an empty token option counts as none"
    ) { $0.optionOmission = .empty },
    Entry(
      "nats.option-false-dropped", .choice, clause: "nats.token.given",
      "a token or a user that JavaScript takes for false counts as none"
    ) { $0.optionOmission = .javaScriptFalse },
    Entry(
      "nats.handler-missing", .choice, clause: "nats.handler",
      "a function cannot give the token"
    ) { $0.handler = .none },
    Entry(
      "nats.handler-is-token", .choice, clause: "nats.handler",
      "the function that gives the token stands in place of the token"
    ) { $0.handler = .inPlaceOfToken },
    Entry(
      "nats.handler-first", .interop, clause: "nats.handler",
      "the function that gives the token goes before the address"
    ) { $0.handler = .first },
    Entry(
      "nats.handler-second", .choice, clause: "nats.handler",
      "the token option goes before the function that gives one"
    ) {
      $0.handler = .second
      $0.conflicts.remove(.handlerAndToken)
    },
    Entry(
      "nats.user-and-token", .interop, clause: "nats.one-place",
      "user, password and token can be given together"
    ) { $0.conflicts.remove(.userAndToken) },
  ]

  // MARK: - Who goes first

  private static let precedence: [Entry] = [
    first(
      "nats.address-by-member", .addressByMember,
      "the address goes before the options member by member: token and user can both be sent"),
    first(
      "nats.options-by-member", .optionsByMember,
      "the options go before the address member by member: token and user can both be sent"),
    first(
      "nats.one-kind", .oneKind,
      "user and password as options go before the token option, and that before the address"),
    first(
      "nats.options-overwrite", .overwriting,
      "user and password as options replace those of the address, a user alone is a token; the"
        + " token option goes before it"),
    first(
      "nats.token-or-address", .tokenOrAddress,
      "the token option hides user and password; without credentials the token is null"),
    first(
      "nats.user-option-first", .userOption, "a user given as an option hides the token option"),
  ]

  private static func first(
    _ id: String, _ precedence: CarryPrecedence, _ words: String
  ) -> Entry {
    Entry(id, .interop, clause: "nats.url.first", words) { $0.precedence = precedence }
  }
}
