package dev.tinwire.httpserver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The few functions of the C library that a service under systemd needs and Java has no other way
 * to. Loaded by nothing else.
 */
final class Libc {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;

  private static final MethodHandle DUP = function("dup", JAVA_INT, JAVA_INT);
  private static final MethodHandle DUP2 = function("dup2", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle CLOSE = function("close", JAVA_INT, JAVA_INT);
  private static final MethodHandle SOCKET =
      function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle SENDTO =
      function("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);

  private Libc() {}

  @SuppressWarnings("restricted") // that is what this class is for
  private static MethodHandle function(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    var linker = Linker.nativeLinker();
    var address = linker.defaultLookup().findOrThrow(name);
    return linker.downcallHandle(address, FunctionDescriptor.of(result, arguments));
  }

  /** A call, whose signature is the caller's business. */
  @FunctionalInterface
  private interface Call {
    long make() throws Throwable;
  }

  private static long call(String name, Call call) throws IOException {
    long result;
    try {
      result = call.make();
    } catch (Throwable e) {
      throw new IllegalStateException(name, e); // the handle and its call do not match: our bug
    }
    if (result < 0) throw new IOException(name + " failed");
    return result;
  }

  /** Another descriptor for the same. */
  static int dup(int fd) throws IOException {
    return (int) call("dup", () -> (int) DUP.invokeExact(fd));
  }

  /** Makes {@code to} mean what {@code from} does. */
  static void dup2(int from, int to) throws IOException {
    long _ = call("dup2", () -> (int) DUP2.invokeExact(from, to));
  }

  static void close(int fd) throws IOException {
    long _ = call("close", () -> (int) CLOSE.invokeExact(fd));
  }

  /**
   * Sends one datagram to a socket in the file system, or in Linux's own name space.
   *
   * @param address as {@code sockaddr_un} has it: the family is put before it
   */
  static void sendToUnixSocket(byte[] address, byte[] message) throws IOException {
    int socket = (int) call("socket", () -> (int) SOCKET.invokeExact(AF_UNIX, SOCK_DGRAM, 0));
    try (var arena = Arena.ofConfined()) {
      MemorySegment to = arena.allocate(2L + address.length, 2);
      to.set(JAVA_SHORT, 0, (short) AF_UNIX);
      MemorySegment.copy(address, 0, to, JAVA_BYTE, 2, address.length);
      MemorySegment text = arena.allocateFrom(JAVA_BYTE, message);
      long length = message.length;
      int toLength = 2 + address.length;
      long _ =
          call("sendto", () -> (long) SENDTO.invokeExact(socket, text, length, 0, to, toLength));
    } finally {
      close(socket);
    }
  }
}
