package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.command.Tool;
import java.util.List;

/**
 * {@code tinwire page URL}: a page with all that a browser would fetch for it, and when it came.
 */
public final class PageTool implements Tool {
  @Override
  public String name() {
    return "page";
  }

  @Override
  public String summary() {
    return "fetches a page with its parts, draws when each came";
  }

  @Override
  public String example() {
    return "tinwire page localhost:8080";
  }

  @Override
  public Command command() {
    return Command.of(name(), summary(), PageCommand::run)
        .arguments(PageOptions.URL)
        .options("The page", PageOptions.TEXT, PageOptions.HAR, PageOptions.SAVE, Verbs.FORCE)
        .options(AskOptions.SAYING)
        .options(AskOptions.NETWORK)
        .options(AskOptions.TLS)
        .options(CommonOptions.CONVERSATION)
        .knowing(new OtherNames())
        .examples(
            new Command.Entry("tinwire page localhost:8080", "each part, and when it came"),
            new Command.Entry("tinwire page --text example.com", "to read, links numbered"),
            new Command.Entry("tinwire page --har page.har URL", "for a browser's tools"),
            new Command.Entry("tinwire page --save there URL", "then open there/index.html"))
        .statuses(GetStatus.ENTRIES)
        .limits(
            new Command.Entry("6", "connections to one origin at once"),
            new Command.Entry("1000", "parts of a page; 64 MiB for each"),
            new Command.Entry("1000000", "tags and attributes of a document"));
  }

  @Override
  public List<SelfCheck> selfChecks() {
    return List.of(new SelfCheck("a page comes with its parts", PageCheck::run));
  }
}
