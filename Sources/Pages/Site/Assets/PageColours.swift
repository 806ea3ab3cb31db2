// SPDX-License-Identifier: MIT

/// The colours of every page, light and dark.
public enum PageColours {
  /// For a rule of a style sheet.
  public static let declarations = [
    "color-scheme: light dark;",
    "--ground: light-dark(#fff, #15181c);",
    "--raised: light-dark(#f4f5f7, #1f242a);",
    "--text: light-dark(#1b1f24, #e6e9ed);",
    "--quiet: light-dark(#505a66, #a9b4c0);",
    "--line: light-dark(#c8cfd8, #3b444f);",
    "--link: light-dark(#0b4fa8, #8ab8ff);",
    "--good: light-dark(#0f6b35, #7fd99f);",
    "--bad: light-dark(#a8201a, #ff9b93);",
  ].joined(separator: "\n  ")
}
