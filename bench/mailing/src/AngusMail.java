import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/**
 * Sends with Angus Mail, as its users do: PORT COUNT STORE [FILE]; a STORE of "-" is without TLS.
 */
public final class AngusMail {
  private AngusMail() {}

  public static void main(String[] args) throws Exception {
    boolean tls = !args[2].equals("-");
    var properties = new Properties();
    if (tls) {
      properties.put("mail.smtp.starttls.enable", "true");
      properties.put("mail.smtp.starttls.required", "true");
      properties.put("mail.smtp.auth", "true");
      System.setProperty("javax.net.ssl.trustStore", args[2]);
      System.setProperty("javax.net.ssl.trustStorePassword", "throw-away");
    }
    Session session = Session.getInstance(properties);
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(
          "127.0.0.1",
          Integer.parseInt(args[0]),
          tls ? "me@example.org" : null,
          tls ? "secret" : null);
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        MimeMessage message = message(session, args);
        transport.sendMessage(message, message.getAllRecipients());
      }
    }
  }

  private static MimeMessage message(Session session, String[] args) throws Exception {
    var message = new MimeMessage(session);
    message.setFrom("me@example.org");
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("you@example.net"));
    message.setSubject("Hi");
    String text = "Hello\n".repeat(170);
    if (args.length < 4) {
      message.setText(text);
    } else {
      var body = new MimeBodyPart();
      body.setText(text);
      var file = new MimeBodyPart();
      file.attachFile(args[3], "application/octet-stream", "base64"); // so that it is read once
      message.setContent(new MimeMultipart(body, file));
    }
    message.saveChanges();
    return message;
  }
}
