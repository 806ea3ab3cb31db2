// SPDX-License-Identifier: MIT

internal import Suite

/// The known ways in which a server decides otherwise than the reference.
enum NacosHTTPDeviations {
  typealias Entry = Deviation<NacosHTTPRules>

  static let table: [Entry] = generations + mistakes

  // MARK: - What the generations of Nacos do

  private static let generations: [Entry] = [
    Entry(
      "nacos.http-tokens-jjwt", .security, clause: "nacos.http.token.refused",
      "tokens are read by jjwt: a token without an end is good for ever, blanks around its parts"
        + " do not count, and one without a user is a bad argument, of status 400"
    ) { ($0.tokens, $0.exceptions) = (.jjwt, .areReported) },
    Entry(
      "nacos.http-tokens-own", .security, clause: "nacos.http.token.refused",
      "tokens are read by Nacos' own code: a token without an end is good for ever"
    ) { $0.tokens = .ownReader },
    Entry(
      "nacos.http-any-place", .interop, clause: "nacos.http.names",
      "each of the four names counts as a header field and as a parameter, in any case; a"
        + " parameter goes before a field, and the later of two spellings before the earlier"
    ) { $0.carriers = .anywhere },
    Entry(
      "nacos.http-password-anywhere", .security, clause: "nacos.http.password.place",
      "a name and a password do at every address what a token does"
    ) { $0.takesPasswords = true },
    Entry(
      "nacos.http-login-by-token", .security, clause: "nacos.http.login.password",
      "a login with a token is good whatever the password, and gives the same token again"
    ) { $0.takesTokenAtLogin = true },
    Entry(
      "nacos.http-user-agent", .security, clause: "nacos.http.user-agent",
      "where the switch for user agents is on, the name of a server's client opens every door,"
        + " and the identity of servers does not count"
    ) { $0.obeysUserAgentSwitch = true },
    Entry(
      "nacos.http-exceptions-reported", .quality, clause: "nacos.http.status",
      "an exception that is no refusal, such as that of an unknown user, ends in status 400 or"
        + " 500, with its message"
    ) { ($0.exceptions, $0.unknownUser) = (.areReported, .escapes) },
    Entry(
      "nacos.http-exceptions-swallowed", .interop, clause: "nacos.http.answered",
      "an exception that is no refusal, such as that of an unknown user, ends in status 200 and"
        + " an empty body"
    ) { ($0.exceptions, $0.unknownUser) = (.areSwallowed, .escapes) },
    Entry(
      "nacos.http-words-1", .choice, clause: "nacos.http.words",
      "who is not known is told 'unknown user!'"
    ) { $0.words = NacosHTTPWords(unknownUser: "unknown user!", tellsCode: false) },
    Entry(
      "nacos.http-words-2", .choice, clause: "nacos.http.words",
      "who is not known is told 'user not found!'"
    ) { $0.words = NacosHTTPWords(unknownUser: "user not found!", tellsCode: false) },
    Entry(
      "nacos.http-words-3", .choice, clause: "nacos.http.words",
      "texts tell code 401 or 403 inside status 403"
    ) {
      $0.words = NacosHTTPWords(
        unknownUser: "User not found! Please check user exist or password is right!",
        tellsCode: true)
    },
  ]

  // MARK: - What ports get wrong

  private static let mistakes: [Entry] = [
    mistake(
      "nacos.http-scheme-case", .interop, "nacos.http.bearer",
      "'bearer' counts in any case", .anySchemeCase),
    mistake(
      "nacos.http-bare-token", .interop, "nacos.http.bearer",
      "a token counts without 'Bearer' in front", .bareToken),
    mistake(
      "nacos.http-cookie", .security, "nacos.http.carrier",
      "a token counts as a cookie", .cookie),
    mistake(
      "nacos.http-parameter-first", .interop, "nacos.http.precedence",
      "the parameter goes before the header field", .parameterFirst),
    mistake(
      "nacos.http-parameter-unread", .interop, "nacos.http.parameter",
      "the parameter does not count", .withoutParameter),
    mistake(
      "nacos.http-field-unread", .interop, "nacos.http.bearer",
      "the header field does not count", .withoutField),
    mistake(
      "nacos.http-status-401", .interop, "nacos.http.status",
      "who is not known gets status 401", .status401),
    mistake(
      "nacos.http-expired-accepted", .security, "nacos.http.token.refused",
      "the end of a token does not count", .expired),
    mistake(
      "nacos.http-any-password", .security, "nacos.http.login.password",
      "the password does not count", .anyPassword),
    mistake(
      "nacos.http-permission-unchecked", .security, "nacos.http.permission",
      "every user may do everything", .withoutPermission),
    mistake(
      "nacos.http-any-identity", .security, "nacos.http.identity",
      "every value of the servers' identity is good", .anyIdentity),
    mistake(
      "nacos.http-signature-unchecked", .security, "nacos.http.token.refused",
      "the signature of a token is not checked", .unsigned),
    mistake(
      "nacos.http-administrator-alone", .interop, "nacos.http.served",
      "nobody but the administrator is served", .administratorAlone),
    mistake(
      "nacos.http-empty-success", .interop, "nacos.http.answered",
      "who is refused gets an empty answer of status 200", .emptySuccess),
    mistake(
      "nacos.http-last-value", .security, "nacos.http.first-value",
      "of several parameters accessToken the last counts", .lastValue),
    mistake(
      "nacos.http-any-user", .security, "nacos.http.login.password",
      "a user that is not known gets a token", .anyUser),
    mistake(
      "nacos.http-one-login-path", .interop, "nacos.http.login.path",
      "the address /v1/auth/login is the only one of a login", .oneLoginPath),
    mistake(
      "nacos.http-login-by-form", .interop, "nacos.http.login.parameters",
      "name and password count in the form of a login alone", .loginByForm),
    mistake(
      "nacos.http-life-as-end", .interop, "nacos.http.login.answer",
      "tokenTtl is the second of the end", .lifeAsEnd),
    mistake(
      "nacos.http-anonymous", .security, "nacos.http.token.required",
      "a request without credentials is the administrator's", .anonymous),
  ]

  private static func mistake(
    _ id: String, _ severity: Severity, _ clause: String, _ words: String,
    _ mistake: NacosHTTPMistakes
  ) -> Entry {
    Entry(id, severity, clause: clause, words) { $0.mistakes.insert(mistake) }
  }
}
