package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;

/** Which rule tells a silent sender from a dead one. */
enum DetectorChoice {
  SILENCE("silence"),
  FIXED("fixed"),
  CHEN("chen"),
  PHI("phi"),
  PHI_AKKA("phi-akka"),
  PHI_CASSANDRA("phi-cassandra");

  private static final double THRESHOLD = 8;
  private final String word;

  DetectorChoice(String word) {
    this.word = word;
  }

  static DetectorChoice parse(String text) throws Malformed {
    for (var one : values()) if (one.word.equals(text)) return one;
    throw new Malformed(
        "rule", text, 0, "write silence, fixed, chen, phi, phi-akka or phi-cassandra");
  }

  /** For one sender, with the settings that those who use the rule have. */
  Detector one(Tolerance tolerance) {
    return switch (this) {
      case SILENCE -> new LongestSilence(tolerance);
      case FIXED -> new FixedMultiple(3);
      case CHEN -> new ChenMargin(1);
      case PHI -> new PhiAccrual(PhiAccrual.Form.PAPER, THRESHOLD);
      case PHI_AKKA -> new PhiAccrual(PhiAccrual.Form.AKKA, THRESHOLD);
      case PHI_CASSANDRA -> new PhiAccrual(PhiAccrual.Form.CASSANDRA, THRESHOLD);
    };
  }

  /** For many. */
  Detection many(Tolerance tolerance) {
    return this == SILENCE ? new Silences(tolerance) : Detection.each(() -> one(tolerance));
  }
}
