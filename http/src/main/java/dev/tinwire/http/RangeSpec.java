package dev.tinwire.http;

/** One of the ranges a client asks for (RFC 9110 §14.1.1), before the length is known. */
public sealed interface RangeSpec {
  /** {@code 5-}: from there to the end. */
  record From(long first) implements RangeSpec {
    public From {
      demand(first >= 0);
    }

    @Override
    public String toString() {
      return first + "-";
    }
  }

  /** {@code 5-9}: both included. */
  record Between(long first, long last) implements RangeSpec {
    public Between {
      demand(first >= 0 && first <= last);
    }

    @Override
    public String toString() {
      return first + "-" + last;
    }
  }

  /** {@code -5}: the last five; {@code -0} is grammar, and satisfies nobody. */
  record Suffix(long length) implements RangeSpec {
    public Suffix {
      demand(length >= 0);
    }

    @Override
    public String toString() {
      return "-" + length;
    }
  }

  private static void demand(boolean valid) {
    if (!valid) throw new IllegalArgumentException("no range: negative, or last before first");
  }
}
