package dev.tinwire.cli;

import dev.tinwire.wire.command.Argument;
import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;

/** {@code tinwire completion SHELL}: a script that lets the shell complete our words. */
final class CompletionTool implements Tool {
  private static final Argument<Shell> SHELL =
      Argument.one("SHELL", Shell::parse, "bash, zsh or fish");

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String summary() {
    return "lets your shell complete tools and options";
  }

  @Override
  public String example() {
    return "tinwire completion bash";
  }

  @Override
  public Command command() {
    return Command.of(name(), summary(), CompletionTool::run)
        .arguments(SHELL)
        .examples(
            new Command.Entry(". <(tinwire completion bash)", "in ~/.bashrc"),
            new Command.Entry(
                "tinwire completion zsh >~/.zfunc/_tinwire", "where ~/.zfunc is in fpath"),
            new Command.Entry(
                "tinwire completion fish >~/.config/fish/completions/tinwire.fish", "once"));
  }

  private static int run(Parsed parsed, Standard standard) {
    standard.out().print(parsed.get(SHELL).script(Vocabulary.of(Tools.all())));
    return ExitStatus.DONE;
  }
}
