package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Outcome;
import dev.tinwire.wire.Deadline;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To Postfix by way of the proxies that Debian has: microsocks and tinyproxy. */
final class MailProxyInterop extends MailHouseVisit {
  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({"socks5, starttls", "socks5h, implicit", "http, starttls", "http, implicit"})
  void aMessageArrivesThroughIt(String scheme, String tls) throws Exception {
    int port = MailHouse.freePort();
    Process proxy = scheme.equals("http") ? tinyproxy(port) : microsocks(port);
    try {
      awaitListening(proxy, port);
      String url = scheme + "://127.0.0.1:" + port;
      Outcome outcome =
          mail(tls, MailHouse.PASSWORD, "--to", MailHouse.YOU, "--body", "x", "--proxy", url);
      assertEquals(0, outcome.status(), outcome::toString);
      assertTrue(Files.readString(house().delivered()).contains("\n\nx\n"));
    } finally {
      proxy.destroyForcibly().onExit().join();
    }
  }

  @Test
  void whatIsNoProxyIsSaidToBeNone() throws Exception {
    String url = "socks5://127.0.0.1:" + house().submission;
    Outcome outcome =
        mail("starttls", MailHouse.PASSWORD, "--to", MailHouse.YOU, "--body", "x", "--proxy", url);
    assertEquals(75, outcome.status(), outcome::toString);
    assertTrue(outcome.stderr().contains("127.0.0.1:" + house().submission), outcome::toString);
  }

  private Process microsocks(int port) throws Exception {
    assumeTrue(MailHouse.installed("microsocks"), "microsocks is not installed");
    return house().started("microsocks", "-i", "127.0.0.1", "-p", "" + port);
  }

  private Process tinyproxy(int port) throws Exception {
    assumeTrue(MailHouse.installed("tinyproxy"), "tinyproxy is not installed");
    var file = house().path("tinyproxy-" + port + ".conf");
    Files.writeString(
        file, "Port %d\nListen 127.0.0.1\nAllow 127.0.0.1\nLogLevel Error\n".formatted(port));
    return house().started("tinyproxy", "-d", "-c", file.toString());
  }

  private static void awaitListening(Process proxy, int port) {
    Deadline deadline = Deadline.in(Duration.ofSeconds(20));
    while (!MailHouse.listens(port)) {
      assertTrue(proxy.isAlive() && !deadline.passed(), "the proxy does not listen");
      Thread.onSpinWait();
    }
  }
}
