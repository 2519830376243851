package dev.tinwire.http;

import dev.tinwire.wire.Malformed;

/**
 * The validator that names one state of a representation (RFC 9110 §8.8.3).
 *
 * <pre>
 * entity-tag = [ %s"W/" ] DQUOTE *etagc DQUOTE
 * etagc      = %x21 / %x23-7E / obs-text           ; no blank, no escape
 * </pre>
 *
 * @param weak whether it may stay equal while bytes change
 * @param opaque what stands between the quotes
 */
public record EntityTag(boolean weak, String opaque) {
  public EntityTag {
    if (!opaque.chars().allMatch(EntityTag::isEtagc)) {
      throw new IllegalArgumentException("not for an entity tag: " + opaque);
    }
  }

  public static EntityTag strong(String opaque) {
    return new EntityTag(false, opaque);
  }

  public static EntityTag weak(String opaque) {
    return new EntityTag(true, opaque);
  }

  /** Reads an {@code ETag} value. */
  public static EntityTag parse(String text) throws Malformed {
    var in = new ValueReader("entity tag", text);
    EntityTag tag = read(in);
    in.end();
    return tag;
  }

  static EntityTag read(ValueReader in) throws Malformed {
    boolean weak = in.take('W'); // case-sensitive (§8.8.3)
    if (weak) in.expect('/');
    in.expect('"');
    String opaque = in.run(EntityTag::isEtagc);
    in.expect('"');
    return new EntityTag(weak, opaque);
  }

  private static boolean isEtagc(int c) {
    return c == 0x21 || (c >= 0x23 && c <= 0x7e) || (c >= 0x80 && c <= 0xff);
  }

  /** Strong comparison (§8.8.3.2): equal, and neither is weak. */
  public boolean matchesStrongly(EntityTag other) {
    return !weak && !other.weak && opaque.equals(other.opaque);
  }

  /** Weak comparison (§8.8.3.2): equal, weak or not. */
  public boolean matchesWeakly(EntityTag other) {
    return opaque.equals(other.opaque);
  }

  @Override
  public String toString() {
    return (weak ? "W/\"" : "\"") + opaque + '"';
  }
}
