package dev.tinwire.cli;

import dev.tinwire.heartbeat.FinalRefusal;
import dev.tinwire.heartbeat.Mailer;
import dev.tinwire.smtpclient.MailSender;
import dev.tinwire.smtpclient.MailSender.Answer;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The monitor's mail, sent by {@code tinwire mail}.
 *
 * @param environment where it finds passwords
 */
record MonitorMail(Map<String, String> environment) implements Mailer {
  MonitorMail() {
    this(System.getenv());
  }

  @Override
  public void send(Mail mail) throws IOException, InterruptedException {
    var sender = new MailSender(mail.how(), environment, IdentityServers::new);
    switch (sender.send(mail.to(), mail.subject(), mail.text())) {
      case Answer.Taken _ -> {}
      case Answer.NotNow(String why) -> throw new WireException(why);
      case Answer.Never(String why) -> throw new FinalRefusal(why);
    }
  }

  @Override
  public void check(List<String> how) throws IOException, InterruptedException {
    var fault = new MailSender(how, environment, IdentityServers::new).fault();
    if (fault.isPresent()) throw new FinalRefusal(fault.get());
  }
}
