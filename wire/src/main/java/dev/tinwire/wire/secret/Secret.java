package dev.tinwire.wire.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A password or token. It prints as {@code ***}, equals only itself, cannot be serialized, and is
 * wiped when closed. (Copies that the runtime or a library made are beyond our reach; this keeps
 * the secret out of messages, logs and conversations, and its life short.)
 */
public final class Secret implements AutoCloseable {
  private byte[] utf8;
  private boolean wiped;

  private Secret(byte[] utf8) {
    this.utf8 = utf8;
  }

  public static Secret of(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes the characters over: the array is wiped. */
  public static Secret taking(char[] characters) {
    byte[] room = new byte[3 * characters.length]; // no char takes more
    ByteBuffer encoded = ByteBuffer.wrap(room);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(characters), encoded, true);
    byte[] utf8 = Arrays.copyOf(room, encoded.position());
    Arrays.fill(room, (byte) 0);
    Arrays.fill(characters, '\0');
    return new Secret(utf8);
  }

  /** Lends the UTF-8 bytes, a copy that is wiped after use: do not keep it. */
  public <T> T use(Function<byte[], T> user) {
    if (wiped) throw new IllegalStateException("this secret has been wiped");
    byte[] lent = utf8.clone();
    try {
      return user.apply(lent);
    } finally {
      Arrays.fill(lent, (byte) 0);
    }
  }

  /** As a string, which nobody can wipe; only for libraries that take nothing else. */
  public String reveal() {
    return use(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  public boolean isEmpty() {
    return use(bytes -> bytes.length == 0);
  }

  /** Overwrites it; from now on it cannot be used. */
  @Override
  public void close() {
    Arrays.fill(utf8, (byte) 0);
    utf8 = new byte[0]; // not even its length stays
    wiped = true;
  }

  @Override
  public String toString() {
    return "***";
  }
}
