// SPDX-License-Identifier: MIT

// What is wrong with a hello.
extension AdapterMistake {
  static let helloFirst = AdapterMistake(
    "hello.first", "The messages", wants: "The hello comes before the first answer.",
    remedy: "The adapter answers the hello as if it were a question. It is the message with the"
      + " member hello, and the first.")

  static let helloTwice = AdapterMistake(
    "hello.twice", "Limits and faults", wants: "One hello of each process.",
    remedy: "A hello is written at the start and again as an answer, or with every answer. Write it"
      + " when the runner's hello comes, and then only.")

  static let helloOther = AdapterMistake(
    "hello.other", "Transport", wants: "Each process of a port says the same hello.",
    remedy: "Something in it changes from one start to the next, as a time or a process id.")

  static let `protocol` = AdapterMistake(
    "hello.protocol", "Hello", wants: "protocol is \"assay-port/1\".",
    remedy: "The member is left out or has another text. It came in the runner's hello.")

  static let run = AdapterMistake(
    "hello.run", "Hello", wants: "run is the text that came, unchanged.",
    remedy: "The hello is made without looking at the runner's. Copy run from it.")

  static let port = AdapterMistake(
    "hello.port", "Hello", wants: "port is an object with the texts name and language.",
    remedy: "A member is left out, empty or no text. Write {\"name\": \"my-port\", \"language\":"
      + " \"...\"}.")

  static let formats = AdapterMistake(
    "hello.formats", "Hello",
    wants: "formats is an object: for each format an object with the list ops, and inject.",
    remedy: "It is left out, empty, or a list of names. Write {\"nacos-jwt\": {\"ops\": [\"mint\"],"
      + " \"inject\": [\"now\"]}}.")

  static let unknownFormat = AdapterMistake(
    "hello.formats.unknown", "Hello", wants: "formats has the names of formats of the suite.",
    remedy: "The name is spelled another way, or is the SDK's. 'assay list formats' has them all.")

  static let operations = AdapterMistake(
    "hello.ops", "Hello", wants: "ops lists operations that the format has, and at least one.",
    remedy: "The name is spelled another way, or belongs to another format. See the operations of"
      + " the vectors: 'assay list vectors --type FORMAT'.")

  static let inject = AdapterMistake(
    "hello.inject", "Hello",
    wants: "inject lists what can be given: now, and names that questions of the format inject.",
    remedy: "The name is spelled another way. Names that are not known are never given, and the"
      + " tokens would be compared as if nothing could be.")

  static let inFlight = AdapterMistake(
    "hello.in-flight", "Hello", wants: "inFlight is a number of 1 to 1024, or absent.",
    remedy: "It is a text, zero, or far too much. Leave it out if in doubt.")

  static let indistinct = AdapterMistake(
    "hello.cannot-distinguish", "Hello",
    wants: "cannotDistinguish is a list of lists of refusals, each as \"STAGE/REASON\".",
    remedy: "One list is given where lists of lists are wanted, or a refusal that no vector has."
      + " 'assay list reasons' has the words.")

  static let choices = AdapterMistake(
    "hello.choices", "Hello", wants: "choices is a list of ids of deviations of severity choice.",
    remedy: "The id is spelled another way. 'assay list deviations' has them.")
}
