package dev.tinwire.wire.tls;

import java.io.IOException;
import java.nio.file.Path;

/** An authority that issues any certificate one asks for, made by openssl in a folder. */
final class TestAuthority {
  static final String EC = "-newkey ec -pkeyopt ec_paramgen_curve:P-256";

  private static final String CONFIGURATION =
      """
      [ca]
      default_ca = this
      [this]
      database = index.txt
      new_certs_dir = .
      rand_serial = yes
      default_days = 30
      default_md = sha256
      policy = any
      unique_subject = no
      [any]
      commonName = supplied
      """;

  private final OpenSsl openSsl;

  TestAuthority(Path folder) throws IOException, InterruptedException {
    openSsl = new OpenSsl(folder);
    openSsl.write("ca.cnf", CONFIGURATION);
    openSsl.write("index.txt", "");
    selfSigned("ca", "/CN=Test_Authority", "-addext keyUsage=keyCertSign");
  }

  OpenSsl openSsl() {
    return openSsl;
  }

  /** The certificate to trust. */
  Path certificate() {
    return openSsl.file("ca.pem");
  }

  /**
   * Issues one.
   *
   * @param newKey as for {@code openssl req}
   * @param extensions lines of an openssl configuration
   * @param how more words for {@code openssl ca}
   */
  Credential issue(String name, String newKey, String extensions, String how)
      throws IOException, InterruptedException {
    openSsl.write(name + ".ext", "basicConstraints=CA:FALSE\n" + extensions + "\n");
    openSsl.run(
        "req -new -nodes %s -subj /CN=%s -keyout %s.key -out %s.csr"
            .formatted(newKey, name, name, name));
    openSsl.run(
        "ca -batch -notext -config ca.cnf -cert ca.pem -keyfile ca.key -in %s.csr -out %s.pem -extfile %s.ext %s"
            .formatted(name, name, name, how)
            .strip());
    return credential(name);
  }

  Credential selfSigned(String name, String subject, String how)
      throws IOException, InterruptedException {
    openSsl.run(
        "req -x509 -nodes -days 30 %s -subj %s %s -keyout %s.key -out %s.pem"
            .formatted(EC, subject, how, name, name));
    return credential(name);
  }

  private Credential credential(String name) throws IOException {
    return Credential.read(openSsl.file(name + ".pem"), openSsl.file(name + ".key"));
  }
}
