package dev.tinwire.httpclient;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.command.Complaint;
import dev.tinwire.wire.command.NetworkOptions;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.PrivateReplacement;
import dev.tinwire.wire.tls.Credential;
import dev.tinwire.wire.tls.TlsOptions;
import dev.tinwire.wire.tls.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the client's options of a command line: where to, over what, how long. */
final class Setup {
  private Setup() {}

  /** What is done with a client. */
  @FunctionalInterface
  interface Work {
    int with(HttpClient client) throws IOException, InterruptedException, UsageError;
  }

  /**
   * Makes a client, lets it work, and keeps the cookies it got, also when it failed.
   *
   * @param first the URL whose origin a login of the command line is for
   */
  static int with(
      Parsed parsed,
      Standard standard,
      Output output,
      Conversation conversation,
      Url first,
      Work work)
      throws IOException, InterruptedException, UsageError {
    ClientOptions options =
        options(parsed, standard, conversation)
            .withLogins(LoginOptions.logins(parsed, first, output));
    Optional<Path> file = parsed.find(AskOptions.JAR);
    if (file.isEmpty()) {
      try (var client = HttpClient.create(options)) {
        return work.with(client);
      }
    }
    var jar = new CookieJar(PublicSuffixes.ofSystem(), InstantSource.system());
    int unreadable = CookieFile.load(file.get(), jar, Instant.now());
    if (unreadable > 0) output.note(file.get() + ": " + unreadable + " lines are no cookies");
    try (var client = HttpClient.create(options.withJar(jar))) {
      return work.with(client);
    } finally {
      CookieFile.save(file.get(), jar.cookies());
    }
  }

  private static ClientOptions options(Parsed parsed, Standard standard, Conversation conversation)
      throws UsageError, IOException {
    // The proxy is chosen for each origin anew, so here only the addresses are asked for.
    var nowhere = new Endpoint("localhost", 80);
    var without =
        new Standard(standard.in(), standard.out(), standard.err(), Map.of(), standard.terminals());
    DialOptions dial =
        NetworkOptions.dialOptions(parsed, without, "http", nowhere).withProxy(Optional.empty());
    Optional<String> proxy = parsed.find(AskOptions.PROXY);
    var options =
        ClientOptions.DEFAULT
            .withDial(dial)
            .withProxies(Proxies.chosen(proxy, standard.environment()))
            .withTls(tls(parsed))
            .withLimits(limits(parsed))
            .watchedBy(conversation);
    Optional<Path> cache = parsed.find(AskOptions.CACHE);
    if (cache.isPresent()) options = options.withCache(folder(cache.get()));
    Optional<Path> socket = parsed.find(AskOptions.UNIX_SOCKET);
    return socket.isEmpty() ? options : options.withUnixSocket(socket.get());
  }

  private static Path folder(Path cache) throws UsageError {
    try {
      PrivateReplacement.createFolder(cache);
      return cache;
    } catch (IOException e) {
      throw new UsageError("--cache: no folder can be made of it: " + Complaint.about(e).line());
    }
  }

  private static ClientLimits limits(Parsed parsed) {
    var limits =
        ClientLimits.DEFAULT
            .withConnect(parsed.get(AskOptions.CONNECT_TIMEOUT))
            .withStall(parsed.get(AskOptions.STALL));
    Optional<Duration> total = parsed.find(AskOptions.TIMEOUT);
    return total.isEmpty() ? limits : limits.withTotal(total.get());
  }

  private static TlsOptions tls(Parsed parsed) throws UsageError, IOException {
    var options = TlsOptions.DEFAULT;
    Optional<Trust> trust = trust(parsed);
    if (trust.isPresent()) options = options.with(trust.get());
    Optional<Path> cert = parsed.find(AskOptions.CERT);
    Optional<Path> key = parsed.find(AskOptions.KEY);
    if (cert.isEmpty() && key.isPresent()) throw new UsageError("--key goes with --cert");
    return cert.isEmpty()
        ? options
        : options.with(Credential.read(cert.get(), key.orElse(cert.get())));
  }

  /** Whom the user wants to be believed, if they said so. */
  private static Optional<Trust> trust(Parsed parsed) throws UsageError {
    var wishes = new ArrayList<Trust>();
    parsed.find(AskOptions.CACERT).ifPresent(f -> wishes.add(new Trust.Authorities(List.of(f))));
    var pins = parsed.all(AskOptions.PIN);
    if (!pins.isEmpty()) wishes.add(new Trust.Pinned(Set.copyOf(pins)));
    if (parsed.has(AskOptions.INSECURE)) wishes.add(new Trust.Insecure());
    if (wishes.size() > 1) {
      throw new UsageError("--cacert, --pin and --insecure each say whom to believe: choose one");
    }
    return wishes.stream().findFirst();
  }
}
