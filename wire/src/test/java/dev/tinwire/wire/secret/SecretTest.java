package dev.tinwire.wire.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void aSecretIsNeverPrinted() {
    var secret = Secret.of("hunter2");
    assertEquals("***", secret.toString());
    var entry =
        new Netrc.Entry(
            Optional.of("a"), Optional.of("ann"), Optional.of(secret), Optional.empty());
    assertFalse(new Netrc(List.of(entry)).toString().contains("hunter2"));
    assertFalse(Serializable.class.isAssignableFrom(Secret.class));
  }

  @Test
  void equalSecretsAreNotEqual() {
    assertNotEquals(Secret.of("hunter2"), Secret.of("hunter2"));
  }

  @Test
  void theBytesAreLentAndWipedAfterUse() {
    var secret = Secret.of("pä");
    byte[] lent =
        secret.use(bytes -> {
          assertArrayEquals("pä".getBytes(StandardCharsets.UTF_8), bytes);
          return bytes;
        });
    assertArrayEquals(new byte[3], lent);
    assertEquals("pä", secret.reveal());
  }

  @Test
  void aClosedSecretCannotBeUsed() {
    var secret = Secret.of("hunter2");
    secret.close();
    secret.close();
    assertThrows(IllegalStateException.class, secret::reveal);
    assertThrows(IllegalStateException.class, secret::isEmpty);
    assertEquals("***", secret.toString());
  }
}
