// SPDX-License-Identifier: MIT

import Files
import Testing

@Suite struct LinkageTests {
  static let sources =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Sources"

  @Test(arguments: ["Agora", "Bytes", "Crypto", "CryptoCalls", "JSON", "NATS", "Nacos", "Zego"])
  func `a target that a server links imports no Foundation`(target: String) throws {
    let files = try Folder.files(below: "\(Self.sources)/\(target)", suffix: ".swift")
    #expect(!files.isEmpty)
    for file in files {
      let lines = String(decoding: try InputFile.contents(of: file), as: UTF8.self)
        .split(separator: "\n")
      let imports = lines.filter { $0.split(separator: " ").contains("import") }
        .compactMap { $0.split(separator: " ").last }
      let allowed: Set<Substring> = ["Bytes", "Crypto", "CryptoCalls", "JSON", "CCrypto"]
      #expect(allowed.isSuperset(of: imports), "\(file)")
    }
  }
}
