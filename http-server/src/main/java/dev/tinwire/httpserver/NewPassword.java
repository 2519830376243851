package dev.tinwire.httpserver;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.secret.Prompt;
import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A password that is set: typed twice by a person, or the first line that a program sends. */
record NewPassword(Optional<Prompt> prompt, InputStream in) {
  private static final int MOST_BYTES = 1024;

  /** Never an empty one. */
  Secret read(String user) throws IOException {
    Secret password = prompt.isPresent() ? typed(prompt.get(), user) : line();
    if (password.isEmpty()) throw new WireException("there is no password; nothing is changed");
    return password;
  }

  private static Secret typed(Prompt person, String user) throws WireException {
    char[] first = ask(person, "New password for " + Visible.of(user));
    char[] second = ask(person, "The same again");
    boolean same = Arrays.equals(first, second);
    Arrays.fill(second, '\0');
    if (same) return Secret.taking(first);
    Arrays.fill(first, '\0');
    throw new WireException("these were two passwords; nothing is changed");
  }

  private static char[] ask(Prompt person, String question) throws WireException {
    return person
        .ask(question)
        .orElseThrow(() -> new WireException("nothing was typed; nothing is changed"));
  }

  private Secret line() throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') end++;
    if (end > MOST_BYTES) throw new WireException("a password has at most 1024 bytes");
    if (end > 0 && bytes[end - 1] == '\r') end--;
    try {
      var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
      char[] characters = new char[decoded.remaining()];
      decoded.get(characters);
      return Secret.taking(characters);
    } catch (CharacterCodingException e) {
      throw new WireException("the password is not UTF-8", e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
