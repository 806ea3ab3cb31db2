// SPDX-License-Identifier: MIT

import JSON
import Testing

/// A text that is no JSON, and what the reader says about it.
struct BadText: CustomTestStringConvertible {
  let text: String
  let code: JSONError.Code
  let offset: Int
  let detail: String
  var testDescription: String { text.debugDescription }

  init(_ text: String, _ code: JSONError.Code, _ offset: Int, _ detail: String) {
    (self.text, self.code, self.offset, self.detail) = (text, code, offset, detail)
  }

  static let all = nothing + words + numbers + strings + escapes + arrays + objects + trailing

  static let nothing = [
    BadText("", .value, 0, "a value is expected, the end of the text found"),
    BadText(" \t\r\n", .value, 4, "a value is expected, the end of the text found"),
    BadText("\u{FEFF}1", .value, 0, "a value is expected, byte 0xef found"),
    BadText("\u{A0}1", .value, 0, "a value is expected, byte 0xc2 found"),
    BadText("\u{B}1", .value, 0, "a value is expected, byte 0x0b found"),
    BadText("\u{0}", .value, 0, "a value is expected, byte 0x00 found"),
    BadText("]", .value, 0, "a value is expected, ']' found"),
    BadText("}", .value, 0, "a value is expected, '}' found"),
    BadText(":1", .value, 0, "a value is expected, ':' found"),
    BadText(",1", .value, 0, "a value is expected, ',' found"),
    BadText("(1)", .value, 0, "a value is expected, '(' found"),
    BadText("// note\n1", .value, 0, "a value is expected, '/' found"),
  ]

  static let words = [
    BadText("x", .value, 0, "a value is expected, 'x' found"),
    BadText("'a'", .value, 0, "a value is expected, ''' found"),
    BadText("tru", .value, 0, "a value is expected, the word is not 'true'"),
    BadText("True", .value, 0, "a value is expected, 'T' found"),
    BadText("fals", .value, 0, "a value is expected, the word is not 'false'"),
    BadText("nULL", .value, 0, "a value is expected, the word is not 'null'"),
    BadText("nan", .value, 0, "a value is expected, the word is not 'null'"),
    BadText("NaN", .value, 0, "a value is expected, 'N' found"),
    BadText("Infinity", .value, 0, "a value is expected, 'I' found"),
    BadText("undefined", .value, 0, "a value is expected, 'u' found"),
    BadText("[tru]", .value, 1, "a value is expected, the word is not 'true'"),
    BadText("[truex]", .comma, 5, "',' or ']' is expected, 'x' found"),
  ]

  static let numbers = [
    BadText("-", .number, 1, "a digit of the number is expected, the end of the text found"),
    BadText("--1", .number, 1, "a digit of the number is expected, '-' found"),
    BadText("-Infinity", .number, 1, "a digit of the number is expected, 'I' found"),
    BadText("-.5", .number, 1, "a digit of the number is expected, '.' found"),
    BadText("+1", .value, 0, "a value is expected, '+' found"),
    BadText(".5", .value, 0, "a value is expected, '.' found"),
    BadText("1.", .number, 2, "a digit of the fraction is expected, the end of the text found"),
    BadText("1.e2", .number, 2, "a digit of the fraction is expected, 'e' found"),
    BadText("[1.]", .number, 3, "a digit of the fraction is expected, ']' found"),
    BadText("1e", .number, 2, "a digit of the exponent is expected, the end of the text found"),
    BadText("1e+", .number, 3, "a digit of the exponent is expected, the end of the text found"),
    BadText("1E-x", .number, 3, "a digit of the exponent is expected, 'x' found"),
    BadText("1e+-2", .number, 3, "a digit of the exponent is expected, '-' found"),
    BadText("01", .number, 1, "no digit may follow a leading 0"),
    BadText("-01", .number, 2, "no digit may follow a leading 0"),
    BadText("00", .number, 1, "no digit may follow a leading 0"),
    BadText("[0123]", .number, 2, "no digit may follow a leading 0"),
    BadText("01.5", .number, 1, "no digit may follow a leading 0"),
    BadText("\u{FF11}", .value, 0, "a value is expected, byte 0xef found"),
  ]

