package dev.tinwire.wire.command;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;

/**
 * What is said when a command fails: one line for a person, and what the shell is told. Pure.
 * Public because a command that goes on after a failure says the same.
 *
 * @param line empty if there is nothing to complain about
 */
public record Complaint(int status, String line) {
  public static Complaint about(Throwable failure) {
    return switch (failure) {
      case UsageError e -> new Complaint(ExitStatus.USAGE, message(e));
      case OutputFailed e when e.readerGone() -> new Complaint(ExitStatus.OUTPUT_CLOSED, "");
      case OutputFailed e -> refused("cannot write the output: " + Visible.of(message(cause(e))));
      case UncheckedIOException e -> about(cause(e));
      case WireException e -> refused(message(e)); // escaped already, where it was made
      case IOException e -> refused(Visible.of(inWords(e)));
      case OutOfMemoryError _ -> refused("what came is too much for the memory that tinwire takes");
      case InterruptedException _ -> new Complaint(ExitStatus.INTERRUPTED, "");
      default ->
          new Complaint(
              ExitStatus.BUG,
              "this is a bug in tinwire, please report it with what --debug shows: "
                  + Visible.of(failure.toString()));
    };
  }

  private static Complaint refused(String line) {
    return new Complaint(ExitStatus.REFUSED, line);
  }

  /** The JDK's file exceptions have the file's name for a message and the reason in their type. */
  private static String inWords(IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> e.getFile() + ": no such file or folder";
      case AccessDeniedException e -> e.getFile() + ": permission denied";
      case FileAlreadyExistsException e -> e.getFile() + ": exists already";
      case FileSystemException e -> e.getFile() + ": " + e.getReason();
      default -> message(failure);
    };
  }

  private static IOException cause(UncheckedIOException failure) {
    return Objects.requireNonNull(failure.getCause()); // its constructors demand one
  }

  private static String message(Throwable failure) {
    return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
  }
}
