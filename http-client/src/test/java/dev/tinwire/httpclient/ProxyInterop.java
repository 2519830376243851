package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tinwire get} by way of squid: plain requests, tunnels, and with a login. */
class ProxyInterop {
  private static final Command GET =
      (args, in, out, err, env) ->
          new GetTool().run(args, new Standard(in, out, err, env, Terminals.NONE));

  @TempDir Path temp = Path.of("");

  private Running squid(int port, boolean login) throws Exception {
    Peers.need("squid");
    String helper = "/usr/lib/squid/basic_ncsa_auth";
    String auth =
        login
            ? "auth_param basic program "
                + helper
                + " "
                + temp.resolve("passwords")
                + "\n"
                + "auth_param basic realm test\nacl known proxy_auth REQUIRED\n"
                + "http_access allow known\nhttp_access deny all\n"
            : "http_access allow all\n";
    Path config =
        Files.writeString(
            temp.resolve("squid.conf"),
            auth
                + """
                http_port 127.0.0.1:%2$d
                pid_filename %1$s/pid
                access_log stdio:%1$s/access.log
                cache_log %1$s/cache.log
                cache deny all
                netdb_filename none
                pinger_enable off
                logfile_rotate 0
                shutdown_lifetime 0 seconds
                coredump_dir %1$s
                visible_hostname localhost
                """
                    .formatted(temp, port));
    // As root it would become another user, who may not enter the folder of the test.
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxrwxrwx"));
    return Peers.start(port, temp, "squid", "-N", "-n", "tinwire" + port, "-f", config.toString());
  }

  /** In good order: its shared memory has a name, and would stay. */
  private static void end(Running squid) throws Exception {
    squid.signal("TERM");
    squid.outcome();
  }

  private Outcome get(int proxy, String login, String url) throws Exception {
    Path authority = temp.resolve("ca.pem");
    Files.writeString(authority, TestIdentity.localhost().certificatePem());
    var all =
        List.of(
            "-v",
            "-x",
            "http://" + login + "127.0.0.1:" + proxy,
            "--cacert",
            authority.toString(),
            url);
    return Invocation.of(new ArrayList<>(all)).withEnv("TERM", "xterm").on(GET);
  }

  private static HostileOrigin origin(boolean tls) throws Exception {
    byte[] reply =
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nfar"
            .getBytes(StandardCharsets.US_ASCII);
    return new HostileOrigin(tls, HostileOrigin.Ending.CLOSE, reply);
  }

  @Test
  void plainAndThroughATunnel() throws Exception {
    int port = Peers.freePort();
    try (Running squid = squid(port, false);
        var plain = origin(false);
        var secure = origin(true)) {
      var forwarded = get(port, "", plain.url());
      assertEquals("far", forwarded.stdout(), forwarded::toString);
      assertTrue(forwarded.stderr().contains("> GET http://"), forwarded::toString);
      var tunnelled = get(port, "", secure.url());
      assertEquals("far", tunnelled.stdout(), tunnelled::toString);
      String way = "* the proxy made a way to localhost:";
      assertTrue(tunnelled.stderr().contains(way), tunnelled::toString);
      String log = Files.readString(temp.resolve("access.log"));
      assertTrue(log.contains("CONNECT localhost:"), log);
      end(squid);
    }
  }

  @Test
  void withALogin() throws Exception {
    Peers.need("htpasswd");
    Path passwords = temp.resolve("passwords");
    var made = List.of("htpasswd", "-bc", passwords.toString(), "anna", "secret");
    assertEquals(0, Invocation.of().on(new Program(made)).status());
    int port = Peers.freePort();
    try (Running squid = squid(port, true);
        var plain = origin(false);
        var secure = origin(true)) {
      for (var origin : List.of(plain, secure)) {
        assertEquals("far", get(port, "anna:secret@", origin.url()).stdout());
        for (String login : List.of("", "anna:wrong@")) {
          var refused = get(port, login, origin.url());
          assertTrue(refused.status() != 0, refused::toString);
          assertTrue(refused.stderr().contains("407"), refused::toString);
        }
      }
      end(squid);
    }
  }
}
