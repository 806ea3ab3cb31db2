// SPDX-License-Identifier: MIT

// What is wrong with an answer.
extension AdapterMistake {
  static let unasked = AdapterMistake(
    "answer.unasked", "Limits and faults", wants: "An answer is to a question that is under way.",
    remedy: "The seq is changed, cut, or that of an earlier question: a variable that keeps its"
      + " value.")

  static let answeredTwice = AdapterMistake(
    "answer.twice", "Limits and faults", wants: "One answer to each question.",
    remedy: "The answer is written in two places, or again after an error. Make it first, write it"
      + " once.")

  static let endsOnQuestion = AdapterMistake(
    "answer.ends", "Limits and faults",
    wants: "Every question has an answer; an exception is answered by crashed.",
    remedy: "An exception leaves the loop. Catch what the port throws: its own way to refuse is"
      + " refused, everything else crashed.")

  static let kind = AdapterMistake(
    "answer.kind", "Answers",
    wants: "An answer has exactly one of accepted, refused, crashed, inexpressible, unsupported.",
    remedy:
      "The member has another name, as result or error, stands one level too deep, or an error"
      + " is added to an answer that is there.")

  static let typed = AdapterMistake(
    "answer.typed", "Answers",
    wants: "Values are typed: {\"text\": \"...\"}, {\"int\": \"12\"}, {\"hex\": \"6a6b\"},"
      + " {\"members\": {...}}, lists of them, true, false, null.",
    remedy: "A value of the language is written as JSON has it. Numbers are texts of decimal digits"
      + " in int, bytes an even number of hexadecimal digits in hex, objects stand in members.")

  static let accepted = AdapterMistake(
    "answer.accepted", "Answers",
    wants:
      "accepted has members of the answer that the vectors of the operation have, and no other.",
    remedy: "A member has another name, as jwt for token, or what the token says is told beside it."
      + " The claims are one object; what is no claim stands beside them.")

  static let acceptedKind = AdapterMistake(
    "answer.accepted.kind", "Answers", wants: "A member has the type that the vectors give it.",
    remedy:
      "A number is given as a text, a text as bytes, or claims as the text of their JSON. Read"
      + " the claims, and type each.")

  static let emptyToken = AdapterMistake(
    "answer.empty", "Answers", wants: "accepted: here is what was asked for.",
    remedy:
      "The call returned nothing, and the adapter takes that for an answer. A port that refuses"
      + " by an empty result is answered by refused.")

  static let refused = AdapterMistake(
    "answer.refused", "Answers",
    wants:
      "refused is an object with stage and reason in the words of the vectors, or with neither.",
    remedy: "The port's own words stand there. Put them in message, and leave stage and reason out,"
      + " or translate them; 'assay list reasons' has the words.")

  static let promised = AdapterMistake(
    "answer.promised", "Hello", wants: "What is promised is answered.",
    remedy: "The hello promises an operation that the adapter does not call. Take it out of ops, or"
      + " add the call.")

  static let unsupported = AdapterMistake(
    "answer.unsupported", "Answers",
    wants: "What the port does not do is answered by unsupported, and the port goes on.",
    remedy:
      "The adapter does not look at format and op before it calls. Look the pair up in a table,"
      + " and answer {\"unsupported\": {\"what\": \"...\"}} where it is not.")

  static let unknownMember = AdapterMistake(
    "answer.unknown-member", "Questions", wants: "A member that is not known is passed over.",
    remedy:
      "The question is read by a strict reader, or all of its members go to the call. Take the"
      + " members that are known by their names.")
}
