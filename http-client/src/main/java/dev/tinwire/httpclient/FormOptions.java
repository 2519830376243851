package dev.tinwire.httpclient;

import dev.tinwire.http.MediaType;
import dev.tinwire.http.MediaTypes;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.command.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code --form}: the fields and files of a form, as a browser sends it. */
final class FormOptions {
  static final Value<String> FORM =
      Value.of(
          "NAME=VALUE|@FILE|<FILE",
          FormOptions::withName,
          "a field of a form, a file with @, a value out of a file with <; then perhaps"
              + " ;type=TYPE ;filename=NAME; repeatable; makes it a POST",
          "-F",
          "--form");
  static final Value<String> FORM_STRING =
      Value.of(
          "NAME=VALUE",
          FormOptions::withName,
          "a field of a form whose value is taken as it is",
          "--form-string");

  private FormOptions() {}

  static boolean isSaid(Parsed parsed) {
    return parsed.given(FORM) || parsed.given(FORM_STRING);
  }

  private static String withName(String text) throws Malformed {
    if (text.indexOf('=') > 0) return text;
    throw new Malformed("form field", text, text.length(), "write NAME=VALUE");
  }

  static List<Multipart.Part> parts(Parsed parsed, Standard standard)
      throws UsageError, IOException {
    var parts = new ArrayList<Multipart.Part>();
    try {
      for (var said : parsed.inOrder(List.of(FORM, FORM_STRING))) {
        boolean literal = said.by(FORM_STRING);
        parts.add(literal ? literal(said.value()) : part(said.value(), standard));
      }
    } catch (Malformed e) {
      throw UsageError.of(FORM, e);
    }
    return parts;
  }

  private static Multipart.Part literal(String text) {
    int equals = text.indexOf('=');
    return value(text.substring(0, equals), text.substring(equals + 1), Optional.empty());
  }

  static Multipart.Part part(String text, Standard standard) throws Malformed, IOException {
    int equals = text.indexOf('=');
    String name = text.substring(0, equals);
    String value = text.substring(equals + 1);
    try {
      if (value.startsWith("@")) return file(name, value.substring(1), standard);
      if (value.startsWith("<")) return content(name, value.substring(1), standard);
    } catch (NoSuchFileException _) {
      throw new Malformed(
          "form field",
          text,
          equals + 2,
          "there is no such file; --form-string takes @ and < as" + " they are");
    }
    Matcher added = Added.PATTERN.matcher(value);
    if (!added.matches() || added.group("type") == null)
      return value(name, value, Optional.empty());
    String type = MediaType.parse(added.group("type")).toString();
    return value(name, added.group("file"), Optional.of(type));
  }

  private static Multipart.Part value(String name, String value, Optional<String> type) {
    return field(name, value.getBytes(StandardCharsets.UTF_8), type);
  }

  /** Unless it is said, the value of a field has no type (RFC 7578 §4.4: text/plain is meant). */
  private static Multipart.Part field(String name, byte[] bytes, Optional<String> type) {
    return new Multipart.Part(name, Optional.empty(), new BytesPayload(bytes, type));
  }

  /** The value is what the file has; the file's name is nobody's business. */
  private static Multipart.Part content(String name, String text, Standard standard)
      throws Malformed, IOException {
    Added added = Added.to(text);
    return field(name, FormData.file(added.file(), standard), added.type());
  }

  private static Multipart.Part file(String name, String text, Standard standard)
      throws Malformed, IOException {
    Added added = Added.to(text);
    boolean stream = added.file().equals("-");
    Path path = AskOptions.file(added.file());
    String fileName = added.name().orElseGet(() -> String.valueOf(path.getFileName()));
    String type = added.type().orElseGet(() -> MediaTypes.ofFileName(fileName).toString());
    Payload content =
        stream ? Payload.of(standard.in().readAllBytes(), type) : Payload.of(path, type);
    return new Multipart.Part(name, Optional.of(fileName), content);
  }

  /** A file of that very name, or what stands before what curl lets one add. */
  private record Added(String file, Optional<String> type, Optional<String> name) {
    static final Pattern PATTERN =
        Pattern.compile(
            "(?<file>.*?)(;type=(?<type>[^;]+)|;filename=(?<name>[^;]+)){1,2}", Pattern.DOTALL);

    static Added to(String text) throws Malformed {
      Matcher added = PATTERN.matcher(text);
      if (Files.exists(AskOptions.file(text)) || !added.matches()) {
        return new Added(text, Optional.empty(), Optional.empty());
      }
      String said = added.group("type");
      Optional<String> type =
          said == null ? Optional.empty() : Optional.of(MediaType.parse(said).toString());
      return new Added(added.group("file"), type, Optional.ofNullable(added.group("name")));
    }
  }
}
