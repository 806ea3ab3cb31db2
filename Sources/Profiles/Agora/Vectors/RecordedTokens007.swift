// SPDX-License-Identifier: MIT

internal import JSON

/// Tokens of one request each, as the zlib of several assistants compressed them.
enum RecordedTokens007 {
  /// The privilege to join; as the library zlib compresses it.
  static let join: JSONValue =
    "007eJxTYBBbsMMnKq7p9Hf/HcIX5kce9b518kCiQgSr5Zrp4X1Tu6UUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yN3b8IMEQwMTAwMoAwBIL4CgzmKeZGxmamqUmWFsYmFqbGluapxqnGaZYpJmYGSSkpiVwMRhYWRsYmhkbmxgDCaiTj"
  /// The same by Go: an empty block at the end.
  static let joinGo: JSONValue =
    "007eJxSYBBbsMMnKq7p9Hf/HcIX5kce9b518kCiQgSr5Zrp4X1Tu6UUGCzNDZwdjU1TUs0Mkk1MzExMk5ISUy0SjQxNDcwMk4yN3b8IMEQwMTAwMoAwBIL4CgzmKeZGxmamqUmWFsYmFqbGluapxqnGaZYpJmYGSSkpiVwMRhYWRsYmhkbmxoAAAAD//8JqJOM="
  /// The same by SharpZipLib: a code of its own.
  static let joinDotNet: JSONValue =
    "007eJwlx6EKQjEUgOGjYDEJgsG0R9h2zrazKAaDgtGrQdg880Gsgk2M+gA+wI0Wg1jMPodglYv8/OFTMLjUs9V69/zO6/7rvLxP349bUlUnXk+Lw3E/VBCDHo/QSfF6Q+TJ5ZwKJ2uc9iYjTj49qNoALWj+11hBkGDRu5IjI7HDGAoW3EYhr7NI6oJltkjGBvwBwmok4w=="
  /// All eight services by Go.
  static let allGo: JSONValue =
    "007eJxSYLhy4SfPzaJlItl6b04+TDoeK666LlyNY091/8qvK+69feiiwGBpbuDsaGyakmpmkGxiYmZimpSUmGqRaGRoamBmmGRs7P5FgCGCiYGBkYGBgYOBEQxBfAUG8xRzI2Mz09QkSwtjEwtTY0vzVONU4zTLFBMzg6SUlEQuBiMLCyNjE0Mjc2MmuD5OhpLU4pL40uLUImYyDWOB62OFs5Dl2cg0lx2uj5nB0MgYWYoR6nc0HzAwAAIAAP//0iRMHQ=="
  /// The same by the zlib of Node.js.
  static let allNode: JSONValue =
    "007eJxTYLhy4SfPzaJlItl6b04+TDoeK666LlyNY091/8qvK+69feiiwGBpbuDsaGyakmpmkGxiYmZimpSUmGqRaGRoamBmmGRs7P5FgCGCiYGBkYGBgYOBEQxBfAUG8xRzI2Mz09QkSwtjEwtTY0vzVONU4zTLFBMzg6SUlEQuBiMLCyNjE0Mjc2MmuD5OhpLU4pL40uLUImYyDWOB62OFs5Dl2cg0lx2uj5nB0MgYWYoR6nc0HzAwAADSJEwd"
  /// The same by SharpZipLib.
  static let allDotNet: JSONValue =
    "007eJydj70OAVEUhA/rZ4lCIdFuQym799y/LYXEI9CI7HWvRre7Kg/hLYTGE+hFp9BoJHo6Ch2byEaUcpKTmUy+ScaB4+FZOYXL2rR13V/UblhvbPpNeztfrB+r8+3SdcAXbqeNTBvujinllCkVGBkQj7ncU4i9exUGWYAMANjvn1ziHRBaEOTMKF8ilQx9YdDgxNeUu0rroAxESoLUIwKzKVeC2ETxaBaZ0PqzLJdy+VR954U/e4spZ4FH8DvKfLb/LAB4AdIkTB0="
}
