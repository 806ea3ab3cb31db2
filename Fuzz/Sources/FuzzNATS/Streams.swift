// SPDX-License-Identifier: MIT

internal import Bytes
internal import Inputs
internal import JSON
internal import NATS

private let token: Text = "mytoken"
private let secret = ServerSecret.plain(token)
private let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))

/// Whoever is let in showed the token, and it does not matter where a read ends.
func checkStream(_ stream: [UInt8]) {
  let (cut, hasPlainEnds) = (Int(stream.first ?? 0) % (stream.count + 1), stream.hasPlainEnds)
  for rules in AdmissionRules.known {
    let whole = Admission(secret, rules, [stream])
    whole.checkReplies(tellsAll: rules.tellsConnectErrors)
    var late = whole
    late.timeOut()
    require(late.isAdmitted != late.isClosed, "nobody waits for ever")
    // With other CRs it does matter to nats-server, and a longer line has several faults.
    guard hasPlainEnds || rules.line.needsCRLF, stream.count <= rules.longestLine else { continue }
    let halves = [Array(stream[..<cut]), Array(stream[cut...])]
    for reads in [halves, stream.map { [$0] }] {
      let parted = Admission(secret, rules, reads)
      require(parted.isSame(as: whole), "a read may end anywhere")
    }
    guard hasPlainEnds, whole.isAdmitted, let line = stream.firstLine else { continue }
    require((try? line.credentials().token) == token, "both readers find the token")
  }
}

/// Whoever an open server lets in is let in with the right token, and with no other one.
func checkTokens(of line: ConnectLine) {
  var bare = line
  bare.members.members.removeAll { credentials.contains(ConnectLine.folded($0.name)) }
  for rules in AdmissionRules.known {
    guard let open = try? bare.bytes(), let right = try? bare.showing(token),
      let wrong = try? bare.showing(Text("\(token)2"))
    else { continue }
    let isFine = rules.admit(open, nil)
    require(!rules.admit(open, secret), "a token is needed")
    require(rules.admit(right, secret) == isFine, "the right token lets in")
    require(!rules.admit(wrong, secret), "another token does not")
  }
}

private let credentials = ["auth_token", "user", "pass", "jwt", "nkey", "sig"]

extension ConnectLine {
  /// The bytes of the line with a token behind its members.
  fileprivate func showing(_ token: Text) throws -> [UInt8] {
    var line = self
    line.members.members.append(.init(name: "auth_token", value: .string(token)))
    return try line.bytes()
  }
}

extension AdmissionRules {
  static let known = [AdmissionRules(), .natsServer]

  /// Whether a server with a secret, or with none, lets in who sends a line.
  func admit(_ line: [UInt8], _ secret: ServerSecret?) -> Bool {
    Admission(secret, self, [line]).isAdmitted
  }
}

extension Admission {
  fileprivate init(_ secret: ServerSecret?, _ rules: AdmissionRules, _ reads: [[UInt8]]) {
    self.init(AdmissionGate(token: secret), rules: rules)
    for read in reads { receive(read.span) }
  }

  fileprivate func isSame(as other: Admission) -> Bool {
    isAdmitted == other.isAdmitted && refusal == other.refusal && isBeyond == other.isBeyond
      && replies == other.replies
  }

  /// An error is the last word, and is said once the connection is closed.
  fileprivate func checkReplies(tellsAll: Bool) {
    let errors = replies.filter { $0.rawValue.hasPrefix("-ERR '") }
    let answers: [AdmissionReply] = [.ok, .pong]
    require(replies.dropLast().allSatisfy(answers.contains), "an error is the last word")
    require(errors.isEmpty || isClosed, "an error closes")
    require(!isClosed || !tellsAll || errors.count == 1, "who is refused is told so")
    require(isAdmitted || isClosed || replies.isEmpty, "only who is let in is answered")
  }
}

extension [UInt8] {
  /// Whether each CR stands in front of a line feed.
  fileprivate var hasPlainEnds: Bool {
    indices.allSatisfy { self[$0] != carriageReturn || $0 + 1 < count && self[$0 + 1] == lineFeed }
  }

  /// The CONNECT of the first line, where its reader takes it.
  fileprivate var firstLine: ConnectLine? {
    let line = Array(prefix { $0 != lineFeed })
    return try? ConnectLine(reading: line.span)
  }
}
