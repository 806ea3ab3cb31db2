// SPDX-License-Identifier: MIT

internal import Bytes
internal import JSON

// How languages write a number as text.
extension JSONValue {
  var pythonDigits: String {
    isInteger ? (lexeme == "-0" ? "0" : lexeme) : HostJSON.Numbers.python(double ?? 0)
  }

  /// Python 2 shows twelve digits.
  var python2Digits: String {
    guard !isInteger, let double, double.isFinite else { return pythonDigits }
    let text = DecimalDigits(double, roundedTo: 12)
      .written(plainWithin: -3...12, exponent: .init(digits: 2))
    return text.contains(".") || text.contains("e") ? text : text + ".0"
  }

  var perlDigits: String {
    if isInteger, Int64(lexeme) != nil || UInt64(lexeme) != nil { return lexeme }
    let double = double ?? 0
    guard double.isFinite else {
      return HostJSON.Numbers.named(double, infinity: "Inf", nan: "NaN")
    }
    return DecimalDigits(double, roundedTo: 15)
      .written(plainWithin: -3...15, exponent: .init(digits: 2))
  }

  private var lexeme: String {
    switch self {
    case .integer(let lexeme), .float(let lexeme): lexeme
    default: ""
    }
  }
}

extension Text {
  /// Whether Perl finds the text `== 0`: by the number that it begins with, if any.
  var isPerlZero: Bool {
    let rest = bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if let number = DecimalPrefix(rest) { return Double(number.lexeme) == 0 }
    let letters = rest.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }.prefix(3)
    return !["inf", "nan"].contains(String(decoding: letters, as: UTF8.self).lowercased())
  }

  /// The number that Perl reads at the beginning of the text.
  var perlNumber: Double {
    let rest = bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return DecimalPrefix(rest).flatMap { Double($0.lexeme) } ?? 0
  }
}
