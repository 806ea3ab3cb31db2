// SPDX-License-Identifier: MIT

internal import Suite

/// What the flags of the vectors of AccessToken 007 mean.
enum Notes007 {
  static let all = [
    VectorNote("usual", .basic, "What the documentation shows."),
    VectorNote("service", .basic, "A service with its own fields."),
    VectorNote("several", .basic, "Several services in one token."),
    VectorNote("builder", .basic, "A function above the builder."),
    VectorNote("own-clock", .basic, "Salt and time are the implementation's own."),
    VectorNote("given", .basic, "Salt and time of issue are set by the caller."),
    VectorNote("reopened", .basic, "A token is loaded and built again."),
    VectorNote("user", .edgeCase, "Users that are easily taken for something else."),
    VectorNote("boundary", .edgeCase, "The least or the greatest that is allowed."),
    VectorNote("width", .edgeCase, "Numbers at the ends of their fields."),
    VectorNote("order", .edgeCase, "What is free in its order, or has one of its own."),
    VectorNote("repeated", .edgeCase, "What is given or stands twice."),
    VectorNote("size", .edgeCase, "Content beyond the buffers of some implementations."),
    VectorNote("privilege", .edgeCase, "Privileges that are given, and until when."),
    VectorNote("any-user", .knownBug, "The uid 0 and the empty user stand for every user."),
    VectorNote("compression", .encoding, "One content in many compressed streams."),
    VectorNote("text", .encoding, "Characters that a language can write otherwise."),
    VectorNote("version", .encoding, "The first three characters."),
    VectorNote("base64", .malleability, "Text that some readers of base64 take for another."),
    VectorNote("stream", .resource, "Streams that are damaged, none, or too much."),
    VectorNote("byte-order", .encoding, "A number whose bytes stand in the other order."),
    VectorNote("identifier", .modifiedParameter, "App ids and certificates."),
    VectorNote("name", .modifiedParameter, "Names beyond the documented limits."),
    VectorNote("range", .modifiedParameter, "Numbers beyond their fields."),
    VectorNote("type", .modifiedParameter, "Values of another type."),
    VectorNote("layout", .modifiedParameter, "Fields with a value that is not allowed."),
    VectorNote("length", .modifiedParameter, "Lengths and counts that do not fit the bytes."),
    VectorNote("truncated", .missingStep, "Content that ends too early."),
    VectorNote("trailing", .malleability, "Bytes that no field takes."),
    VectorNote("unsound", .missingStep, "A token that is loaded must be whole."),
    VectorNote("forged", .authenticationBypass, "A signature that is not the certificate's."),
    VectorNote("time", .authenticationBypass, "A token is good from its issue to its end."),
    VectorNote("wish", .authenticationBypass, "A token is good for what it names."),
  ]
}
