package dev.tinwire.httpserver;

import dev.tinwire.http.Body;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.ByteReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/**
 * A folder for one test, and what is answered from it. Its clock is an hour ahead, so that the
 * files the test has just written are settled.
 */
record TestSite(Path root, InstantSource clock) {
  static TestSite in(Path root) {
    return new TestSite(root, InstantSource.offset(InstantSource.system(), Duration.ofHours(1)));
  }

  /** Writes a file, and the folders it is in. */
  TestSite file(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  TestSite folder(String name) throws IOException {
    Files.createDirectories(root.resolve(name));
    return this;
  }

  TestSite link(String name, String to) throws IOException {
    Files.createSymbolicLink(root.resolve(name), Path.of(to));
    return this;
  }

  /** Waits until a real server finds it settled: before that each answer has another tag. */
  static void awaitSettled(Path file) throws IOException {
    while (!FileState.of(file).settled(Instant.now())) Thread.onSpinWait();
  }

  Instant now() {
    return clock.instant();
  }

  Handler handler() {
    return handler(SiteOptions.DEFAULT);
  }

  Handler handler(SiteOptions options) {
    return handler(new SiteRoot(root, false), options);
  }

  Handler handler(Site site, SiteOptions options) {
    FolderView view =
        (_, folder) ->
            PlainRefusal.line(Status.OK, Fields.NONE)
                .with("Folder", folder.path() + " " + folder.hasIndex());
    return SiteHandler.of(site, options, view, PlainRefusal::line, clock, new Random(1));
  }

  /** What this handler answers to a head; a text block without the line at its end. */
  static Received ask(Handler handler, String head) throws IOException {
    return Received.of(handler.answer(request(head)));
  }

  Received ask(String head) throws IOException {
    return ask(handler(), head);
  }

  /** GET with these field lines. */
  Received get(String target, String... lines) throws IOException {
    return ask(head("GET", target, lines));
  }

  static String head(String method, String target, String... lines) {
    String more = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    return method + " " + target + " HTTP/1.1\nHost: site.test\n" + more;
  }

  static Request request(String head) throws IOException {
    byte[] bytes = (head + "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    var in = new ByteReader(new ByteArrayInputStream(bytes), 16 * 1024);
    var parsed = RequestHead.read(in, Limits.SERVER, Leniency.SERVER);
    var body = Body.of(new Framing.None(), in, Limits.SERVER);
    var client = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    return new Request(parsed, body, client, false);
  }
}
