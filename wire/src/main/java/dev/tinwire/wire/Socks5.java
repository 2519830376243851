package dev.tinwire.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Asks a SOCKS5 proxy for a connection (RFC 1928), with user and password where it wants them (RFC
 * 1929). Each answer has a length of its own, so not a byte behind the last one is consumed.
 *
 * <pre>
 * C: 05 number-of-methods method…        S: 05 method
 * C: 01 length user length password      S: 01 status            (method 2 only)
 * C: 05 01 00 type address port          S: 05 reply 00 type address port
 * </pre>
 */
record Socks5(ByteReader in, ByteWriter out) {
  private static final int VERSION = 5;
  private static final int LOGIN_VERSION = 1;
  private static final int NO_LOGIN = 0;
  private static final int USER_AND_PASSWORD = 2;
  private static final int NONE_ACCEPTABLE = 0xff;
  private static final int CONNECT = 1;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;

  void open(Endpoint target, Optional<Login> login) throws IOException {
    chooseMethod(login);
    request(target);
    reply();
  }

  private void chooseMethod(Optional<Login> login) throws IOException {
    out.write(VERSION);
    out.write(login.isPresent() ? new byte[] {2, NO_LOGIN, USER_AND_PASSWORD} : new byte[] {1, 0});
    out.flush();
    byte[] choice = in.exactly("choice of method", 2);
    expect("version", VERSION, choice[0]);
    int method = choice[1] & 0xff;
    if (method == NO_LOGIN) return;
    if (method == USER_AND_PASSWORD && login.isPresent()) {
      logIn(login.get());
    } else if (method == NONE_ACCEPTABLE) {
      throw new WireException(
          login.isPresent()
              ? "it takes neither user and password nor none"
              : "it wants a login; write it into the address as USER:PASSWORD@");
    } else {
      throw new WireException("it chose login method " + method + ", which was not offered");
    }
  }

  private void logIn(Login login) throws IOException {
    out.write(LOGIN_VERSION);
    writeShort(login.user());
    writeShort(login.password().reveal());
    out.flush();
    byte[] answer = in.exactly("answer to the login", 2);
    expect("version of the answer to the login", LOGIN_VERSION, answer[0]);
    if (answer[1] != 0) throw new WireException("it refused the user or the password");
  }

  private void request(Endpoint target) throws IOException {
    out.write(new byte[] {VERSION, CONNECT, 0});
    Optional<InetAddress> literal = target.literal();
    if (literal.isPresent()) {
      byte[] address = literal.get().getAddress();
      out.write(address.length == 4 ? IPV4 : IPV6);
      out.write(address);
    } else {
      out.write(NAME);
      writeShort(target.host());
    }
    out.write(target.port() >> 8);
    out.write(target.port());
    out.flush();
  }

  private void reply() throws IOException {
    byte[] head = in.exactly("reply", 4);
    expect("version", VERSION, head[0]);
    if (head[1] != 0) throw new WireException(words(head[1] & 0xff));
    expect("reserved byte", 0, head[2]);
    int length =
        switch (head[3]) {
          case IPV4 -> 4;
          case IPV6 -> 16;
          case NAME -> in.exactly("length of the bound name", 1)[0] & 0xff;
          default -> throw new WireException("it sent an address of type " + (head[3] & 0xff));
        };
    in.skip("bound address", length + 2L);
  }

  /** RFC 1928 §6. */
  static String words(int reply) {
    return switch (reply) {
      case 1 -> "it failed, and does not say why";
      case 2 -> "its rules forbid it";
      case 3 -> "network unreachable";
      case 4 -> "host unreachable";
      case 5 -> "connection refused";
      case 6 -> "time to live expired";
      case 7 -> "it does not know CONNECT";
      case 8 -> "it does not know this type of address";
      default -> "it answered " + reply + ", which no RFC explains";
    };
  }

  private void writeShort(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < 1 || bytes.length > 255) {
      throw new WireException("SOCKS5 has room for 1 to 255 bytes, not for " + bytes.length);
    }
    out.write(bytes.length);
    out.write(bytes);
  }

  private static void expect(String what, int expected, byte came) throws WireException {
    if (came == expected) return;
    throw new WireException(
        "it does not speak SOCKS5: " + what + " is " + (came & 0xff) + ", not " + expected);
  }
}
