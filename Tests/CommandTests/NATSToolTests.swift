// SPDX-License-Identifier: MIT

import Foundation
import Testing

@Suite struct `The tool for NATS` {
  @Test func `writes a CONNECT line, and those of the recorded clients`() throws {
    let url = "nats://a%22b@127.0.0.1:4222"
    let line = try Assay.run("mint", "nats-connect", "url=\(url)")
    #expect(line.status == 0, "\(line.errors)")
    #expect(line.output.contains(#""auth_token":"a\"b","#))
    let java = try Assay.run("mint", "nats-connect", "--as", "java", "url=\(url)")
    #expect(java.output.contains(#""auth_token":"a"b"}"#))
    let node = try Assay.run("mint", "nats-connect", "--as", "node", "url=\(url)")
    #expect(!node.output.contains("auth_token"))
    let php = try Assay.run("mint", "nats-connect", "--as", "php", "url=\(url)")
    #expect(php.status == 1)
    #expect(php.output == "unsupported\n")
  }

  @Test func `takes the token from the secret too`() throws {
    let line = try Assay.run(
      ["mint", "nats-connect", "url=nats://127.0.0.1:4222"], secret: "mytoken")
    #expect(line.output.contains(#""auth_token":"mytoken""#))
  }

  @Test func `tells why the reference refuses`() throws {
    let refused = try Assay.run("mint", "nats-connect", "url=nats://a@b@127.0.0.1:4222")
    #expect(refused.status == 1)
    #expect(refused.output == "refused url.character: user part: '@' is written as '%40'\n")
    let unknown = try Assay.run("mint", "nats-connect", "url=nats://h", "tokens=a")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("'tokens' is no input of nats-connect"))
  }

  @Test(arguments: ["nats://s3cret@h", "nats://u:s3cret@h:1/", "nats://s3cret@b@h", "ws://s3cret"])
  func `takes an address apart, and hides what is secret`(url: String) throws {
    let look = try Assay.run("inspect", url, "--format", "json")
    #expect(look.status == 0)
    #expect(look.output.contains(#""format":"nats-connect""#))
    #expect(!look.output.contains("s3cret") || url == "ws://s3cret")
    let sizes = look.output.matches(of: /"offset":(\d+),"size":(\d+)/)
    var end = 0
    for size in sizes {
      #expect(Int(size.1) == end)
      end += Int(size.2) ?? 0
    }
    #expect(end == url.utf8.count)
  }

  @Test func `tells which clients read an address differently`() throws {
    let look = try Assay.run("inspect", "nats://a%40b@example.com")
    #expect(look.output.contains("without an error: node, node-2, swift"))
    #expect(look.output.contains("other credentials than these: c, python, python-old"))
  }

  @Test func `knows whose CONNECT line it sees`() throws {
    for variant in ["go", "java", "c", "csharp-v1", "python", "ruby", "node-1", "php", "swift"] {
      let line = try Assay.run(
        "mint", "nats-connect", "--as", variant, "token=t",
        "url=nats://127.0.0.1:4222")
      let text = line.output.trimmingCharacters(in: .newlines)
      let look = try Assay.run("inspect", text)
      #expect(look.output.contains("consistent with: \(variant)"), "\(variant): \(look.output)")
      #expect(look.output.contains("  claims     ok      a server reads auth_token"))
    }
  }

  @Test(arguments: [
    #"CONNECT {"AUTH_TOKEN":"s3cret"}"#, #"CONNECT {"\u0061uth_token":"s3cret","pass":"s3cret"}"#,
    #"CONNECT {"auth_token":"s3cret"#, "CONNECT s3cret\nPING s3cret",
  ])
  func `hides what a line shows, however it is written`(line: String) throws {
    let look = try Assay.run("inspect", line, "--format", "json")
    #expect(look.output.contains(#""format":"nats-connect""#))
    #expect(!look.output.contains("s3cret"))
    #expect(!look.output.contains("733363726574"))
  }

  @Test func `opens a line as a server does, without showing its token`() throws {
    let line = #"CONNECT {"auth_token":"s3cret","verbose":false}"#
    let opened = try Assay.run(["open", line], secret: "s3cret")
    #expect(opened.status == 0)
    #expect(opened.output == "accepted (nats-connect)\n  verbose       false\n")
    let refused = try Assay.run(["open", line], secret: "another")
    #expect(refused.status == 1)
    #expect(
      refused.output
        == "refused: policy/token.mismatch in auth_token: it is not the server's token\n")
    let longer = try Assay.run(["open", line + "\r\nPING"], secret: "s3cret")
    #expect(
      longer.output
        == "refused: structure/line.trailing in line at byte 49: 4 bytes after the end of the line\n"
    )
    let missing = try Assay.run(["open", "CONNECT {}"], secret: "s3cret")
    #expect(
      missing.output == "refused: policy/token.missing in auth_token: a token is expected\n")
  }

  @Test func `tells whether a hash is that of the secret`() throws {
    let hash = "$2a$04$N9qo8uLOickgx2ZMRZoMyexhJu7XyhFyrko6QMKtD6uvGcfCxpYoK"
    let look = try Assay.run(["inspect", hash], secret: "wrong")
    #expect(look.output.contains("not the secret's hash"))
    #expect(!look.output.contains("yexhJu7XyhFyrko6QMKtD6uvGcfCxpYoK"))
  }
}
