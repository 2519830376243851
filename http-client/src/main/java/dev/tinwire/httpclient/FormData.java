package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code --data} and its kin say together: fields of a form in the order of the command line,
 * with {@code &} between them.
 */
final class FormData {
  private FormData() {}

  static boolean isSaid(Parsed parsed) {
    return BodyOptions.ALL_DATA.stream().anyMatch(parsed::given);
  }

  static byte[] of(Parsed parsed, Standard standard) throws IOException {
    var out = new ByteArrayOutputStream();
    for (var said : parsed.inOrder(BodyOptions.ALL_DATA)) {
      byte[] field = field(said, standard);
      if (out.size() > 0) out.write('&');
      out.writeBytes(field);
    }
    return out.toByteArray();
  }

  private static byte[] field(Parsed.Said<String> said, Standard standard) throws IOException {
    String text = said.value();
    if (said.by(BodyOptions.DATA_RAW)) return utf8(text);
    if (said.by(BodyOptions.DATA_URLENCODE)) return encoded(text, standard);
    byte[] bytes = bytes(text, standard);
    return said.by(BodyOptions.DATA) ? withoutBreaks(bytes) : bytes;
  }

  /** The text itself, or what {@code @FILE} has; {@code @-} is standard input. */
  static byte[] bytes(String option, Standard standard) throws IOException {
    return option.startsWith("@") ? file(option.substring(1), standard) : utf8(option);
  }

  static byte[] file(String name, Standard standard) throws IOException {
    return name.equals("-") ? standard.in().readAllBytes() : Files.readAllBytes(Path.of(name));
  }

  /**
   * As curl reads it: {@code TEXT}, {@code =TEXT}, {@code NAME=TEXT}, {@code @FILE}, {@code
   * NAME@FILE}; a name is encoded already.
   */
  private static byte[] encoded(String option, Standard standard) throws IOException {
    int equals = option.indexOf('=');
    int at = option.indexOf('@');
    boolean inFile = equals < 0 && at >= 0;
    int end = inFile ? at : Math.max(0, equals);
    String rest = option.substring(equals < 0 && !inFile ? 0 : end + 1);
    byte[] content = inFile ? file(rest, standard) : utf8(rest);
    String name = option.substring(0, end);
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String value = URLEncoder.encode(text, StandardCharsets.ISO_8859_1); // octet by octet
    return utf8(name.isEmpty() ? value : name + "=" + value);
  }

  /** As curl does it: who keeps a form in a file breaks its lines for eyes. */
  private static byte[] withoutBreaks(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length);
    for (byte b : bytes) if (b != '\r' && b != '\n') out.write(b);
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
