package dev.tinwire.wire.secret;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A {@code .netrc}: who one is on which host, and the password there.
 *
 * <pre>
 * netrc   = *entry [ default ] *( entries may hold macros and comments anywhere )
 * entry   = "machine" value *field
 * default = "default" *field
 * field   = ( "login" / "password" / "account" ) value
 * macro   = "macdef" value LF *( line LF ) LF      ; to the next empty line, skipped
 * value   = 1*( any but blank ) / DQUOTE *( any / "\" any ) DQUOTE
 * </pre>
 *
 * @param entries in the order of the file; the default, if there is one, is the last
 */
public record Netrc(List<Entry> entries) {
  public Netrc {
    entries = List.copyOf(entries);
  }

  /**
   * What is known of one host.
   *
   * @param machine its name as written; empty for the default
   */
  public record Entry(
      Optional<String> machine,
      Optional<String> login,
      Optional<Secret> password,
      Optional<String> account) {

    private boolean serves(String host, Optional<String> user) {
      boolean here = machine.isEmpty() || machine.get().equalsIgnoreCase(host);
      return here && (user.isEmpty() || login.isEmpty() || login.equals(user));
    }
  }

  /** Reads the file; a warning goes out if others can read it as well. */
  static Netrc read(Path file, Consumer<String> warnings) throws IOException {
    byte[] bytes = PrivateFile.read(file, warnings);
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new WireException("it is not UTF-8", e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  static Netrc parse(String text) throws BadNetrc {
    return new NetrcParser(text).whole();
  }

  /**
   * The first entry for a host, and for a user there if one is given. An entry without a login
   * serves every user, as in curl; the default serves every host.
   */
  public Optional<Entry> find(String host, Optional<String> user) {
    return entries.stream().filter(entry -> entry.serves(host, user)).findFirst();
  }
}
