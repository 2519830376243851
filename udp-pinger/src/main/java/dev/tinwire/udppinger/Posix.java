package dev.tinwire.udppinger;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;

/**
 * The calls of the C library that the kernel's side of a datagram needs and Java's sockets do not
 * have. Each takes as its first argument where {@code errno} is noted; −1 means that it is there.
 *
 * <p>Loading this class costs a tenth of a second, so only {@link Native} does it, and asks before
 * whether it may.
 */
final class Posix {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");

  /** What holds {@code errno}. */
  static final StructLayout STATE = Linker.Option.captureStateLayout();

  private static final long ERRNO_AT =
      STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

  /** {@code int socket(int, int, int)}. */
  static final MethodHandle SOCKET =
      handle("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));

  /** {@code int bind(int, struct sockaddr *, socklen_t)}. */
  static final MethodHandle BIND =
      handle("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

  static final MethodHandle CONNECT =
      handle("connect", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

  /** {@code int getsockname(int, struct sockaddr *, socklen_t *)}. */
  static final MethodHandle GETSOCKNAME =
      handle("getsockname", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));

  /** {@code int setsockopt(int, int, int, void *, socklen_t)}. */
  static final MethodHandle SETSOCKOPT =
      handle(
          "setsockopt",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));

  /** {@code ssize_t sendto(int, void *, size_t, int, struct sockaddr *, socklen_t)}. */
  static final MethodHandle SENDTO =
      handle(
          "sendto",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

  /** {@code ssize_t recvmsg(int, struct msghdr *, int)}. */
  static final MethodHandle RECVMSG =
      handle("recvmsg", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

  /** {@code int recvmmsg(int, struct mmsghdr *, unsigned, int, struct timespec *)}. */
  static final MethodHandle RECVMMSG =
      handle(
          "recvmmsg",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));

  /** {@code int sendmmsg(int, struct mmsghdr *, unsigned, int)}. */
  static final MethodHandle SENDMMSG =
      handle("sendmmsg", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));

  static final MethodHandle SHUTDOWN =
      handle("shutdown", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));

  static final MethodHandle CLOSE = handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private Posix() {}

  @SuppressWarnings("restricted") // that is what the user allows by --enable-native-access
  private static MethodHandle handle(String name, FunctionDescriptor descriptor) {
    MemorySegment symbol = LINKER.defaultLookup().findOrThrow(name);
    return LINKER.downcallHandle(symbol, descriptor, ERRNO);
  }

  static int errno(MemorySegment state) {
    return state.get(JAVA_INT, ERRNO_AT);
  }
}
