// SPDX-License-Identifier: MIT

/// What came of an example.
public struct ExampleResult: Equatable, Sendable {
  public enum Verdict: String, Sendable {
    case passed
    case failed
  }

  public let id: String
  public let file: String
  /// The line where the example begins.
  public let line: Int
  /// Why it failed; nothing where it passed.
  public let failure: ExampleFailure?

  public init(id: String, file: String, line: Int, failure: ExampleFailure?) {
    self.id = id
    self.file = file
    self.line = line
    self.failure = failure
  }

  public var verdict: Verdict { failure == nil ? .passed : .failed }

  /// The failure in lines for people, without a line feed at the end.
  public var detail: String {
    failure.map { "\(file):\($0.line): \($0.description)" } ?? ""
  }
}
