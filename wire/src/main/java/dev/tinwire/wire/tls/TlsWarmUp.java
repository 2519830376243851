package dev.tinwire.wire.tls;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * Lets the JDK load what the first handshake of a process needs, on other threads, while names are
 * looked up, certificates read, and connections made: the keys that are agreed on and the
 * algorithms behind them ({@link #once}), and a hello that nobody hears ({@link #hello}). It
 * decides nothing and changes nothing but the time.
 */
final class TlsWarmUp {
  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  private TlsWarmUp() {}

  /** Begins it, the first time; with one processor it would only be in the way. */
  static void once() {
    if (Runtime.getRuntime().availableProcessors() < 2 || BEGUN.getAndSet(true)) return;
    Thread.ofPlatform().daemon().name("tls-hello").start(() -> quietly(TlsWarmUp::hello));
    Thread.ofPlatform().daemon().name("tls-keys").start(() -> quietly(TlsWarmUp::keys));
  }

  @FunctionalInterface
  private interface Step {
    void run() throws GeneralSecurityException, SSLException;
  }

  private static void quietly(Step step) {
    try {
      step.run();
    } catch (GeneralSecurityException | SSLException _) {
      // What is not there is missed by the handshake, which can say so.
    }
  }

  private static void hello() throws GeneralSecurityException, SSLException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new NoTrust()}, null);
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(true);
    var parameters = engine.getSSLParameters();
    parameters.setProtocols(TlsProperties.PROTOCOLS);
    KeyShares.FAST
        .namedGroups()
        .ifPresent(groups -> parameters.setNamedGroups(groups.toArray(String[]::new)));
    engine.setSSLParameters(parameters);
    engine.beginHandshake();
    var packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    var _ = engine.wrap(ByteBuffer.allocate(0), packet);
  }

  /**
   * Two ends agree on a secret, by which the arithmetic of x25519 is compiled when it is needed.
   */
  private static void keys() throws GeneralSecurityException {
    KeyPair ours = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    var theirs = new XECPublicKeySpec(NamedParameterSpec.X25519, BigInteger.valueOf(9));
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(ours.getPrivate());
    agreement.doPhase(KeyFactory.getInstance("X25519").generatePublic(theirs), true);
    var _ = agreement.generateSecret();
    algorithms();
  }

  /** Those of nearly all servers: what they sign with, and what is sealed with afterwards. */
  private static void algorithms() throws GeneralSecurityException {
    var modulus = BigInteger.ONE.shiftLeft(2047).setBit(0);
    var _ =
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65537)));
    var _ = Signature.getInstance("RSASSA-PSS");
    var _ = Signature.getInstance("SHA256withECDSA");
    var _ = CertPathValidator.getInstance("PKIX");
    var _ = Cipher.getInstance("AES/GCM/NoPadding");
    var _ = KeyGenerator.getInstance("SunTlsMasterSecret"); // of TLS 1.2
  }
}
