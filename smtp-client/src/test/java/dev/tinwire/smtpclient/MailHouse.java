package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Loopback;
import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.wire.Deadline;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Postfix, with Dovecot for the passwords, on ports of the loopback and in a folder of its
 * own: STARTTLS on one port, TLS from the start on the other, AUTH LOGIN and nothing else. Mail for
 * {@link #YOU} is delivered into a folder; one recipient does not exist and one is over quota. It
 * has to be started as root and touches nothing of the system's own mail.
 */
final class MailHouse implements AutoCloseable {
  static final String ME = "me@example.org";
  static final String PASSWORD = "s3cret pässword";
  static final String YOU = "you@example.net";

  private static final String NOBODY = "65534";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  final int submission = freePort();
  final int submissions = freePort();

  private MailHouse(Path folder) throws IOException {
    this.folder = folder;
  }

  /** Starts it, or skips the test with a word. */
  static MailHouse open() throws IOException, InterruptedException {
    for (String name : List.of("postfix", "dovecot")) {
      assumeTrue(installed(name), name + " is not installed");
    }
    assumeTrue(System.getProperty("user.name").equals("root"), "Postfix is started by root only");
    // In /tmp and short, for the sockets inside have at most 107 characters.
    var house = new MailHouse(Files.createTempDirectory(Path.of("/tmp"), "mail"));
    try {
      house.furnish();
      house.start();
      return house;
    } catch (IOException | InterruptedException | AssertionError e) {
      house.close();
      throw e;
    }
  }

  static boolean installed(String name) {
    return Arrays.stream((System.getenv("PATH") + ":/usr/sbin").split(File.pathSeparator))
        .anyMatch(place -> Path.of(place, name).toFile().canExecute());
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, Loopback.V4)) {
      return socket.getLocalPort();
    }
  }

  private void furnish() throws IOException, InterruptedException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String name : List.of("etc", "spool", "data", "dovecot")) {
      Files.createDirectory(folder.resolve(name));
    }
    for (String name : List.of("new", "cur", "tmp")) {
      Files.createDirectories(folder.resolve("mail/you/" + name));
    }
    run("chown", "postfix", folder.resolve("data").toString());
    run("chown", "-R", NOBODY + ":" + NOBODY, folder.resolve("mail").toString());
    var identity = TestIdentity.localhost();
    write("cert.pem", identity.certificatePem());
    write("key.pem", identity.keyPem());
    write("users", ME + ":{PLAIN}" + PASSWORD + "\n");
    write("dovecot.conf", MailHouseFiles.DOVECOT);
    write("etc/main.cf", MailHouseFiles.POSTFIX);
    write(
        "etc/master.cf",
        MailHouseFiles.MASTER
            .replace("SUBMISSIONS", "127.0.0.1:" + submissions)
            .replace("SUBMISSION", "127.0.0.1:" + submission));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text.replace("HOUSE", folder.toString()));
  }

  private void start() throws IOException {
    processes.add(started("dovecot", "-F", "-c", folder.resolve("dovecot.conf").toString()));
    processes.add(started("/usr/sbin/postfix", "-c", etc(), "start-fg"));
    Deadline deadline = Deadline.in(PATIENCE);
    while (!listens(submission) || !listens(submissions) || !Files.exists(path("auth"))) {
      deadline.check("waiting until Postfix listens; see " + folder);
      Thread.onSpinWait();
    }
  }

  Process started(String... words) throws IOException {
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(path(Path.of(words[0]).getFileName() + ".out").toFile())
        .start();
  }

  static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(Loopback.V4, port), 1000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static void run(String... words) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    byte[] said = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0)
      throw new IOException(List.of(words) + ": " + new String(said, StandardCharsets.UTF_8));
  }

  Path authority() {
    return path("cert.pem");
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  private String etc() {
    return path("etc").toString();
  }

  /** The message that was delivered; waits until it is one. It is taken out of the mailbox. */
  Path delivered() throws IOException {
    Deadline deadline = Deadline.in(PATIENCE);
    while (true) {
      deadline.check("waiting for a message to be delivered");
      try (Stream<Path> files = Files.list(path("mail/you/new"))) {
        var first = files.findFirst();
        if (first.isPresent())
          return Files.move(first.get(), path("delivered-" + first.hashCode()));
      }
      Thread.onSpinWait();
    }
  }

  /** Whether anything waits to be read. */
  boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(path("mail/you/new"))) {
      return files.findAny().isEmpty();
    }
  }

  @Override
  public void close() throws IOException {
    for (Process process : processes.reversed()) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
      if (process.isAlive()) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
      }
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
    }
  }
}
