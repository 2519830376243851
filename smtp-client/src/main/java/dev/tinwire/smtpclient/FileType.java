package dev.tinwire.smtpclient;

import dev.tinwire.http.MediaType;
import dev.tinwire.http.MediaTypes;
import dev.tinwire.http.Parameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What kind of file it is: by its first bytes where those say it, for names lie; else by its name.
 */
final class FileType {
  private static final int LOOKED_AT = 4096;

  private static final MediaType BYTES = MediaType.of("application", "octet-stream");

  /** A signature and how far into the file it stands. */
  private record Magic(MediaType type, int at, String signature) {
    boolean matches(String head) {
      return head.startsWith(signature, at);
    }
  }

  private static final List<Magic> MAGIC =
      List.of(
          new Magic(MediaType.of("image", "png"), 0, "\u0089PNG\r\n\u001a\n"),
          new Magic(MediaType.of("image", "jpeg"), 0, "\u00ff\u00d8\u00ff"),
          new Magic(MediaType.of("image", "gif"), 0, "GIF87a"),
          new Magic(MediaType.of("image", "gif"), 0, "GIF89a"),
          new Magic(MediaType.of("image", "webp"), 8, "WEBPVP8"),
          new Magic(MediaType.of("application", "pdf"), 0, "%PDF-"));

  private FileType() {}

  static MediaType of(Path file) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(LOOKED_AT);
    }
    return of(String.valueOf(file.getFileName()), head);
  }

  /** Pure: the name, and how the file begins. */
  static MediaType of(String name, byte[] head) {
    String octets = new String(head, StandardCharsets.ISO_8859_1);
    Optional<MediaType> seen =
        MAGIC.stream().filter(magic -> magic.matches(octets)).map(Magic::type).findFirst();
    if (seen.isPresent()) return seen.get();
    MediaType named = MediaTypes.ofFileName(name);
    // It says it is a picture, and we know how those begin: it is not.
    if (MAGIC.stream().anyMatch(magic -> magic.type().is(named.essence()))) return BYTES;
    // RFC 2046 §5.2.1: a message may not be sent in base64, which is how files are sent.
    if (named.type().equals("message")) return BYTES;
    return named.type().equals("text") ? text(named, head) : named;
  }

  /** The table calls all text UTF-8; a file of a user's may be anything. */
  private static MediaType text(MediaType named, byte[] head) {
    if (octet(head, 0)) return BYTES;
    return utf8(head) ? named : new MediaType(named.type(), named.subtype(), Parameters.NONE);
  }

  private static boolean octet(byte[] head, int wanted) {
    for (byte b : head) if (b == wanted) return true;
    return false;
  }

  /** Whether it is UTF-8 as far as we see; what we see may end inside a character. */
  private static boolean utf8(byte[] head) {
    var into = CharBuffer.allocate(head.length);
    return !StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(head), into, false)
        .isError();
  }
}
