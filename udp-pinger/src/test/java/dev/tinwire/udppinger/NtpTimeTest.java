package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NtpTimeTest {
  @ParameterizedTest(name = "{0} ns since 1970 is {1}")
  @CsvSource(
      textBlock =
          """
          0,                   83aa7e8000000000
          500000000,           83aa7e8080000000
          -1,                  83aa7e7ffffffffc
          1,                   83aa7e8000000005
          # the last second of era 0, the first of era 1 (RFC 5905 Figure 4)
          2085978495000000000, ffffffff00000000
          2085978496000000000, 0000000000000000
          """)
  void ntp(long nanos, String stamp) {
    assertEquals(Long.parseUnsignedLong(stamp, 16), NtpTime.of(nanos));
    assertEquals(nanos, NtpTime.epochNanos(Long.parseUnsignedLong(stamp, 16)));
  }

  @Test
  void ptp() {
    short ptp = new ErrorEstimate(false, true, 0, 1).bits();
    assertEquals(1_999_999_999L, NtpTime.epochNanos(0x0000_0001_3b9a_c9ffL, ptp));
  }

  /** The truncated PTP timestamp of a time in nanoseconds since 1970; we never send one. */
  private static long ptp(long epochNanos) {
    return (epochNanos / 1_000_000_000) << 32 | epochNanos % 1_000_000_000;
  }

  @Property
  void readBackToTheNanosecond(
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000_000L) long nanos) {
    assertEquals(nanos, NtpTime.epochNanos(NtpTime.of(nanos)));
  }

  @ParameterizedTest(name = "{0} s off in {1}: present is {2}")
  @CsvSource({
    "0, NTP, true",
    "86399, NTP, true",
    "86400, NTP, false",
    "-86399, PTP, true",
    "-86400, PTP, false"
  })
  void present(long off, String format, boolean expected) {
    long now = 1_767_225_600_000_000_000L;
    long stamp = now + off * 1_000_000_000L;
    long bits = format.equals("NTP") ? NtpTime.of(stamp) : ptp(stamp);
    assertEquals(expected, NtpTime.isPresent(bits, now));
  }

  @ParameterizedTest(name = "{0} is S {1} Z {2} scale {3} multiplier {4}")
  @CsvSource({"1601, false, false, 22, 1", "8001, true, false, 0, 1", "7fff, false, true, 63, 255"})
  void errorEstimate(String bits, boolean s, boolean z, int scale, int multiplier) {
    short value = (short) Integer.parseInt(bits, 16);
    var estimate = new ErrorEstimate(s, z, scale, multiplier);
    assertEquals(estimate, ErrorEstimate.of(value));
    assertEquals(value, estimate.bits());
  }

  @Test
  void anErrorIsInSeconds() {
    assertEquals(1.0 / 1024, ErrorEstimate.of(ErrorEstimate.OURS).seconds());
    assertThrows(IllegalArgumentException.class, () -> new ErrorEstimate(false, false, 64, 1));
    assertThrows(IllegalArgumentException.class, () -> new ErrorEstimate(false, false, 0, 256));
  }
}
