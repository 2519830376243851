package dev.tinwire.udppinger;

import dev.tinwire.wire.Malformed;
import java.util.Locale;
import java.util.Map;

/**
 * A class of traffic as people write it for {@code --dscp}: six bits as a number, or the name they
 * have in the registry of differentiated services (RFC 2474, 2597, 3246, 5865, 8622).
 *
 * <pre>
 * class = 0–63 / "CS" 0–7 / "AF" 1–4 1–3 / "EF" / "VA" / "LE" / "BE" / "DF"    ; in either case
 * </pre>
 */
final class TrafficClass {
  private static final int MOST = 63;

  private static final Map<String, Integer> NAMES =
      Map.of("BE", 0, "DF", 0, "LE", 1, "VA", 44, "EF", 46);

  private TrafficClass() {}

  static Integer parse(String text) throws Malformed {
    String name = text.toUpperCase(Locale.ROOT);
    Integer known = NAMES.get(name);
    if (known != null) return known;
    if (name.matches("CS[0-7]")) return 8 * digit(name, 2); // RFC 2474 §4.2.2
    if (name.matches("AF[1-4][1-3]")) return 8 * digit(name, 2) + 2 * digit(name, 3); // RFC 2597 §6
    if (name.matches("[0-9]{1,2}") && Integer.parseInt(name) <= MOST) return Integer.valueOf(name);
    throw new Malformed("class", text, 0, "write a number from 0 to 63, or EF, AF41, CS5, LE …");
  }

  private static int digit(String name, int at) {
    return name.charAt(at) - '0';
  }
}
