package dev.tinwire.httpserver;

import dev.tinwire.http.FieldLine;
import dev.tinwire.wire.IpLiteral;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.Prompt;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** A command line of {@code serve} thought through to the end: what, where, to whom, how much. */
record ServePlan(
    WhatToServe what,
    WhereToListen where,
    PortChoice ports,
    SiteOptions site,
    boolean hidden,
    boolean live,
    Friends friends,
    List<FieldLine> fields,
    AccessPlan access,
    MonitoringOptions monitoring,
    ServerLimits limits) {

  static ServePlan of(Parsed parsed, Standard standard, Path home, NetworkAddresses addresses)
      throws IOException, UsageError {
    var what = what(parsed, standard, home);
    LoneOptions.refuse(parsed, what);
    var site =
        new SiteOptions(
            parsed.get(ServeOptions.INDEX),
            !parsed.has(ServeOptions.NO_LISTING),
            parsed.has(ServeOptions.SPA),
            WhatToReceive.decide(parsed, what));
    return new ServePlan(
        what,
        where(parsed, addresses),
        PortChoice.of(parsed.find(ServeOptions.PORT)),
        site,
        parsed.has(ServeOptions.HIDDEN),
        parsed.has(ServeOptions.LIVE),
        Friends.of(parsed.all(ServeOptions.CORS)),
        parsed.all(ServeOptions.HEADER),
        AccessPlan.of(parsed),
        MonitoringOptions.of(parsed),
        limits(parsed.get(ServeOptions.MAX_CONNECTIONS), parsed.get(ServeOptions.TIMEOUT)));
  }

  private static WhatToServe what(Parsed parsed, Standard standard, Path home)
      throws IOException, UsageError {
    Optional<String> given = parsed.find(ServeOptions.PATH);
    var streams = standard.terminals();
    boolean watched = streams.in() || streams.out() || streams.err();
    try {
      var place = WhatToServe.Place.look(Path.of(given.orElse("")).toAbsolutePath());
      return WhatToServe.decide(given, place, home, watched, parsed.has(ServeOptions.FORCE));
    } catch (InvalidPathException e) {
      throw new UsageError("PATH: " + e.getReason());
    }
  }

  private static WhereToListen where(Parsed parsed, NetworkAddresses addresses)
      throws IOException, UsageError {
    Optional<IpLiteral> bind = parsed.find(ServeOptions.BIND);
    Optional<InetAddress> address =
        bind.isEmpty() ? Optional.empty() : Optional.of(bind.get().address());
    return WhereToListen.decide(address, parsed.has(ServeOptions.LAN), addresses.all());
  }

  /** Silence is what a time limit is about; within a request no more is allowed than usual. */
  static ServerLimits limits(int connections, Duration timeout) {
    var usual = ServerLimits.DEFAULT;
    var pace = new Pace(least(timeout, usual.pace().stall()), usual.pace().bytesPerSecond());
    return usual
        .withConnections(connections)
        .withIdle(timeout)
        .withHead(least(timeout, usual.head()))
        .withPace(pace);
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** What is there, in a word or two for the banner. Looks at the disk. */
  String kind() {
    if (!what.folder()) return "one file";
    if (site.receiving().covers(SitePath.ROOT)) return "listing";
    if (Files.isRegularFile(what.path().resolve(site.index()))) return site.index() + " found";
    return site.listing() ? "listing" : "no listing";
  }

  /** All that answers: the site, and before it what the user put there. */
  OpenSite open(Optional<Access> opened, ServerObserver observer) {
    var drafts = new Drafts();
    Handler files = files(drafts);
    Optional<LiveReload> reload =
        live ? Optional.of(LiveReload.over(files, what.path(), observer)) : Optional.empty();
    Handler all = reload.isPresent() ? reload.get() : files;
    var latency = new Latency(observer);
    Optional<Monitoring> reports = Optional.empty();
    if (monitoring.any()) {
      // Inside the gate, unless the user has said otherwise.
      Handler inner = monitoring.open() ? gated(all, opened) : all;
      reports = Optional.of(new Monitoring(inner, what.path(), monitoring, latency));
      all = monitoring.open() ? reports.get() : gated(reports.get(), opened);
    } else {
      all = gated(all, opened);
    }
    if (friends.any()) all = new Cors(all, friends, site.receiving().most().allow);
    if (!fields.isEmpty()) all = new AddedFields(all, fields);
    return new OpenSite(all, monitoring.metrics() ? latency : observer, reload, reports, drafts);
  }

  private static Handler gated(Handler inner, Optional<Access> access) {
    return access.isPresent() ? access.get().before(inner) : inner;
  }

  /**
   * Who is asked, if anybody is. Has passwords typed or makes them up, and reads files of them.
   *
   * @param person who could type one
   */
  Optional<Access> access(Supplier<Optional<Prompt>> person, ServerObserver observer)
      throws IOException, UsageError {
    if (!access.asks()) return Optional.empty();
    var around =
        new AccessPlan.Surroundings(what.path(), new SecureRandom(), System::nanoTime, observer);
    return Optional.of(access.asking(person.get()).open(around));
  }

  /** Loaded when chance is first needed: finding who provides it costs a start 10 ms. */
  private static final class Chance {
    private static final SecureRandom SECURE = new SecureRandom();

    static long next() {
      return SECURE.nextLong();
    }
  }

  private Handler files(Drafts drafts) {
    var clock = InstantSource.system();
    Site disk = what.folder() ? new SiteRoot(what.path(), hidden) : new SingleFile(what.path());
    // A page that reloads because a file changed must not get the old one from a memory.
    Site site = live ? disk : new HotSite(disk, HotSite.Room.DEFAULT, clock, System::nanoTime);
    var receiving = this.site.receiving();
    RandomGenerator random = Chance::next;
    var listing = new ListingView(what.name(), hidden, receiving);
    var reading = SiteHandler.of(site, this.site, listing, ErrorPage::of, clock, random);
    if (receiving.folder().isEmpty()) return reading;
    Leftovers.removeFrom(what.path(), clock.instant());
    var storage = Storage.of(what.path(), hidden, site, receiving, clock, random, drafts);
    return new WriteHandler(reading, storage, friends);
  }
}
