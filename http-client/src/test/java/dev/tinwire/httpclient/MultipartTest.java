package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A form with files, octet by octet. */
class MultipartTest {
  private static final Payload TEXT = new Text("hello", Optional.empty());

  /** A value typed into a form has no media type. */
  private record Text(String text, Optional<String> mediaType) implements Payload {
    @Override
    public OptionalLong length() {
      return OptionalLong.of(text.length());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String written(Multipart form) throws IOException {
    var out = new ByteArrayOutputStream();
    form.writeTo(out);
    assertEquals(OptionalLong.of(out.size()), form.length());
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "|");
  }

  @Test
  void fieldsAndFiles() throws IOException {
    var file = Payload.of("<p>".getBytes(StandardCharsets.UTF_8), "text/html");
    var form =
        new Multipart(
            List.of(
                new Multipart.Part("a", Optional.empty(), TEXT),
                new Multipart.Part("f", Optional.of("p.html"), file)),
            "B");
    assertEquals(
        "--B|Content-Disposition: form-data; name=\"a\"||hello|"
            + "--B|Content-Disposition: form-data; name=\"f\"; filename=\"p.html\"|"
            + "Content-Type: text/html||<p>|--B--|",
        written(form));
    assertEquals(Optional.of("multipart/form-data; boundary=B"), form.mediaType());
  }

  @Test
  void noNameBreaksItsLine() throws IOException {
    var part = new Multipart.Part("a\"\r\nX: y", Optional.of("\u00fc\".txt"), TEXT);
    assertEquals(
        "--B|Content-Disposition: form-data; name=\"a%22%0D%0AX: y\";"
            + " filename=\"\u00fc%22.txt\"||hello|--B--|",
        written(new Multipart(List.of(part), "B")));
  }

  @Test
  void anEmptyFormIsOnlyItsEnd() throws IOException {
    assertEquals("--B--|", written(new Multipart(List.of(), "B")));
  }

  @Test
  void ofAStreamNobodyKnowsTheLength() {
    Payload stream = Payload.of(new ByteArrayInputStream(new byte[3]), "text/plain");
    var form =
        Multipart.of(List.of(new Multipart.Part("s", Optional.of("-"), stream)), new Random(1));
    assertEquals(OptionalLong.empty(), form.length());
    assertFalse(form.repeatable());
    assertEquals(43, form.boundary().length());
  }
}