  static let strings = [
    BadText(#"""#, .unterminated, 1, "the string that begins at byte 0 does not end"),
    BadText(#""abc"#, .unterminated, 4, "the string that begins at byte 0 does not end"),
    BadText(#"["abc"#, .unterminated, 5, "the string that begins at byte 1 does not end"),
    BadText(#""a\""#, .unterminated, 4, "the string that begins at byte 0 does not end"),
    BadText(#"{"a":"b}"#, .unterminated, 8, "the string that begins at byte 5 does not end"),
    BadText(#"{"a:1}"#, .unterminated, 6, "the string that begins at byte 1 does not end"),
    BadText("\"a\nb\"", .control, 2, "a control character must be escaped, byte 0x0a found"),
    BadText("\"\t\"", .control, 1, "a control character must be escaped, byte 0x09 found"),
    BadText("\"\u{0}\"", .control, 1, "a control character must be escaped, byte 0x00 found"),
    BadText("\"é\u{1F}\"", .control, 3, "a control character must be escaped, byte 0x1f found"),
    BadText("{\"a\r\":1}", .control, 3, "a control character must be escaped, byte 0x0d found"),
  ]

  static let escapes = [
    BadText(#""\"#, .escape, 1, "an escape is expected after the backslash"),
    BadText(#""\x41""#, .escape, 1, "an escape is expected after the backslash"),
    BadText(#""\'""#, .escape, 1, "an escape is expected after the backslash"),
    BadText(#""\0""#, .escape, 1, "an escape is expected after the backslash"),
    BadText(#""\U0041""#, .escape, 1, "an escape is expected after the backslash"),
    BadText(#""ab\a""#, .escape, 3, "an escape is expected after the backslash"),
    BadText(#""\é""#, .escape, 1, "an escape is expected after the backslash"),
    BadText("\"\\\n\"", .escape, 1, "an escape is expected after the backslash"),
    BadText(#"{"a\q":1}"#, .escape, 3, "an escape is expected after the backslash"),
    BadText(#""\u""#, .escape, 1, #"four hexadecimal digits are expected after \u"#),
    BadText(#""\u12""#, .escape, 1, #"four hexadecimal digits are expected after \u"#),
    BadText(#""\u004"#, .escape, 1, #"four hexadecimal digits are expected after \u"#),
    BadText(#""\u12G4""#, .escape, 1, #"four hexadecimal digits are expected after \u"#),
    BadText(#""\u{41}""#, .escape, 1, #"four hexadecimal digits are expected after \u"#),
    BadText(#""\u+041""#, .escape, 1, #"four hexadecimal digits are expected after \u"#),
    BadText(#""\u 041""#, .escape, 1, #"four hexadecimal digits are expected after \u"#),
    BadText(#""\uD800\uZZZZ""#, .escape, 7, #"four hexadecimal digits are expected after \u"#),
    BadText(#""\uD800\"#, .escape, 7, "an escape is expected after the backslash"),
  ]

  static let arrays = [
    BadText("[", .value, 1, "a value is expected, the end of the text found"),
    BadText("[1", .comma, 2, "',' or ']' is expected, the end of the text found"),
    BadText("[1,", .value, 3, "a value is expected, the end of the text found"),
    BadText("[1,]", .value, 3, "a value is expected, ']' found"),
    BadText("[ , 1]", .value, 2, "a value is expected, ',' found"),
    BadText("[,]", .value, 1, "a value is expected, ',' found"),
    BadText("[1,,2]", .value, 3, "a value is expected, ',' found"),
    BadText("[1 2]", .comma, 3, "',' or ']' is expected, '2' found"),
    BadText("[1;2]", .comma, 2, "',' or ']' is expected, ';' found"),
    BadText("[1}", .comma, 2, "',' or ']' is expected, '}' found"),
    BadText(#"["a":1]"#, .comma, 4, "',' or ']' is expected, ':' found"),
    BadText("[[1]", .comma, 4, "',' or ']' is expected, the end of the text found"),
    BadText("[1\u{0}]", .comma, 2, "',' or ']' is expected, byte 0x00 found"),
    BadText("[\u{C}]", .value, 1, "a value is expected, byte 0x0c found"),
    BadText("[1 /* one */]", .comma, 3, "',' or ']' is expected, '/' found"),
  ]

  static let objects = [
    BadText("{", .name, 1, "a name in quotes is expected, the end of the text found"),
    BadText("{,}", .name, 1, "a name in quotes is expected, ',' found"),
    BadText("{a:1}", .name, 1, "a name in quotes is expected, 'a' found"),
    BadText("{'a':1}", .name, 1, "a name in quotes is expected, ''' found"),
    BadText("{1:1}", .name, 1, "a name in quotes is expected, '1' found"),
    BadText("{null:1}", .name, 1, "a name in quotes is expected, 'n' found"),
    BadText("{[]:1}", .name, 1, "a name in quotes is expected, '[' found"),
    BadText("[{]", .name, 2, "a name in quotes is expected, ']' found"),
    BadText(#"{"a":1,"#, .name, 7, "a name in quotes is expected, the end of the text found"),
    BadText(#"{"a":1,}"#, .name, 7, "a name in quotes is expected, '}' found"),
    BadText(#"{"a":1,,"b":2}"#, .name, 7, "a name in quotes is expected, ',' found"),
    BadText(#"{"a""#, .colon, 4, "':' is expected after the name, the end of the text found"),
    BadText(#"{"a" 1}"#, .colon, 5, "':' is expected after the name, '1' found"),
    BadText(#"{"a"=1}"#, .colon, 4, "':' is expected after the name, '=' found"),
    BadText(#"{"a","b"}"#, .colon, 4, "':' is expected after the name, ',' found"),
    BadText(#"{"a"}"#, .colon, 4, "':' is expected after the name, '}' found"),
    BadText(#"{"a":"#, .value, 5, "a value is expected, the end of the text found"),
    BadText(#"{"a":}"#, .value, 5, "a value is expected, '}' found"),
    BadText(#"{"a"::1}"#, .value, 5, "a value is expected, ':' found"),
    BadText(#"{"a":{"b":}}"#, .value, 10, "a value is expected, '}' found"),
    BadText(#"{"a":1"#, .comma, 6, "',' or '}' is expected, the end of the text found"),
    BadText(#"{"a":1 "b":2}"#, .comma, 7, "',' or '}' is expected, '\"' found"),
    BadText(#"{"a":1]"#, .comma, 6, "',' or '}' is expected, ']' found"),
    BadText(#"{"a":1;}"#, .comma, 6, "',' or '}' is expected, ';' found"),
    BadText(#"{"a":1 // one"#, .comma, 7, "',' or '}' is expected, '/' found"),
  ]

  static let trailing = [
    BadText("1 2", .trailing, 2, "1 bytes after the end of the value"),
    BadText("0x10", .trailing, 1, "3 bytes after the end of the value"),
    BadText("1_000", .trailing, 1, "4 bytes after the end of the value"),
    BadText("1,000", .trailing, 1, "4 bytes after the end of the value"),
    BadText("0.0.1", .trailing, 3, "2 bytes after the end of the value"),
    BadText("1e1.5", .trailing, 3, "2 bytes after the end of the value"),
    BadText("1.0f", .trailing, 3, "1 bytes after the end of the value"),
    BadText("truex", .trailing, 4, "1 bytes after the end of the value"),
    BadText("null\u{0}", .trailing, 4, "1 bytes after the end of the value"),
    BadText(#""a" "b""#, .trailing, 4, "3 bytes after the end of the value"),
    BadText(#""a"b"#, .trailing, 3, "1 bytes after the end of the value"),
    BadText("[1]]", .trailing, 3, "1 bytes after the end of the value"),
    BadText("[1],", .trailing, 3, "1 bytes after the end of the value"),
    BadText("{}}", .trailing, 2, "1 bytes after the end of the value"),
    BadText("{} \n{}", .trailing, 4, "2 bytes after the end of the value"),
    BadText("{}#", .trailing, 2, "1 bytes after the end of the value"),
  ]
}
