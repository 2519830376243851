package dev.tinwire.httpserver;

import dev.tinwire.http.Body;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Framing;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Limits;
import dev.tinwire.http.Method;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.RequestLine;
import dev.tinwire.http.RequestTarget;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Serves a folder to itself over the loopback: a page, a part of it, nothing, a listing. */
final class ServeCheck {
  private static final Status NOT_FOUND = new Status(404);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private ServeCheck() {}

  static void run() throws IOException {
    Path folder = Files.createTempDirectory("tinwire-check");
    Path page = folder.resolve("index.html");
    try {
      Files.writeString(page, "<p>hello</p>\n");
      var site = new SiteRoot(folder.toRealPath(), false);
      var view = new ListingView("check", false);
      var clock = InstantSource.system();
      var random = new SecureRandom();
      var handler = SiteHandler.of(site, SiteOptions.DEFAULT, view, ErrorPage::of, clock, random);
      var here = new WhereToListen(List.of(InetAddress.getLoopbackAddress()));
      try (var server = HttpServer.start(ServerOptions.at(here.at(0)), handler)) {
        talk(server);
      }
    } finally {
      Files.deleteIfExists(page);
      Files.deleteIfExists(folder);
    }
  }

  /** All over one connection, which has to stay. */
  private static void talk(HttpServer server) throws IOException {
    var address = server.addresses().getFirst();
    try (var us = Connection.accepted(new Socket(address.getAddress(), address.getPort()))) {
      us.within(
          Deadline.in(PATIENCE),
          "waiting for answers",
          () -> {
            expect("200 <p>hello</p>\n", ask(us, "/", "bytes=x"));
            expect("206 hello", ask(us, "/index.html", "bytes=3-7"));
            expect(ErrorPage.line(NOT_FOUND), ask(us, "/nothing", "bytes=0-0").substring(4));
            return true;
          });
    }
  }

  private static String ask(Connection us, String path, String range) throws IOException {
    var target = new RequestTarget.OriginForm(path, Optional.empty());
    var line = new RequestLine(Method.GET, target, HttpVersion.HTTP_1_1);
    var fields = Fields.of("Host", "localhost", "Range", range);
    us.writer().write(new RequestHead(line, fields).toBytes());
    us.writer().flush();
    ResponseHead head = ResponseHead.read(us.reader(), Limits.CLIENT, Set.of());
    var version = head.line().version();
    Framing framing =
        Framing.ofResponse(Method.GET, head.status(), head.fields(), version, Set.of());
    Body body = Body.of(framing, us.reader(), Limits.CLIENT);
    return head.status().code() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void expect(Object wanted, Object found) throws IOException {
    if (!wanted.equals(found)) throw new IOException("expected " + wanted + ", got " + found);
  }
}
