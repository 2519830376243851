package dev.tinwire.udppinger;

/** Times and shares as ping prints them. Not String.format, which alone costs a start 10 ms. */
final class Millis {
  private static final long MILLI = 1_000_000;

  private Millis() {}

  /** Fewer digits for longer times, as ping has it: {@code 0.067}, {@code 1.23}, {@code 45.6}. */
  static String brief(long nanos) {
    if (nanos < 0) return "-" + brief(-nanos);
    if (nanos < 1_000_000) return decimals(nanos, 3);
    if (nanos < 10_000_000) return decimals(nanos, 2);
    return decimals(nanos, nanos < 100_000_000 ? 1 : 0);
  }

  /** Always three digits behind the point. */
  static String exact(double nanos) {
    return nanos < 0 ? "-" + exact(-nanos) : decimals(Math.round(nanos), 3);
  }

  /** As {@link #exact}, without zeros that say nothing: {@code 0.25}, {@code 100}. */
  static String plain(double nanos) {
    return exact(nanos).replaceFirst("\\.?0+$", "");
  }

  private static String decimals(long nanos, int digits) {
    long unit = MILLI;
    for (int i = 0; i < digits; i++) unit /= 10;
    long units = (nanos + unit / 2) / unit;
    if (digits == 0) return Long.toString(units);
    long scale = MILLI / unit;
    String fraction = Long.toString(scale + units % scale).substring(1);
    return units / scale + "." + fraction;
  }

  /** A share in percent with at most four digits behind the point: {@code 33.3333%}, {@code 0%}. */
  static String percent(double percent) {
    long parts = Math.round(percent * 10_000);
    String whole = Long.toString(parts / 10_000);
    String fraction = Long.toString(10_000 + parts % 10_000).substring(1).replaceFirst("0+$", "");
    return (fraction.isEmpty() ? whole : whole + "." + fraction) + "%";
  }
}
