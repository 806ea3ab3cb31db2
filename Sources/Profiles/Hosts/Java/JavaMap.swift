// SPDX-License-Identifier: MIT

/// A map that keeps the order in which its names came first.
struct JavaMap: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    let name: JavaString
    var value: JavaValue
  }

  private(set) var entries: [Entry] = []
  private var places: [JavaString: Int] = [:]

  subscript(name: JavaString) -> JavaValue? {
    get { places[name].map { entries[$0].value } }
    set {
      guard let value = newValue else { return }
      if let place = places[name] {
        entries[place].value = value
      } else {
        places[name] = entries.count
        entries.append(Entry(name: name, value: value))
      }
    }
  }

  /// The value of a name, unless it is null.
  func value(_ name: String) -> JavaValue? {
    self[JavaString(name.utf16)].flatMap { $0 == .null ? nil : $0 }
  }
}
