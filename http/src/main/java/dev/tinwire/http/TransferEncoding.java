package dev.tinwire.http;

import java.util.List;

/**
 * {@code Transfer-Encoding = #transfer-coding}, of which we speak one: {@code chunked}, alone (RFC
 * 9112 §6.1, §7). Anything else would make the end of the body a matter of opinion.
 */
final class TransferEncoding {
  private TransferEncoding() {}

  static void requireChunked(Fields fields, HttpVersion version) throws BadMessage {
    List<String> codings = fields.list("Transfer-Encoding");
    if (version == HttpVersion.HTTP_1_0) {
      throw bad(codings, "HTTP/1.0 does not know it"); // §6.1: the framing is faulty
    }
    if (codings.size() == 1 && isChunked(codings.getFirst())) return;
    if (codings.isEmpty() || !isChunked(codings.getLast())) {
      throw bad(codings, "the last coding must be chunked"); // §6.3, fourth rule
    }
    if (codings.stream().filter(TransferEncoding::isChunked).count() > 1) {
      throw bad(codings, "chunked is applied more than once"); // §7.1
    }
    throw BadMessage.with(
        Status.NOT_IMPLEMENTED,
        "Transfer-Encoding",
        String.join(", ", codings),
        "only chunked is understood");
  }

  private static boolean isChunked(String coding) {
    return coding.equalsIgnoreCase("chunked");
  }

  private static BadMessage bad(List<String> codings, String problem) {
    return BadMessage.in("Transfer-Encoding", String.join(", ", codings), problem);
  }
}
