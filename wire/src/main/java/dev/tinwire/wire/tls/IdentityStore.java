package dev.tinwire.wire.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Has the own identity ready, kept in a folder of the user: read, renewed or made. */
public final class IdentityStore {
  private final IdentityFolder folder;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final KeyKind kind;

  public IdentityStore(Path folder) {
    this(folder, KeyKind.P256);
  }

  /**
   * A store that makes other keys than the usual ones.
   *
   * @param kind of a key that has to be made; one that is there stays
   */
  public IdentityStore(Path folder, KeyKind kind) {
    this(folder, kind, InstantSource.system(), new SecureRandom());
  }

  IdentityStore(Path folder, InstantSource clock, RandomGenerator random) {
    this(folder, KeyKind.P256, clock, random);
  }

  private IdentityStore(Path folder, KeyKind kind, InstantSource clock, RandomGenerator random) {
    this.folder = new IdentityFolder(folder);
    this.kind = kind;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The user's configuration folder: {@code $XDG_CONFIG_HOME/tinwire}, or else {@code
   * ~/.config/tinwire}.
   *
   * @param environment such as {@code System::getenv}
   */
  public static Path folder(UnaryOperator<@Nullable String> environment, Path home) {
    return Optional.ofNullable(environment.apply("XDG_CONFIG_HOME"))
        .map(Path::of)
        .filter(Path::isAbsolute) // a relative one is to be ignored (XDG Base Directory 0.8)
        .orElseGet(() -> home.resolve(".config"))
        .resolve("tinwire");
  }

  /** The identity of this computer under the names and addresses it has now. */
  public Identity open() throws IOException {
    return open(LocalNames.here());
  }

  /** Nearly always there is nothing to write, and then nothing is locked. */
  Identity open(CertificateNames names) throws IOException {
    Optional<Identity> stored = folder.read();
    return plan(stored, names) instanceof IdentityPlan.Keep
        ? stored.orElseThrow()
        : folder.locked(() -> act(names));
  }

  /** Looks again: another process may have done it while we waited for the lock. */
  private Identity act(CertificateNames names) throws IOException {
    Optional<Identity> stored = folder.read();
    return switch (plan(stored, names)) {
      case IdentityPlan.Keep _ -> stored.orElseThrow();
      case IdentityPlan.Renew _ -> written(issue(stored.orElseThrow().keyPair(), names));
      case IdentityPlan.Make _ -> written(issue(newKey(), names));
    };
  }

  private IdentityPlan plan(Optional<Identity> stored, CertificateNames names) {
    Optional<X509Certificate> certificate = stored.map(found -> found.credential().certificate());
    return IdentityPlan.of(certificate, names, clock.instant());
  }

  private Identity written(Identity identity) throws IOException {
    folder.write(identity);
    return identity;
  }

  private KeyPair newKey() throws IOException {
    try {
      return kind.newKey();
    } catch (GeneralSecurityException e) {
      throw new IOException("no key " + kind + " can be made: " + e.getMessage(), e);
    }
  }

  private Identity issue(KeyPair key, CertificateNames names) throws IOException {
    try {
      var certificate = SelfSigned.certificate(key, names, clock.instant(), random);
      return new Identity(new Credential(List.of(certificate), key.getPrivate()));
    } catch (GeneralSecurityException e) {
      throw new IOException("the identity cannot be signed: " + e.getMessage(), e);
    }
  }
}
