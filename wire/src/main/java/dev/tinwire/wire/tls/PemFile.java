package dev.tinwire.wire.tls;

import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.WireException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Certificates and keys out of PEM files; each error names its file. */
final class PemFile {
  private PemFile() {}

  /** All certificates of the file, at least one, in its order. */
  static List<X509Certificate> certificates(Path file) throws IOException {
    var certificates = new ArrayList<X509Certificate>();
    for (PemBlock block : blocks(file)) {
      try {
        if (block.label().equals("CERTIFICATE")) certificates.add(certificate(block.content()));
      } catch (CertificateException e) {
        throw new WireException(
            file + ": certificate " + (certificates.size() + 1) + " cannot be read", e);
      }
    }
    if (certificates.isEmpty()) {
      throw new WireException(file + ": no certificate in it" + asPem(file));
    }
    return List.copyOf(certificates);
  }

  /** The one private key of the file. */
  static PrivateKey privateKey(Path file) throws IOException {
    Optional<PrivateKey> found = Optional.empty();
    for (PemBlock block : blocks(file)) {
      Optional<PrivateKey> key = privateKey(file, block);
      if (key.isPresent() && found.isPresent()) {
        throw new WireException(file + ": more than one private key in it");
      }
      found = found.or(() -> key);
    }
    return found.orElseThrow(
        () -> new WireException(file + ": no private key in it; where it is, --key says"));
  }

  /** What a browser gives out is PKCS #12, which is binary: an ASN.1 sequence. */
  private static String asPem(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      if (in.read() != 0x30) return "";
    }
    return ", for it is binary; PEM is made so: openssl pkcs12 -in FILE.p12 -nodes -out FILE.pem";
  }

  static X509Certificate certificate(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  private static Optional<PrivateKey> privateKey(Path file, PemBlock block) throws WireException {
    try {
      return PrivateKeys.of(block);
    } catch (WireException e) {
      throw new WireException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<PemBlock> blocks(Path file) throws IOException {
    try {
      return Pem.parse(text(file));
    } catch (WireException e) {
      throw new WireException(file + ": " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new WireException(file + ": no such file", e);
    } catch (IOException e) {
      throw new WireException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Not by the file's size: a pipe such as {@code <(pass show key)} has none. */
  private static String text(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Pem.MAX_TEXT + 1);
      if (bytes.length > Pem.MAX_TEXT) throw new TooLong("PEM text", Pem.MAX_TEXT);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
