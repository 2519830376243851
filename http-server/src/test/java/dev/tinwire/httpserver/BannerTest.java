package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.terminal.Screen;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class BannerTest {
  private static final Screen UTF_8 = new Screen(true, 80, false, true);
  private static final InetAddress ANY = InetAddress.ofLiteral("::");
  private static final InetAddress LAN = InetAddress.ofLiteral("192.0.2.7");
  private static final InetAddress SIX = InetAddress.ofLiteral("2001:db8::7");
  private static final List<InetAddress> LOOPBACK =
      List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));

  @Test
  void alone() {
    assertEquals(
        """
        tinwire serve   ~/site   read-only · listing
          Local     http://localhost:8080/
          Network   off - only this computer can connect   (--lan to share)
        Ctrl-C stops · --help shows what else there is\
        """,
        String.join("\n", banner(LOOPBACK, Optional.empty(), Optional.empty()).lines(UTF_8)));
  }

  @Test
  void withTheWholeNetworkItHasAUrlACodeAndAWarning() {
    var lines = banner(List.of(ANY), Optional.empty(), Optional.empty()).lines(UTF_8);
    assertEquals("  Network   http://192.0.2.7:8080/   +1 more", lines.get(2));
    assertTrue(lines.get(4).contains("█"), "a QR code");
    assertEquals("Anyone on this network can READ all of this.", lines.get(lines.size() - 2));
  }

  @Test
  void aCodeThatDoesNotFitIsLeftOut() {
    var banner = banner(List.of(ANY), Optional.empty(), Optional.empty());
    assertEquals(5, banner.lines(UTF_8.withColumns(30)).size());
  }

  @Test
  void aPasswordWithoutTlsIsNoSecretOnANetwork() {
    var lines =
        banner(List.of(LAN), Optional.empty(), Optional.of(new LoginLine("anna / x", false)))
            .lines(UTF_8);
    assertEquals(
        """
        tinwire serve   ~/site   read-only · listing
          Network   http://192.0.2.7:8080/
          Login     anna / x
        Anyone on this network can READ the password on its way; --https hides it.
        Ctrl-C stops · --help shows what else there is\
        """,
        String.join("\n", lines));
  }

  @Test
  void whoGetsNoBannerIsWarnedOfThatAllTheSame() {
    var login = Optional.of(new LoginLine("anna", true));
    assertTrue(banner(List.of(LAN), Optional.empty(), login).alarm().isPresent());
    assertTrue(banner(List.of(LAN), Optional.of("SHA-256 AB"), login).alarm().isEmpty());
    assertTrue(banner(LOOPBACK, Optional.empty(), login).alarm().isEmpty());
    assertTrue(banner(List.of(LAN), Optional.empty(), Optional.empty()).alarm().isEmpty());
  }

  @Test
  void whereReadingIsOpenThatIsSaid() {
    var login = Optional.of(new LoginLine("anna (to write)", true));
    var lines = banner(List.of(LAN), Optional.of("SHA-256 AB"), login).lines(UTF_8);
    assertEquals("  Login     anna (to write)", lines.get(3));
    assertEquals("Anyone on this network can READ all of this.", lines.get(4));
  }

  @Test
  void withTlsTheFingerprintIsShown() {
    var lines = banner(List.of(SIX), Optional.of("SHA-256 AB:CD"), Optional.empty()).lines(UTF_8);
    assertEquals("  Network   https://[2001:db8::7]:8080/", lines.get(1));
    assertEquals("  Identity  SHA-256 AB:CD", lines.get(2));
  }

  @Test
  void onANarrowTerminalTheFingerprintIsBrokenAtItsColons() {
    String print = "SHA-256 " + String.join(":", Collections.nCopies(32, "A0"));
    var banner = banner(List.of(SIX), Optional.of(print), Optional.empty());
    int columns = UTF_8.columns();
    var lines = banner.lines(UTF_8);
    var identity =
        lines.subList(
            2,
            lines.indexOf(
                lines.stream()
                    .filter(line -> line.startsWith("Anyone"))
                    .findFirst()
                    .orElseThrow()));
    assertEquals("  Identity  SHA-256 A0:A0:", identity.getFirst().substring(0, 26));
    assertEquals(
        "  Identity  " + print,
        identity.getFirst()
            + identity.stream().skip(1).map(String::strip).collect(Collectors.joining()));
    for (String line : identity) {
      assertTrue(line.length() <= columns && line.startsWith("  "), line);
      assertTrue(line.endsWith(":") || line.equals(identity.getLast()), line);
    }
    assertTrue(identity.size() > 1, columns + " columns");
  }

  @Test
  void theUrlForProgramsIsTheOneOthersCanUse() {
    assertEquals("http://192.0.2.7:8080/", url(List.of(ANY)));
    assertEquals("http://localhost:8080/", url(LOOPBACK));
    assertEquals("http://[2001:db8::7]:8080/", url(List.of(SIX)));
  }

  private static String url(List<InetAddress> where) {
    return banner(where, Optional.empty(), Optional.empty()).url();
  }

  private static Banner banner(
      List<InetAddress> where, Optional<String> fingerprint, Optional<LoginLine> login) {
    var listens = new WhereToListen(where);
    var others = List.of(LAN, SIX);
    return new Banner(
        "~/site", "listing", Receiving.NOTHING, listens, others, 8080, fingerprint, login);
  }
}
