package dev.tinwire.cli;

/** Starts the suite. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("tinwire 0.1.0");
  }
}
