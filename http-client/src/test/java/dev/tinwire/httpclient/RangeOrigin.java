package dev.tinwire.httpclient;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One file of a version, given in parts where they are of that version. It may break off. */
final class RangeOrigin implements AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("(?im)^Range: bytes=(\\d+)-(\\d*)");
  private static final Pattern IF_RANGE = Pattern.compile("(?im)^If-Range: (.*?)\\r");

  private final ServerSocket listener = new ServerSocket(0, 100, Loopback.V4);
  private final AtomicLong sent = new AtomicLong();
  private volatile byte[] content;
  private volatile String tag;
  private volatile long breaksFrom = Long.MAX_VALUE;

  RangeOrigin(int length, String tag) throws IOException {
    this.content = random(length, tag);
    this.tag = tag;
    Thread.ofVirtual().name("ranges").start(this::accept);
  }

  private static byte[] random(int length, String tag) {
    byte[] bytes = new byte[length];
    new Random(tag.hashCode()).nextBytes(bytes);
    return bytes;
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/file";
  }

  byte[] content() {
    return content;
  }

  /** What begins at this offset or behind it is cut in its middle. */
  void breakFrom(long offset) {
    breaksFrom = offset;
  }

  /** Another version. */
  void change(String newTag) {
    content = random(content.length, newTag);
    tag = newTag;
  }

  /** Bytes of bodies sent until now, and forgets them. */
  long sent() {
    return sent.getAndSet(0);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        Thread.ofVirtual().name("ranges-talk").start(() -> talk(socket));
      }
    } catch (IOException _) {
      // closed: the test is over
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      String head = head(socket.getInputStream());
      Matcher range = RANGE.matcher(head);
      Matcher version = IF_RANGE.matcher(head);
      boolean same = !version.find() || version.group(1).equals(tag);
      boolean part = range.find() && same;
      int from = part ? Integer.parseInt(range.group(1)) : 0;
      boolean open = !part || range.group(2).isEmpty();
      int to = open ? content.length : Integer.parseInt(range.group(2)) + 1;
      answer(socket, part, from, to);
    } catch (IOException _) {
      // The client has left.
    }
  }

  private void answer(Socket socket, boolean part, int from, int to) throws IOException {
    String head =
        "HTTP/1.1 %s\r\nETag: %s\r\nContent-Length: %d\r\nConnection: close\r\n%s\r\n"
            .formatted(
                part ? "206 Partial Content" : "200 OK",
                tag,
                to - from,
                part
                    ? "Content-Range: bytes %d-%d/%d\r\n".formatted(from, to - 1, content.length)
                    : "");
    var out = socket.getOutputStream();
    out.write(head.getBytes(US_ASCII));
    int end = from >= breaksFrom ? from + (to - from) / 2 : to;
    sent.addAndGet(end - from);
    out.write(content, from, end - from);
  }

  private static String head(InputStream in) throws IOException {
    var text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) throw new IOException("no request");
      text.append((char) c);
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
