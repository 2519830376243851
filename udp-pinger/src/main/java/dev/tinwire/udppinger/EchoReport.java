package dev.tinwire.udppinger;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Output;
import java.net.InetSocketAddress;
import java.time.ZoneId;

/** What a running echo server tells its user: where it is, each datagram if wanted, the sums. */
final class EchoReport implements EchoObserver, AutoCloseable {
  private final Output output;
  private final boolean log;
  private final EchoLine lines;
  private final Conversation conversation;
  private final LineWriter writer = new LineWriter();

  EchoReport(Output output, boolean log, ZoneId zone) {
    this.output = output;
    this.log = log;
    this.lines = new EchoLine(zone);
    this.conversation = output.conversation(new EchoExplanations());
  }

  /** For eyes a banner; for programs one line. */
  void listening(EchoBanner banner) {
    if (output.json()) {
      output.jsonLines().write(banner.json());
    } else if (output.outScreen().live() && !output.quiet()) {
      banner.lines(output.outScreen()).forEach(output.out()::println);
    } else {
      output.out().println(banner.line());
    }
    output.out().flush();
  }

  @Override
  public boolean watches() {
    return log || output.verbose();
  }

  @Override
  public void handled(Handled handled) {
    writer.later(() -> show(handled));
  }

  private void show(Handled handled) {
    if (log && output.json()) output.jsonLines().write(EchoLine.json(handled));
    else if (log) print(lines.log(handled));
    if (output.verbose()) lines.converse(handled, conversation);
  }

  @Override
  public void line(InetSocketAddress client, String line, String answer) {
    writer.later(() -> {
      if (log) print(Endpoint.of(client) + " tcp " + Visible.of(line));
      conversation.received(Endpoint.of(client) + " LINE " + line);
      conversation.sent(Endpoint.of(client) + " LINE " + answer);
    });
  }

  @Override
  public void client(InetSocketAddress client, String what) {
    writer.later(() -> {
      if (log && !output.json()) print(Endpoint.of(client) + " tcp " + Visible.of(what));
      conversation.note(Endpoint.of(client) + " " + what);
    });
  }

  @Override
  public void noticed(String sentence) {
    output.note(sentence);
  }

  private void print(String line) {
    output.out().print(line + "\n");
    output.out().flush();
  }

  /** The sums so far, behind the lines that wait. */
  void sums(EchoCounters counters) {
    var sums = EchoSums.of(counters);
    writer.later(() -> show(sums));
  }

  private void show(EchoSums sums) {
    if (output.json()) output.jsonLines().write(sums.json());
    else if (!output.quiet()) print(String.join("\n", sums.said()));
  }

  @Override
  public void close() {
    writer.close();
    if (writer.leftOut() > 0) output.note(writer.leftOut() + " lines could not be written");
  }
}
