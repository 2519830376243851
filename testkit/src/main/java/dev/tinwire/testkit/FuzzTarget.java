package dev.tinwire.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A class named {@code …Fuzz} with a {@code fuzzerTestOneInput(byte[])}.
 *
 * @param className its full name
 * @param seeds the folder of its checked-in corpus
 */
record FuzzTarget(String className, Path seeds) {
  private static final String SUFFIX = "Fuzz.class";

  /** The targets among the compiled tests of a module, {@code MODULE/target/test-classes}. */
  static List<FuzzTarget> in(Path testClasses) throws IOException {
    Path folder = testClasses.toAbsolutePath().normalize();
    Path module = folder.resolve("../..").normalize();
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString())
          .filter(name -> name.endsWith(SUFFIX))
          .sorted()
          .map(name -> named(className(name), module))
          .toList();
    }
  }

  private static String className(String file) {
    return file.substring(0, file.length() - ".class".length())
        .replace('/', '.')
        .replace('\\', '.');
  }

  private static FuzzTarget named(String className, Path module) {
    return new FuzzTarget(className, Corpus.folder(module, simpleName(className)));
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  String name() {
    return simpleName(className);
  }
}
