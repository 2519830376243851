package dev.tinwire.wire.tls;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.KeyGenerator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * Lets the JDK load what the first handshake of a process needs, on another processor, while names
 * are looked up, certificates read, and connections made: a hello that nobody hears, and the
 * algorithms of the steps after it. It decides nothing and changes nothing but the time.
 */
final class TlsWarmUp {
  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  private TlsWarmUp() {}

  /** Begins it, the first time; with one processor it would only be in the way. */
  static void once() {
    if (Runtime.getRuntime().availableProcessors() < 2 || BEGUN.getAndSet(true)) return;
    Thread.ofPlatform().daemon().name("tls-warm-up").start(TlsWarmUp::run);
  }

  private static void run() {
    try {
      hello();
      algorithms();
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

  /** Those of nearly all servers: what they sign with, and what is sealed with afterwards. */
  private static void algorithms() throws GeneralSecurityException {
    var _ = Signature.getInstance("RSASSA-PSS");
    var _ = Signature.getInstance("SHA256withECDSA");
    var _ = CertPathValidator.getInstance("PKIX");
    var _ = Cipher.getInstance("AES/GCM/NoPadding");
    var _ = KeyAgreement.getInstance("X25519");
    var _ = KeyGenerator.getInstance("SunTlsMasterSecret"); // of TLS 1.2
  }
}
