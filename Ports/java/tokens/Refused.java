// SPDX-License-Identifier: 0BSD
package tokens;

/** At which stage a question is refused, and why. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String stage;
  private final String reason;

  public Refused(String stage, String reason) {
    super(stage + "/" + reason);
    this.stage = stage;
    this.reason = reason;
  }

  public String stage() {
    return stage;
  }

  public String reason() {
    return reason;
  }

  static void check(boolean holds, String stage, String reason) {
    if (!holds) throw new Refused(stage, reason);
  }
}
