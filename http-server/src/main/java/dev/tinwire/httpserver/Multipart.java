package dev.tinwire.httpserver;

import dev.tinwire.http.ByteRange;
import dev.tinwire.http.ContentRange;
import dev.tinwire.http.MediaType;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Several ranges of one representation (RFC 9110 §14.6), each a part that says what it is:
 *
 * <pre>
 * --THIS_STRING_SEPARATES
 * Content-Type: text/plain
 * Content-Range: bytes 500-999/8000
 *
 * ...
 * --THIS_STRING_SEPARATES--
 * </pre>
 *
 * Nothing is read beforehand: the length of all is known from the ranges, and the boundary is not
 * in the bytes because nobody could have put it there.
 */
record Multipart(String boundary, MediaType type, Resource.File file) {
  /** With a boundary of 128 random bits. */
  static Multipart of(MediaType type, Resource.File file, RandomGenerator random) {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return new Multipart(HexFormat.of().formatHex(bits), type, file);
  }

  String contentType() {
    return "multipart/byteranges;boundary=" + boundary;
  }

  Content content(List<ByteRange> ranges) {
    var all = new ArrayList<Content>();
    for (ByteRange range : ranges) {
      all.add(Content.of(partHead(range, all.isEmpty())));
      all.add(file.part(range.first(), range.length()));
    }
    all.add(Content.of("\r\n--" + boundary + "--\r\n"));
    return new Content.Sequence(all);
  }

  /** The line break before a boundary belongs to it (RFC 2046 §5.1.1), and the first needs none. */
  private String partHead(ByteRange range, boolean first) {
    var complete = OptionalLong.of(file.state().size());
    return "%s--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
        .formatted(
            first ? "" : "\r\n", boundary, type, new ContentRange.Satisfied(range, complete));
  }
}
