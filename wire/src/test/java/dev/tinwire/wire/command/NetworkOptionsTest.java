package dev.tinwire.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.terminal.Terminals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkOptionsTest {
  private static final Value<Duration> TIMEOUT = NetworkOptions.timeout("5s");

  private static int show(Parsed parsed, Standard standard) throws IOException, UsageError {
    var target = Endpoint.parse("example.com", 80);
    var options = NetworkOptions.dialOptions(parsed, standard, "http", target);
    standard
        .out()
        .println(
            options.family()
                + " "
                + options.bind().map(Object::toString).orElse("-")
                + " "
                + options.proxy().map(proxy -> proxy.endpoint().toString()).orElse("-")
                + " "
                + options.overrides().addresses().size()
                + " "
                + parsed.get(TIMEOUT));
    return ExitStatus.DONE;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # line                            | stdout or complaint
          --timeout 2m                      | 0 IP - env.example:3128 0 PT2M
                                            | 0 IP - env.example:3128 0 PT5S
          -4                                | 0 IPv4 - env.example:3128 0 PT5S
          -6 --bind ::1 --proxy none        | 0 IPv6 /0:0:0:0:0:0:0:1 - 0 PT5S
          --proxy socks5://p.example:1      | 0 IP - p.example:1 0 PT5S
          --resolve example.com:80:127.0.0.1| 0 IP - env.example:3128 1 PT5S
          -46                               | 2 tinwire try: -4 and -6 exclude each other
          -4 --bind ::1                     | 2 tinwire try: --bind ::1 is no IPv4 address
          --bind localhost                  | 2 tinwire try: --bind: bad IP address "localhost": *
          --timeout 5x                      | 2 tinwire try: --timeout: bad duration "5x": *
          --proxy ftp://x                   | 2 tinwire try: --proxy: bad proxy "ftp://x": *
          --resolve example.com             | 2 tinwire try: --resolve: bad HOST:PORT:ADDR "example.com": *
          """)
  void areUnderstoodOrRefused(String line, String expected) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var standard =
        new Standard(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("http_proxy", "http://env.example:3128"),
            Terminals.NONE);
    var command =
        Command.of("try", "tries", NetworkOptionsTest::show).options(NetworkOptions.group(TIMEOUT));
    int status = command.run(line == null ? List.of() : List.of(line.split(" ", -1)), standard);
    String said = (out.toString(StandardCharsets.UTF_8) + err).lines().findFirst().orElse("");
    String shown = status + " " + said;
    int star = expected.indexOf('*');
    assertEquals(
        star < 0 ? expected : expected.substring(0, star),
        star < 0 ? shown : shown.substring(0, Math.min(star, shown.length())));
  }
}
