package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tinwire.http.HttpDate;
import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** The cookie tests of the IETF's http-state group, which were written for RFC 6265. */
@EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
class HttpStateCookiesTest {
  private static final String HOME = "http://home.example.org";

  /** Names and reasons; whoever closes a gap has to take it from here. */
  private static final Map<String, String> DEVIATIONS = deviations();

  private static Map<String, String> deviations() {
    String nameless = "6265bis keeps a cookie without a name, as browsers do; 6265 ignored it";
    String control = "6265bis ignores a cookie with a control character; 6265 cut it off there";
    var all = new HashMap<String, String>();
    for (String each :
        List.of(
            "0004",
            "0021",
            "0023",
            "0024",
            "0025",
            "0026",
            "0027",
            "0028",
            "CHROMIUM0009",
            "CHROMIUM0010",
            "CHROMIUM0012",
            "MOZILLA0012",
            "MOZILLA0014",
            "MOZILLA0015",
            "MOZILLA0016",
            "MOZILLA0017",
            "NAME0023",
            "NAME0028",
            "NAME0031",
            "NAME0032",
            "NAME0033")) {
      all.put(each, nameless);
    }
    all.put("DISABLED_CHROMIUM0022", control);
    all.put("DISABLED_CHROMIUM0023", control);
    all.put("DISABLED_PATH0029", "paths are compared as they are written, here as in browsers");
    all.put(
        "OPTIONAL_DOMAIN0042", "the last Domain counts (6265bis), and an empty one is the host");
    return all;
  }

  @TestFactory
  Stream<DynamicTest> cookies() throws IOException {
    List<Json> rows = PublicVectors.rows("http-state-cookies", "parser.json");
    assertEquals(222, rows.size());
    PublicVectors.demandNamed(DEVIATIONS, rows, HttpStateCookiesTest::name);
    var tests = new ArrayList<DynamicTest>();
    for (Json row : rows) {
      var check = PublicVectors.check(DEVIATIONS, name(row), expected(row), ours(row));
      tests.add(dynamicTest(name(row), check));
    }
    return tests.stream();
  }

  private static String name(Json row) {
    return PublicVectors.text(row, "test").orElseThrow();
  }

  private static String expected(Json row) throws IOException {
    var pairs = new ArrayList<String>();
    for (Json sent : row.get("sent").items()) {
      pairs.add(sent.get("name").text() + "=" + sent.get("value").text());
    }
    return String.join("; ", pairs);
  }

  private static String ours(Json row) throws IOException {
    var jar = new CookieJar(PublicSuffixes.builtIn(), new FakeClock());
    Url from = Url.parse(HOME + "/cookie-parser?" + name(row));
    var received = new ArrayList<String>();
    for (Json each : row.get("received").items()) received.add(each.text());
    jar.receive(from, received, SameSite.Initiator.SAME_SITE);
    String to = PublicVectors.text(row, "sent-to").orElse("/cookie-parser-result?" + name(row));
    return jar.cookiesFor(Url.parse(HOME).resolve(to), SameSite.Initiator.SAME_SITE).orElse("");
  }

  @TestFactory
  Stream<DynamicTest> dates() throws IOException {
    var rows = new ArrayList<>(PublicVectors.rows("http-state-cookies", "dates-examples.json"));
    rows.addAll(PublicVectors.rows("http-state-cookies", "dates-bsd-examples.json"));
    assertEquals(70, rows.size());
    return rows.stream()
        .map(row -> {
          String expected = PublicVectors.text(row, "expected").orElse("");
          Optional<String> ours = CookieDate.parse(name(row)).map(HttpDate::print);
          return dynamicTest(
              "\"" + name(row) + "\"", () -> assertEquals(expected, ours.orElse("")));
        });
  }
}
