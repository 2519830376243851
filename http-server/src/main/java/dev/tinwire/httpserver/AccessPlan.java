package dev.tinwire.httpserver;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.secret.Prompt;
import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Who may come and who may write, as the command line wants it. */
record AccessPlan(Optional<LoginWish> all, Optional<LoginWish> writers) {
  static AccessPlan of(Parsed parsed) throws UsageError {
    var plan = new AccessPlan(parsed.find(ServeOptions.AUTH), parsed.find(ServeOptions.AUTH_WRITE));
    if (plan.all.isPresent()
        && plan.all.get() instanceof LoginWish.Named(var reader, _)
        && plan.writers.isPresent()
        && plan.writers.get() instanceof LoginWish.Named(var writer, _)
        && reader.equals(writer)) {
      throw new UsageError("--auth-write names the same user as --auth; give the writer another");
    }
    boolean writable =
        parsed.has(ServeOptions.WRITE) || parsed.find(ServeOptions.UPLOAD).isPresent();
    if (plan.writers.isPresent() && !writable) {
      throw new UsageError("--auth-write guards what --upload and --write open; add one of them");
    }
    return plan;
  }

  /** Whether anybody is asked for anything. */
  boolean asks() {
    return all.isPresent() || writers.isPresent();
  }

  /** The same with the passwords that somebody at the terminal types, if there is anybody. */
  AccessPlan asking(Optional<Prompt> person) throws WireException {
    if (person.isEmpty()) return this;
    var asked = new AskedPassword(person.get());
    Optional<LoginWish> everybody = all.isEmpty() ? all : Optional.of(asked.of(all.get()));
    return new AccessPlan(
        everybody, writers.isEmpty() ? writers : Optional.of(asked.of(writers.get())));
  }

  /** What is needed to open them. */
  record Surroundings(
      Path served, RandomGenerator random, LongSupplier nanoTime, ServerObserver observer) {}

  /**
   * Makes passwords up and reads files.
   *
   * @throws IOException if a file cannot be read, or names nobody
   */
  Access open(Surroundings around) throws IOException, UsageError {
    var accounts = new ArrayList<Accounts>();
    var words = new ArrayList<String>();
    if (writers.isPresent()) { // first: who stands in both files may write
      accounts.add(open(writers.get(), true, words, around));
      words.set(0, words.getFirst() + " (to write)");
    }
    // Without writers of their own, all who may come may write where anybody may.
    if (all.isPresent()) accounts.add(open(all.get(), writers.isEmpty(), words, around));
    Proof ofNobody =
        usesFile() ? PasswordHash.OF_NOBODY : QuickProof.of(nobody(around), around.random());
    var random = around.random();
    var nanoTime = around.nanoTime();
    var doorkeeper =
        new Doorkeeper(
            Accounts.all(accounts), ofNobody, new Tries(nanoTime), new Verified(random, nanoTime));
    var line = new LoginLine(String.join(", ", words.reversed()), all.isEmpty());
    return new Access(doorkeeper, new Tickets(random, nanoTime), line);
  }

  private static Secret nobody(Surroundings around) {
    return Secret.of(Long.toHexString(around.random().nextLong()));
  }

  private boolean usesFile() {
    return List.of(all, writers).stream()
        .flatMap(Optional::stream)
        .anyMatch(LoginWish.InFile.class::isInstance);
  }

  private static Accounts open(
      LoginWish wish, boolean writes, List<String> words, Surroundings around)
      throws IOException, UsageError {
    return switch (wish) {
      case LoginWish.Named named -> {
        var login = Login.of(named, around.random());
        words.add(login.shown());
        var password = Secret.of(login.password());
        var proof = QuickProof.of(password, around.random());
        yield Accounts.of(new Account(login.user(), proof, writes));
      }
      case LoginWish.InFile(var path) -> {
        words.add("the users in " + Visible.of(path.toString()));
        yield file(new PasswordFile(path), writes, around);
      }
    };
  }

  private static Accounts file(PasswordFile file, boolean writes, Surroundings around)
      throws IOException, UsageError {
    String name = Visible.of(file.path().toString());
    if (file.read().users().isEmpty()) {
      throw new WireException(
          "nobody stands in " + name + "; \"tinwire serve passwd " + name + " USER\" adds one");
    }
    if (file.path().toRealPath().startsWith(around.served())) {
      throw new UsageError(name + " lies in what is served; keep passwords somewhere else");
    }
    if (file.shared()) {
      around
          .observer()
          .noticed("others on this computer can read " + name + "; chmod 600 makes it private");
    }
    return FileAccounts.open(file, writes, around.nanoTime(), around.observer());
  }
}
