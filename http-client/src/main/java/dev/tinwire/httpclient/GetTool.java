package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;
import dev.tinwire.wire.tls.TlsClient;
import java.util.List;

/** {@code tinwire get URL}: fetches and shows, or saves. */
public final class GetTool implements Tool {
  @Override
  public String name() {
    return "get";
  }

  @Override
  public String summary() {
    return "fetches over HTTP, shows or saves";
  }

  @Override
  public String example() {
    return "tinwire get example.com";
  }

  @Override
  public Command command() {
    return Command.of(name(), summary(), GetCommand::run)
        .arguments(GetOptions.URLS)
        .options(ShowOptions.GROUP)
        .options(AskOptions.SAYING)
        .options(BodyOptions.GROUP)
        .options(GetOptions.DOWNLOADS)
        .options(AskOptions.NETWORK)
        .options(AskOptions.TLS)
        .options(FingerOptions.GROUP)
        .options(CommonOptions.CONVERSATION)
        .knowing(new OtherNames())
        .examples(
            new Command.Entry("tinwire get localhost:8080", "head and body, made readable"),
            new Command.Entry(
                "tinwire get -O https://example.com/disk.iso", "saved, with progress"),
            new Command.Entry("tinwire get -C -O https://example.com/disk.iso", "gone on with"),
            new Command.Entry("tinwire get --timing --repeat 20 URL", "how fast it answers"),
            new Command.Entry("tinwire get --explain URL", "what each line of it does"))
        .statuses(GetStatus.ENTRIES)
        .limits(
            new Command.Entry("64 KiB", "for a field; 1000 fields, 256 KiB for a head"),
            new Command.Entry("64 MiB", "for a body that is kept in memory (--json)"),
            new Command.Entry("256 MiB", "in a cache, 32 MiB for one answer (--cache)"),
            new Command.Entry("20", "redirects; 32 interim answers (1xx)"),
            new Command.Entry("60s", "for a head, or for 1 KiB of a body (--stall)"),
            new Command.Entry("30s", "to connect and shake hands (--connect-timeout)"));
  }

  /**
   * Half of what a small fetch over TLS takes is loading TLS: it begins before the line is read.
   */
  @Override
  public int run(List<String> words, Standard standard) {
    if (words.stream().anyMatch(word -> word.startsWith("https:"))) TlsClient.warmUp();
    return Tool.super.run(words, standard);
  }

  @Override
  public List<SelfCheck> selfChecks() {
    return List.of(new SelfCheck("a page is fetched, plain and over TLS", GetCheck::run));
  }
}
