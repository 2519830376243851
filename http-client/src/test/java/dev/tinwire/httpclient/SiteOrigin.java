package dev.tinwire.httpclient;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A site on the loopback: each path with its type and content, and a list of what was asked. What
 * it does not have is 404.
 */
final class SiteOrigin implements AutoCloseable {
  /** The body is text whose characters stand for octets. */
  private record Page(String head, String body) {}

  private final ServerSocket listener = new ServerSocket(0, 100, Loopback.V4);
  private final Map<String, Page> pages = new HashMap<>();
  private final Set<String> asked = Collections.synchronizedSet(new TreeSet<>());

  SiteOrigin() throws IOException {
    Thread.ofVirtual().name("site").start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  SiteOrigin with(String path, String type, byte[] body) {
    pages.put(path, new Page("200 OK\r\nContent-Type: " + type, new String(body, ISO_8859_1)));
    return this;
  }

  SiteOrigin with(String path, String type, String body) {
    return with(path, type, body.getBytes(StandardCharsets.UTF_8));
  }

  SiteOrigin redirecting(String path, String to) {
    pages.put(path, new Page("302 Found\r\nLocation: " + to, ""));
    return this;
  }

  /** What was asked until now, and forgets it. */
  List<String> asked() {
    synchronized (asked) {
      var all = List.copyOf(asked);
      asked.clear();
      return all;
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread.ofVirtual().name("site-talk").start(() -> talk(socket));
      } catch (IOException _) {
        return; // closed: the test is over
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      String line = head(socket.getInputStream());
      if (line.isEmpty()) return; // a browser opens some in advance
      String path = line.split(" ", -1)[1];
      asked.add(path);
      var missing = new Page("404 Not Found\r\nContent-Type: text/plain", "?");
      Page page = pages.getOrDefault(path, missing);
      String head =
          "HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(page.head(), page.body().length());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(page.body().getBytes(ISO_8859_1));
      socket.shutdownOutput();
    } catch (IOException _) {
      // The browser has left.
    }
  }

  /** The first line; the others are read and forgotten. */
  private static String head(InputStream in) throws IOException {
    var text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) return "";
      text.append((char) c);
    }
    return text.substring(0, text.indexOf("\r\n"));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
