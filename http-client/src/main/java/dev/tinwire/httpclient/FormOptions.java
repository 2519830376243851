package dev.tinwire.httpclient;

import dev.tinwire.http.MediaType;
import dev.tinwire.http.MediaTypes;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code --form}: the fields and files of a form, as a browser sends it. */
final class FormOptions {
  static final Value<Multipart.Part> FORM =
      Value.of(
          "NAME=VALUE|@FILE",
          FormOptions::part,
          "a field of a form, or a file with @, then perhaps ;type=TYPE ;filename=NAME;"
              + " repeatable; makes it a POST",
          "-F",
          "--form");

  private static final Pattern ADDED =
      Pattern.compile("(?<file>.*?)(;type=(?<type>[^;]+)|;filename=(?<name>[^;]+)){1,2}");

  private FormOptions() {}

  private static Multipart.Part part(String text) throws Malformed {
    int equals = text.indexOf('=');
    if (equals < 1) throw new Malformed("form field", text, text.length(), "write NAME=VALUE");
    String name = text.substring(0, equals);
    String value = text.substring(equals + 1);
    if (!value.startsWith("@")) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      return new Multipart.Part(name, Optional.empty(), new PlainValue(bytes));
    }
    try {
      return file(name, value.substring(1));
    } catch (IOException _) {
      throw new Malformed("form field", text, equals + 2, "there is no such file");
    }
  }

  /** A file of that very name, or what stands before what curl lets one add. */
  private static Multipart.Part file(String name, String text) throws Malformed, IOException {
    Matcher added = ADDED.matcher(text);
    boolean asIs = Files.exists(AskOptions.file(text)) || !added.matches();
    Path file = AskOptions.file(asIs ? text : added.group("file"));
    Optional<String> type = asIs ? Optional.empty() : Optional.ofNullable(added.group("type"));
    Optional<String> called = asIs ? Optional.empty() : Optional.ofNullable(added.group("name"));
    String fileName = called.orElseGet(() -> String.valueOf(file.getFileName()));
    String mediaType = MediaTypes.ofFileName(fileName).toString();
    if (type.isPresent()) mediaType = MediaType.parse(type.get()).toString();
    return new Multipart.Part(name, Optional.of(fileName), Payload.of(file, mediaType));
  }

  /** The value of a field says of no type (RFC 7578 §4.4: text/plain is meant). */
  private static final class PlainValue implements Payload {
    private final byte[] bytes;

    PlainValue(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public OptionalLong length() {
      return OptionalLong.of(bytes.length);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes);
    }

    @Override
    public Optional<String> mediaType() {
      return Optional.empty();
    }
  }
}
