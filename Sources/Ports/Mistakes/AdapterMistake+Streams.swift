// SPDX-License-Identifier: MIT

// What goes wrong before a message is one.
extension AdapterMistake {
  static let start = AdapterMistake(
    "start", "Transport",
    wants: "The runner starts the command as it is given, without a shell, in its own folder.",
    remedy: "The program is not found by PATH or from this folder, or must not be executed. A line"
      + " for a shell is started as: sh -c 'LINE'.")

  static let endsAtOnce = AdapterMistake(
    "ends-at-once", "Transport",
    wants: "The port reads messages from its standard input until a bye or the end of the input.",
    remedy: "The program does not read its standard input in a loop, or fails while it starts: a"
      + " module that is missing, another folder than usual. Start it by hand, and type a hello.")

  static let silent = AdapterMistake(
    "silent", "Limits and faults",
    wants: "A hello within 30 seconds, and an answer within the time of a question.",
    remedy: "The program does not read its standard input, waits for something else, or passes over"
      + " this message. Say on the standard error what it reads, which is shown here.")

  static let late = AdapterMistake(
    "late", "Transport",
    wants: "A port that buffers its output has to flush after each message; the next question may"
      + " come only then.",
    remedy: "Nothing came until the input had ended. Either the output stays in a buffer: flush"
      + " after each line, as print(..., flush=True), fflush(stdout) or System.out.flush() do. Or"
      + " the program reads all of its input first, or waits for more questions: read a line,"
      + " answer it, then read the next.")

  static let noLineFeed = AdapterMistake(
    "no-line-feed", "Transport", wants: "A line feed after each message.",
    remedy: "The message is written without a line end: write it and \"\\n\", then flush.")

  static let endless = AdapterMistake(
    "endless", "Limits and faults", wants: "At most 16 MiB without a line feed.",
    remedy: "The program writes without end: a loop that does not wait for input.")

  static let noJSON = AdapterMistake(
    "no-json", "Transport", wants: "One JSON object a line.",
    remedy: "The line is put together by hand, or is the print of an object of the language, as"
      + " Python's {'seq': ...}. Use the language's JSON library: json.dumps, JSON.stringify.")

  static let manyLines = AdapterMistake(
    "many-lines", "Transport", wants: "One JSON object a line.",
    remedy: "The JSON is written with indents or line feeds. Write it compact: without indent.")

  static let list = AdapterMistake(
    "list", "Transport", wants: "One JSON object a line.",
    remedy: "Messages are collected in a list. Write each on a line of its own, as soon as it is"
      + " there.")

  static let notUTF8 = AdapterMistake(
    "utf-8", "Transport", wants: "Messages are UTF-8.",
    remedy:
      "The stream has another encoding, or bytes of a token or a name are written as they are."
      + " Let the output be UTF-8, and give bytes that are none as {\"hex\": \"...\"}.")

  static let notWrapped = AdapterMistake(
    "hello.wrapped", "Hello", wants: "The message is an object with the member hello.",
    remedy: "The members stand at the top. Write {\"hello\": {\"protocol\": ...}}.")

  static let seqMissing = AdapterMistake(
    "seq.missing", "Answers", wants: "An answer has the seq of its question.",
    remedy: "The member is left out, or has another name. Copy seq from the question.")

  static let seqType = AdapterMistake(
    "seq.type", "Questions", wants: "The seq of the question, the text as it came.",
    remedy: "The adapter turns seq into a number, or counts by itself. Keep the text.")

  static let unknownMessage = AdapterMistake(
    "message.unknown", "The messages", wants: "From the port come a hello and answers.",
    remedy: "The object has neither hello nor seq. What is no message belongs on the standard"
      + " error.")
}
