package dev.tinwire.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the command line of {@link FuzzAll} says. */
record FuzzOptions(Duration time, int jobs, Path out, Pattern only, List<Path> folders) {
  private static final FuzzOptions PRESET =
      new FuzzOptions(
          Duration.ofMinutes(1), 1, Path.of("target/fuzz"), Pattern.compile(".*"), List.of());

  static FuzzOptions parse(List<String> args) {
    var options = PRESET;
    var folders = new ArrayList<Path>();
    for (var words = args.iterator(); words.hasNext(); ) {
      String word = words.next();
      if (word.startsWith("--") && !words.hasNext()) {
        throw new IllegalArgumentException(word + " wants a value");
      }
      options =
          switch (word) {
            case "--seconds" -> options.within(Duration.ofSeconds(number(word, words.next())));
            case "--jobs" -> options.atOnce(number(word, words.next()));
            case "--out" -> options.to(Path.of(words.next()));
            case "--only" -> options.only(words.next());
            default -> {
              folders.add(folder(word));
              yield options;
            }
          };
    }
    if (folders.isEmpty()) throw new IllegalArgumentException("no folder of test classes given");
    return new FuzzOptions(
        options.time, options.jobs, options.out.toAbsolutePath(), options.only, folders);
  }

  private static int number(String option, String text) {
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(option + " wants a number from 1, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static Path folder(String word) {
    if (word.startsWith("-")) throw new IllegalArgumentException("no option " + word);
    Path folder = Path.of(word);
    if (!Files.isDirectory(folder)) throw new IllegalArgumentException("no folder " + folder);
    return folder;
  }

  private FuzzOptions within(Duration other) {
    return new FuzzOptions(other, jobs, out, only, folders);
  }

  private FuzzOptions atOnce(int other) {
    return new FuzzOptions(time, other, out, only, folders);
  }

  private FuzzOptions to(Path other) {
    return new FuzzOptions(time, jobs, other, only, folders);
  }

  private FuzzOptions only(String names) {
    try {
      return new FuzzOptions(time, jobs, out, Pattern.compile(names), folders);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("--only wants a pattern: " + e.getMessage(), e);
    }
  }

  /** That of this JVM, and what was compiled beside each folder of tests. */
  String classPath() {
    var places = new LinkedHashSet<String>();
    for (Path folder : folders) {
      places.add(folder.toAbsolutePath().toString());
      places.add(folder.toAbsolutePath().resolveSibling("classes").toString());
    }
    places.add(System.getProperty("java.class.path"));
    return String.join(File.pathSeparator, places);
  }

  List<FuzzTarget> targets() throws IOException {
    var targets = new ArrayList<FuzzTarget>();
    for (Path folder : folders) targets.addAll(FuzzTarget.in(folder));
    if (targets.isEmpty()) throw new IllegalArgumentException("no …Fuzz class in " + folders);
    // Nothing may be left: the one that is wanted lies in another module.
    targets.removeIf(target -> !only.matcher(target.name()).matches());
    return targets;
  }
}
