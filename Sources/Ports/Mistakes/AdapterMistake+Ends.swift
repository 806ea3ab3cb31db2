// SPDX-License-Identifier: MIT

// What is wrong with the end of a conversation.
extension AdapterMistake {
  static let stays = AdapterMistake(
    "end.stays", "Limits and faults",
    wants: "After the bye and the end of its input a port ends, in the time of a question.",
    remedy: "The loop goes on at the end of the input, where reading gives nothing for ever, or"
      + " something else keeps the program alive: a thread, a timer, a server.")

  static let staysAtEnd = AdapterMistake(
    "end.stays-without-bye", "The messages",
    wants: "The end of the input ends a port as a bye does.",
    remedy: "Only the bye leaves the loop. Leave it too where reading gives nothing more; a runner"
      + " that is killed cannot say bye.")

  static let status = AdapterMistake(
    "end.status", "Limits and faults", wants: "A port ends with exit 0.",
    remedy:
      "The bye or the end of the input is taken for a question, an exception ends the program,"
      + " or the status of the last command is not 0. Leave the loop, and exit with 0.")
}
