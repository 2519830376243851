package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Whether to show or to keep what came, and under which name (RFC 6266).
 *
 * <pre>
 * attachment; filename="EURO rates"; filename*=UTF-8''%e2%82%ac%20rates
 * </pre>
 *
 * @param type a token in lower case: {@code attachment}, {@code inline}, {@code form-data}
 * @param fileName as its sender wrote it: to be made {@linkplain #safeFileName() safe} before use
 * @param others all parameters but those that give the file name
 */
public record ContentDisposition(String type, Optional<String> fileName, Parameters others) {
  /**
   * A leniency: bytes beyond ASCII in a plain {@code filename} are read as UTF-8 where they are
   * UTF-8, and only else as ISO-8859-1, which is what RFC 6266 §4.3 means. Servers send UTF-8 there
   * (Appendix C.2), and hardly any ISO-8859-1 text is UTF-8 by chance.
   */
  private static final boolean RAW_UTF8 = true;

  private static final List<String> NAMES = List.of("filename", "filename*");

  public ContentDisposition {
    type = Tokens.demandLower("disposition", type);
    if (fileName.isPresent()) ExtendedValue.print(fileName.get()); // refuses half characters
    if (NAMES.stream().anyMatch(name -> others.get(name).isPresent())) {
      throw new IllegalArgumentException("a file name among the other parameters");
    }
  }

  /** To be kept under this name. */
  public static ContentDisposition attachment(String fileName) {
    return new ContentDisposition("attachment", Optional.of(fileName), Parameters.NONE);
  }

  /** Reads the field's one value; {@code filename*} wins where it can be read (§4.3). */
  public static ContentDisposition parse(String text) throws Malformed {
    var in = new ValueReader("Content-Disposition", text);
    String type = in.token("disposition");
    Parameters all = Parameters.read(in);
    in.end();
    Optional<String> extended = all.get("filename*").flatMap(ExtendedValue::parse);
    Optional<String> plain = all.get("filename").map(ContentDisposition::decoded);
    return new ContentDisposition(type, extended.or(() -> plain), all.without(NAMES));
  }

  private static String decoded(String latin1) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    if (!RAW_UTF8) return latin1;
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return latin1;
    }
  }

  /** A name that can be given to a file in a folder of ours, whatever the sender had in mind. */
  public Optional<String> safeFileName() {
    return fileName.flatMap(SafeFileName::of);
  }

  /** The plain form where all programs read it alike, else both (§5, Appendix D). */
  @Override
  public String toString() {
    var out = new StringBuilder(type);
    others.list().forEach(p -> out.append("; ").append(p));
    fileName.ifPresent(name -> print(out, name));
    return out.toString();
  }

  private static void print(StringBuilder out, String name) {
    var plain = new StringBuilder();
    name.codePoints().map(ContentDisposition::plain).forEach(plain::appendCodePoint);
    out.append("; filename=").append(QuotedString.print(plain.toString()));
    if (!name.contentEquals(plain)) out.append("; filename*=").append(ExtendedValue.print(name));
  }

  /** Percent, quote and backslash are read differently by different programs (Appendix D). */
  private static int plain(int c) {
    return c >= ' ' && c <= '~' && "%\"\\".indexOf(c) < 0 ? c : '_';
  }
}
