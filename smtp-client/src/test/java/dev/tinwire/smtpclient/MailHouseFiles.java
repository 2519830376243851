package dev.tinwire.smtpclient;

/** How the Postfix and the Dovecot of {@link MailHouse} are set up; HOUSE is its folder. */
final class MailHouseFiles {
  static final String DOVECOT =
      """
      base_dir = HOUSE/dovecot
      state_dir = HOUSE/dovecot
      log_path = HOUSE/dovecot.log
      protocols =
      ssl = no
      auth_mechanisms = login
      passdb {
        driver = passwd-file
        args = scheme=PLAIN HOUSE/users
      }
      userdb {
        driver = static
        args = uid=65534 gid=65534 home=HOUSE/mail
      }
      service auth {
        unix_listener HOUSE/auth {
          mode = 0666
        }
      }
      """;

  static final String POSTFIX =
      """
      compatibility_level = 3.6
      queue_directory = HOUSE/spool
      data_directory = HOUSE/data
      maillog_file = HOUSE/postfix.log
      maillog_file_prefixes = HOUSE
      myhostname = mail.example.org
      mydestination =
      alias_maps =
      alias_database =
      inet_interfaces = 127.0.0.1
      inet_protocols = ipv4
      message_size_limit = 104857600
      virtual_mailbox_limit = 0
      virtual_mailbox_domains = example.net
      virtual_mailbox_maps = inline:{ you@example.net=you/ }
      virtual_mailbox_base = HOUSE/mail
      virtual_uid_maps = static:65534
      virtual_gid_maps = static:65534
      smtpd_sasl_auth_enable = yes
      smtpd_sasl_type = dovecot
      smtpd_sasl_path = HOUSE/auth
      smtpd_tls_cert_file = HOUSE/cert.pem
      smtpd_tls_key_file = HOUSE/key.pem
      smtpd_tls_security_level = encrypt
      smtpd_tls_auth_only = yes
      smtpd_relay_restrictions = permit_sasl_authenticated, reject
      smtpd_recipient_restrictions = check_recipient_access inline:{ {full@example.net = 452 4.2.2 mailbox full} {nobody@example.net = 550 5.1.1 no such user} }, permit_sasl_authenticated, reject
      """;

  static final String MASTER =
      """
      SUBMISSION inet n - n - - smtpd
      SUBMISSIONS inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
      cleanup unix n - n - 0 cleanup
      qmgr unix n - n 300 1 qmgr
      tlsmgr unix - - n 1000? 1 tlsmgr
      rewrite unix - - n - - trivial-rewrite
      bounce unix - - n - 0 bounce
      defer unix - - n - 0 bounce
      trace unix - - n - 0 bounce
      verify unix - - n - 1 verify
      proxymap unix - - n - - proxymap
      error unix - - n - - error
      retry unix - - n - - error
      virtual unix - n n - - virtual
      anvil unix - - n - 1 anvil
      postlog unix-dgram n - n - 1 postlogd
      """;

  private MailHouseFiles() {}
}
