package dev.tinwire.wire.tls;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The files of the own identity. {@code identity.pem} has the key and the certificate, so that one
 * rename replaces both or neither; {@code identity-certificate.pem} is a copy without the key, to
 * give away.
 */
record IdentityFolder(Path folder) {
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  /** Something that may write here. */
  @FunctionalInterface
  interface Change {
    Identity make() throws IOException;
  }

  Path secret() {
    return folder.resolve("identity.pem");
  }

  Path shown() {
    return folder.resolve("identity-certificate.pem");
  }

  Optional<Identity> read() throws IOException {
    if (!Files.exists(secret())) return Optional.empty();
    try {
      // Whoever widened it, ssh would refuse to go on; the key serves its owner alone again.
      Files.setPosixFilePermissions(secret(), PosixFilePermissions.fromString("rw-------"));
      return Optional.of(
          new Identity(
              new Credential(PemFile.certificates(secret()), PemFile.privateKey(secret()))));
    } catch (WireException e) {
      // Not replaced unasked: others may have pinned its key.
      throw new WireException(e.getMessage() + "; remove it to get a new identity", e);
    }
  }

  /** One process at a time, and one thread of it: file locks belong to processes. */
  Identity locked(Change change) throws IOException {
    Files.createDirectories(folder, mode("rwx------"));
    THIS_PROCESS.lock();
    try (var file =
            FileChannel.open(
                folder.resolve("identity.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = file.lock()) {
      assert lock.isValid();
      return change.make();
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  void write(Identity identity) throws IOException {
    String certificate = certificate(identity);
    String key = new PemBlock("PRIVATE KEY", identity.credential().key().getEncoded()).print();
    replace(secret(), key + certificate, "rw-------");
    replace(shown(), certificate, "rw-r--r--");
  }

  private static String certificate(Identity identity) {
    try {
      return new PemBlock("CERTIFICATE", identity.credential().certificate().getEncoded()).print();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate just made has no encoding", e);
    }
  }

  /** Whoever reads meanwhile sees the old file or the new one, and so does a computer that fell. */
  private void replace(Path file, String text, String permissions) throws IOException {
    Path fresh = Files.createTempFile(folder, "identity", ".new", mode(permissions));
    try {
      try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(text);
        while (bytes.hasRemaining()) out.write(bytes);
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static FileAttribute<?> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
