package dev.tinwire.httpclient;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a module of JavaScript imports (ECMAScript §16.2): {@code import a from "./b.js"},
 * {@code import "./b.js"}, {@code export * from "./b.js"}. What a program computes, as {@code
 * import(name)}, only a program can know. Comments and strings are passed over; a regular
 * expression with a quote in it may hide what follows on its line.
 */
final class ModuleImports {
  private static final int MOST = 10_000;

  /**
   * One import.
   *
   * @param from where the specifier stands, without its quotes
   */
  record Import(int from, int to, String specifier) {}

  private final String script;
  private final List<Import> found = new ArrayList<>();
  private int at;

  /** Whether we are between the word that begins an import and the string that ends it. */
  private boolean open;

  /** An export is an import only where {@code from} stands before the string. */
  private boolean from;

  private ModuleImports(String script) {
    this.script = script;
  }

  static List<Import> of(String script) {
    var scanner = new ModuleImports(script);
    while (scanner.at < script.length() && scanner.found.size() < MOST) scanner.step();
    return List.copyOf(scanner.found);
  }

  private void step() {
    char c = script.charAt(at);
    if (script.startsWith("//", at)) {
      at = after("\n", at);
    } else if (script.startsWith("/*", at)) {
      at = after("*/", at + 2);
    } else if (c == '"' || c == '\'') {
      string(c);
    } else if (c == '`') {
      template();
    } else if (isName(c)) {
      word();
    } else {
      if (!Character.isWhitespace(c) && "{},*".indexOf(c) < 0) open = false;
      at++;
    }
  }

  private int after(String end, int start) {
    int i = script.indexOf(end, start);
    return i < 0 ? script.length() : i + end.length();
  }

  private static boolean isName(char c) {
    return Character.isJavaIdentifierPart(c);
  }

  private void word() {
    int begin = at;
    while (at < script.length() && isName(script.charAt(at))) at++;
    String word = script.substring(begin, at);
    boolean member = begin > 0 && script.charAt(begin - 1) == '.';
    switch (word) {
      case "import", "export" -> {
        if (!open) from = word.equals("import") && isBareImport();
        open = !member;
      }
      case "from" -> from = true;
      case "function", "class", "const", "let", "var", "default" -> open &= word.equals("default");
      default -> {} // a name that is imported
    }
  }

  /** {@code import "a.js"}: the string follows at once. */
  private boolean isBareImport() {
    int i = at;
    while (i < script.length() && Character.isWhitespace(script.charAt(i))) i++;
    return i < script.length() && "\"'".indexOf(script.charAt(i)) >= 0;
  }

  private void string(char quote) {
    int begin = ++at;
    while (at < script.length() && script.charAt(at) != quote && script.charAt(at) != '\n') {
      at += script.charAt(at) == '\\' ? 2 : 1;
    }
    int end = Math.min(at, script.length());
    String text = script.substring(begin, end);
    if (open && from && !text.contains("\\")) found.add(new Import(begin, end, text));
    open = false;
    at = end + 1;
  }

  private void template() {
    at++;
    while (at < script.length() && script.charAt(at) != '`') {
      at += script.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    open = false;
  }
}
