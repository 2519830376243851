package dev.tinwire.wire.tls;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Who we say we are: a certificate chain, our own certificate first, and the private key to it.
 * Servers need one; clients show one where the server asks ({@code --cert}, {@code --key}).
 */
public record Credential(List<X509Certificate> chain, PrivateKey key) {
  public Credential {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) throw new IllegalArgumentException("a credential needs a certificate");
  }

  /** From PEM files, which may be one and the same. */
  public static Credential read(Path chainFile, Path keyFile) throws IOException {
    var credential = new Credential(PemFile.certificates(chainFile), PemFile.privateKey(keyFile));
    if (!credential.fits()) {
      throw new WireException(
          "the private key in " + keyFile + " does not belong to the certificate in " + chainFile);
    }
    return credential;
  }

  /** Our own certificate. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** Whether the certificate's key verifies what the private key signs: otherwise no handshake. */
  boolean fits() {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          case String other -> other;
        };
    if (algorithm.equals("RSASSA-PSS")) return true; // its parameters are the handshake's business
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(new byte[32]);
      byte[] signed = signature.sign();
      signature.initVerify(certificate().getPublicKey());
      signature.update(new byte[32]);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "Credential of " + CertificateReport.name(certificate().getSubjectX500Principal());
  }
}
