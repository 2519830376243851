package dev.tinwire.httpclient;

import java.util.Optional;

/** Unicode in the letters of the DNS (RFC 3492): {@code bücher} is {@code bcher-kva}. */
final class Punycode {
  // §5: the parameters of IDNA
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_N = 0x80;

  /** More than any label decodes to; the algorithm takes quadratic time. */
  private static final int MOST = 1024;

  private Punycode() {}

  /** §6.2; empty if it is no Punycode. */
  static Optional<String> decode(String text) {
    if (text.length() > MOST || text.chars().anyMatch(c -> c >= 0x80)) return Optional.empty();
    int hyphen = text.lastIndexOf('-');
    var out = new StringBuilder(text.substring(0, Math.max(0, hyphen)));
    int count = out.length();
    int n = FIRST_N;
    int bias = FIRST_BIAS;
    long i = 0;
    int at = hyphen > 0 ? hyphen + 1 : 0;
    while (at < text.length()) {
      long before = i;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = at < text.length() ? digit(text.charAt(at++)) : -1;
        if (digit < 0) return Optional.empty();
        i += digit * weight;
        if (i > Integer.MAX_VALUE) return Optional.empty();
        int t = threshold(k, bias);
        if (digit < t) break;
        weight *= BASE - t;
        if (weight > Integer.MAX_VALUE) return Optional.empty();
      }
      count++;
      bias = adapt(i - before, count, before == 0);
      n += (int) (i / count);
      i %= count;
      if (n < 0 || n > Character.MAX_CODE_POINT) return Optional.empty();
      out.insert(out.offsetByCodePoints(0, (int) i), Character.toChars(n));
      i++;
    }
    return Optional.of(out.toString());
  }

  /** §6.3. */
  static String encode(String text) {
    int[] points = text.codePoints().toArray();
    var out = new StringBuilder();
    for (int c : points) if (c < FIRST_N) out.append((char) c);
    int basic = out.length();
    if (basic > 0) out.append('-');
    int done = basic;
    int n = FIRST_N;
    long delta = 0;
    int bias = FIRST_BIAS;
    while (done < points.length) {
      int next = Integer.MAX_VALUE;
      for (int c : points) if (c >= n && c < next) next = c;
      delta += (long) (next - n) * (done + 1);
      n = next;
      for (int c : points) {
        if (c < n) delta++;
        if (c == n) {
          append(out, delta, bias);
          bias = adapt(delta, done + 1, done == basic);
          delta = 0;
          done++;
        }
      }
      delta++;
      n++;
    }
    return out.toString();
  }

  private static void append(StringBuilder out, long delta, int bias) {
    long q = delta;
    for (int k = BASE; ; k += BASE) {
      int t = threshold(k, bias);
      if (q < t) break;
      out.append(letter((int) (t + (q - t) % (BASE - t))));
      q = (q - t) / (BASE - t);
    }
    out.append(letter((int) q));
  }

  private static int threshold(int k, int bias) {
    return Math.clamp(k - bias, T_MIN, T_MAX);
  }

  /** §6.1. */
  private static int adapt(long delta, int count, boolean first) {
    long d = first ? delta / DAMP : delta / 2;
    d += d / count;
    int k = 0;
    while (d > (BASE - T_MIN) * T_MAX / 2) {
      d /= BASE - T_MIN;
      k += BASE;
    }
    return (int) (k + (BASE - T_MIN + 1) * d / (d + SKEW));
  }

  private static char letter(int digit) {
    return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
  }

  private static int digit(char c) {
    if (c >= 'a' && c <= 'z') return c - 'a';
    if (c >= 'A' && c <= 'Z') return c - 'A';
    return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }
}
