package dev.tinwire.cli;

import dev.tinwire.http.Method;
import dev.tinwire.http.PercentEncoding;
import dev.tinwire.httpclient.ClientLimits;
import dev.tinwire.httpclient.ClientOptions;
import dev.tinwire.httpclient.HttpClient;
import dev.tinwire.httpclient.Payload;
import dev.tinwire.httpclient.Request;
import dev.tinwire.httpclient.Url;
import dev.tinwire.smtpclient.TokenEndpoint;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.DialOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** OAuth for mail asks by way of {@code tinwire get}'s client: its TLS, its proxies. */
record IdentityServers(DialOptions way) implements TokenEndpoint {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** More than any answer has; who asked says how much he takes. */
  private static final int MOST = 1 << 20;

  @Override
  public Answer post(String url, Map<String, String> form, Deadline deadline)
      throws IOException, InterruptedException {
    var limits = ClientLimits.DEFAULT.withTotal(deadline.remaining()).withRedirects(0);
    var options =
        ClientOptions.DEFAULT.withDial(way).withProxies((_, _) -> way.proxy()).withLimits(limits);
    var body = Payload.of(printed(form).getBytes(StandardCharsets.US_ASCII), FORM);
    var request = Request.of(Method.POST, Url.parse(url)).withPayload(body);
    try (var client = HttpClient.create(options);
        var response = client.send(request)) {
      byte[] said = response.body().readNBytes(MOST);
      return new Answer(response.status().code(), new String(said, StandardCharsets.UTF_8));
    }
  }

  private static String printed(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String coded(String text) {
    return PercentEncoding.queryComponent(text);
  }
}
