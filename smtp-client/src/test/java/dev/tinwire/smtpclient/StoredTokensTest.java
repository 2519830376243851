package dev.tinwire.smtpclient;

import static dev.tinwire.smtpclient.IdentityServer.deviceCode;
import static dev.tinwire.smtpclient.IdentityServer.failed;
import static dev.tinwire.smtpclient.IdentityServer.granted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.WireException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that were kept, and their renewal. */
final class StoredTokensTest {
  @TempDir Path home;
  private Desk desk = new Desk(Path.of(""), "");

  @BeforeEach
  void sitDown() {
    desk = new Desk(home, "");
  }

  @Test
  void tokensAreRenewedWhenTheyEndAndRotatedOnesAreKept() throws Exception {
    try (var server =
        new IdentityServer(
            deviceCode(900), granted("T1", "R1"), granted("T2", "R2"), granted("T3", ""))) {
      desk.login(server, "office365", "--client-id", "c", "--device", "--tenant", "example.org");
      AccessTokens tokens = desk.kept(server).orElseThrow();
      assertEquals("T1", tokens.fresh().reveal());
      desk.clock.advance(Duration.ofMinutes(59).plusSeconds(1));
      assertEquals("T2", tokens.fresh().reveal());
      assertEquals("R1", server.asked().getLast().form().get("refresh_token"));
      assertEquals("/example.org/oauth2/v2.0/token", server.asked().getLast().path());
      desk.clock.advance(Duration.ofHours(2));
      assertEquals("T3", tokens.fresh().reveal());
      assertEquals("R2", server.asked().getLast().form().get("refresh_token"));
      assertTrue(Files.readString(desk.file("office365")).contains("\"refresh_token\": \"R2\""));
    }
  }

  @Test
  void aLoginThatWasRevokedSaysHowToGetANewOne() throws Exception {
    try (var server =
        new IdentityServer(deviceCode(900), granted("T1", "R1"), failed("invalid_grant"))) {
      desk.login(server, "office365", "--client-id", "c", "--device");
      desk.clock.advance(Duration.ofHours(2));
      AccessTokens tokens = desk.kept(server).orElseThrow();
      var fault = assertThrows(WireException.class, tokens::fresh);
      assertEquals(
          "the login for office365 gives no token any more (invalid_grant: in words);"
              + " log in again: tinwire mail login office365 --client-id …",
          fault.getMessage());
    }
  }

  @Test
  void aFileThatIsNoLoginIsNotShown() throws Exception {
    Files.createDirectories(desk.file("office365").getParent());
    Files.writeString(desk.file("office365"), "{\"access_token\":\"hush\"");
    try (var server = new IdentityServer()) {
      var fault = assertThrows(WireException.class, () -> desk.kept(server));
      assertFalse(String.valueOf(fault.getMessage()).contains("hush"), fault::toString);
    }
  }
}
