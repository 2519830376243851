package dev.tinwire.wire.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes the distinguished encoding of ASN.1 (X.690 §8, §10), as much of it as a certificate needs:
 * tag, length, value. Read it from the inside out; {@link SelfSigned} shows the whole.
 */
final class Der {
  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT_IDENTIFIER = 0x06;
  static final int SEQUENCE = 0x30;

  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter GENERALIZED_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return value(SEQUENCE, parts);
  }

  static byte[] set(byte[]... parts) {
    return value(0x31, parts);
  }

  static byte[] integer(BigInteger number) {
    return value(INTEGER, number.toByteArray());
  }

  static byte[] yes() {
    return value(0x01, new byte[] {(byte) 0xff}); // X.690 §11.1: all eight bits
  }

  static byte[] nothing() {
    return value(0x05);
  }

  static byte[] bitString(int unusedBits, byte[] bits) {
    return value(0x03, new byte[] {(byte) unusedBits}, bits);
  }

  static byte[] octetString(byte[] bytes) {
    return value(OCTET_STRING, bytes);
  }

  static byte[] utf8String(String text) {
    return value(0x0c, text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code [tag] EXPLICIT}. */
  static byte[] explicit(int tag, byte[] inner) {
    return value(0xa0 | tag, inner);
  }

  /** {@code [tag] IMPLICIT} of a primitive type. */
  static byte[] implicit(int tag, byte[] content) {
    return value(0x80 | tag, content);
  }

  /** RFC 5280 §4.1.2.5: two digits for the year through 2049, four after. */
  static byte[] time(Instant instant) {
    boolean early = instant.atOffset(ZoneOffset.UTC).getYear() < 2050;
    String text = (early ? UTC_TIME : GENERALIZED_TIME).format(instant);
    return value(early ? 0x17 : 0x18, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** X.690 §8.19: the first two arcs share a number, each number goes in groups of seven bits. */
  static byte[] oid(String dotted) {
    String[] arcs = dotted.split("\\.", -1);
    var content = new ByteArrayOutputStream();
    base128(content, Long.parseLong(arcs[0]) * 40 + Long.parseLong(arcs[1]));
    for (int i = 2; i < arcs.length; i++) base128(content, Long.parseLong(arcs[i]));
    return value(OBJECT_IDENTIFIER, content.toByteArray());
  }

  private static void base128(ByteArrayOutputStream out, long number) {
    int groups = Math.max(1, (70 - Long.numberOfLeadingZeros(number)) / 7);
    for (int i = groups - 1; i >= 0; i--) {
      out.write((i > 0 ? 0x80 : 0) | ((int) (number >> (7 * i)) & 0x7f));
    }
  }

  static byte[] value(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (byte[] part : parts) content.writeBytes(part);
    var out = new ByteArrayOutputStream(content.size() + 6);
    out.write(tag);
    length(out, content.size());
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }

  /** X.690 §8.1.3: up to 127 in one byte, else the number of bytes and then those. */
  private static void length(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
    } else {
      int bytes = (39 - Integer.numberOfLeadingZeros(length)) / 8;
      out.write(0x80 | bytes);
      for (int i = bytes - 1; i >= 0; i--) out.write(length >> (8 * i));
    }
  }
}
