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
 * What {@code --data} and its kin say together: fields of a form, with {@code &} between them.
 * Those of one kind stand in the order of the command line, and the kinds in that of the help page.
 */
final class FormData {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Standard standard;

  private FormData(Standard standard) {
    this.standard = standard;
  }

  static boolean isSaid(Parsed parsed) {
    return !parsed.all(BodyOptions.DATA).isEmpty()
        || !parsed.all(BodyOptions.DATA_BINARY).isEmpty()
        || !parsed.all(BodyOptions.DATA_RAW).isEmpty()
        || !parsed.all(BodyOptions.DATA_URLENCODE).isEmpty();
  }

  static byte[] of(Parsed parsed, Standard standard) throws IOException {
    var data = new FormData(standard);
    for (String each : parsed.all(BodyOptions.DATA)) {
      data.append(withoutBreaks(bytes(each, standard)));
    }
    for (String each : parsed.all(BodyOptions.DATA_BINARY)) data.append(bytes(each, standard));
    for (String each : parsed.all(BodyOptions.DATA_RAW)) data.append(utf8(each));
    for (String each : parsed.all(BodyOptions.DATA_URLENCODE)) data.append(data.encoded(each));
    return data.out.toByteArray();
  }

  /** The text itself, or what {@code @FILE} has; {@code @-} is standard input. */
  static byte[] bytes(String option, Standard standard) throws IOException {
    return option.startsWith("@") ? file(option.substring(1), standard) : utf8(option);
  }

  static byte[] file(String name, Standard standard) throws IOException {
    return name.equals("-") ? standard.in().readAllBytes() : Files.readAllBytes(Path.of(name));
  }

  private void append(byte[] bytes) {
    if (out.size() > 0) out.write('&');
    out.writeBytes(bytes);
  }

  /**
   * As curl reads it: {@code TEXT}, {@code =TEXT}, {@code NAME=TEXT}, {@code @FILE}, {@code
   * NAME@FILE}; a name is encoded already.
   */
  private byte[] encoded(String option) throws IOException {
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
