package dev.tinwire.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A throw-away key and self-signed certificate for TLS tests, made by the JDK's keytool: nothing
 * secret is checked in, and nothing can expire. Public for the TLS tests of every module.
 *
 * @param certificate what a client is to trust
 * @param key its private key
 */
public record TestIdentity(X509Certificate certificate, Key key) {
  private static final char[] PASSWORD = "throw-away".toCharArray();
  private static final String LOCAL = "SAN=dns:localhost,ip:127.0.0.1,ip:::1";

  /** Made once, when first asked for: keytool takes most of a second. */
  private static final class Cached {
    static final TestIdentity LOCALHOST = made("-ext", LOCAL);
  }

  /** For localhost, 127.0.0.1 and ::1; one for the whole JVM. */
  public static TestIdentity localhost() {
    return Cached.LOCALHOST;
  }

  /** A new one for localhost, which whoever trusts {@link #localhost()} does not trust. */
  public static TestIdentity stranger() {
    return made("-ext", LOCAL);
  }

  /**
   * A new one with options of keytool's {@code -genkeypair}: {@code -ext SAN=dns:other.example},
   * {@code -startdate -10d -validity 1}, {@code -ext EKU=clientAuth}.
   */
  public static TestIdentity made(String... options) {
    try {
      Path folder = Files.createTempDirectory("tinwire-identity");
      Path store = folder.resolve("identity.p12");
      try {
        keytool(folder, store, List.of(options));
        return load(store);
      } finally {
        Files.deleteIfExists(folder.resolve("log"));
        Files.deleteIfExists(store);
        Files.delete(folder);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError("cannot make a test identity", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while keytool ran", e);
    }
  }

  private static void keytool(Path folder, Path store, List<String> options)
      throws IOException, InterruptedException {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
    words.addAll(List.of("-genkeypair", "-alias", "test", "-keyalg", "EC"));
    words.addAll(List.of("-groupname", "secp256r1", "-dname", "CN=localhost"));
    words.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    words.addAll(List.of("-storepass", new String(PASSWORD)));
    words.addAll(options);
    Path log = folder.resolve("log");
    Process keytool =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS)) keytool.destroyForcibly();
    else if (keytool.exitValue() == 0) return;
    throw new AssertionError("keytool failed: " + Files.readString(log));
  }

  private static TestIdentity load(Path store) throws IOException, GeneralSecurityException {
    KeyStore loaded = KeyStore.getInstance(store.toFile(), PASSWORD);
    return new TestIdentity(
        (X509Certificate) loaded.getCertificate("test"), loaded.getKey("test", PASSWORD));
  }

  /** For a server that shows this certificate. */
  public SSLContext server() {
    try {
      var store = empty();
      store.setKeyEntry("test", key, PASSWORD, new X509Certificate[] {certificate});
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError("cannot use a test identity", e);
    }
  }

  /** For a client that trusts this certificate and no other. */
  public SSLContext trusting() {
    try {
      var store = empty();
      store.setCertificateEntry("test", certificate);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError("cannot trust a test identity", e);
    }
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  public String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new AssertionError("cannot encode a test certificate", e);
    }
  }

  /** PKCS #8, not encrypted. */
  public String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  private static String pem(String type, byte[] der) {
    var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(type, base64.encodeToString(der), type);
  }
}
