package dev.tinwire.http;

/**
 * How much of a message's frame is read before it is refused; bodies have limits of their own where
 * they go. Public because tools choose them and show them.
 *
 * @param startLine bytes of a request or status line
 * @param fieldLine bytes of a field line, its folds counted
 * @param fieldLines how many field lines a head or a trailer section may have
 * @param head bytes of a whole head, and of a trailer section
 * @param chunkLine bytes of a line that gives a chunk's size and extensions
 * @param chunkExtensions bytes of all chunk extensions of one body
 */
public record Limits(
    int startLine, int fieldLine, int fieldLines, int head, int chunkLine, int chunkExtensions) {

  /** For a server: 8000 octets of request line is what RFC 9112 §3 asks for at least. */
  public static final Limits SERVER = new Limits(8192, 8192, 100, 32 * 1024, 256, 4096);

  /** For a client: as generous as browsers are, for cookies and policies grow long. */
  public static final Limits CLIENT =
      new Limits(8192, 64 * 1024, 1000, 256 * 1024, 1024, 16 * 1024);
}
