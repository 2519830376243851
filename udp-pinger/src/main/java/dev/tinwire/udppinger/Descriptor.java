package dev.tinwire.udppinger;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A datagram socket of the kernel's. Several threads may be in its calls while another closes it:
 * then they come out, and who leaves last gives the number back, which the kernel would otherwise
 * hand to somebody else while we still use it.
 */
final class Descriptor implements AutoCloseable {
  private static final int CLOSED = Integer.MIN_VALUE;

  private final int number;

  /** Inside, counted; negative from the close on. */
  private final AtomicInteger users = new AtomicInteger();

  private Descriptor(int number) {
    this.number = number;
  }

  static Descriptor datagrams(int family) throws IOException {
    try (var arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Posix.STATE);
      int type = Linux.SOCK_DGRAM | Linux.SOCK_CLOEXEC;
      int number = (int) Posix.SOCKET.invokeExact(state, family, type, 0);
      if (number < 0) throw failure("socket", Posix.errno(state));
      return new Descriptor(number);
    } catch (Throwable e) {
      throw thrown(e);
    }
  }

  /** The number, for one call; {@link #leave} must follow. */
  int enter() throws ClosedChannelException {
    // Who comes after the close must not be counted, not even for a moment: going again, he would
    // be the last one a second time, and give back a number that is somebody else's by now.
    for (int inside = users.get(); inside >= 0; inside = users.get()) {
      if (users.compareAndSet(inside, inside + 1)) return number;
    }
    throw new ClosedChannelException();
  }

  void leave() {
    if (users.decrementAndGet() == CLOSED) release();
  }

  boolean isClosed() {
    return users.get() < 0;
  }

  void set(int level, int option, int value) throws IOException {
    int fd = enter();
    try (var arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Posix.STATE);
      MemorySegment at = arena.allocateFrom(JAVA_INT, value);
      int failed = (int) Posix.SETSOCKOPT.invokeExact(state, fd, level, option, at, Integer.BYTES);
      if (failed != 0) throw failure("option " + level + "/" + option, Posix.errno(state));
    } catch (Throwable e) {
      throw thrown(e);
    } finally {
      leave();
    }
  }

  void bind(InetSocketAddress to) throws IOException {
    int fd = enter();
    try (var arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Posix.STATE);
      MemorySegment address = arena.allocate(SocketAddresses.ROOM, Long.BYTES);
      int length = SocketAddresses.write(address, to, SocketAddresses.family(to));
      int failed = (int) Posix.BIND.invokeExact(state, fd, address, length);
      if (failed != 0) throw failure("bind", Posix.errno(state));
    } catch (Throwable e) {
      throw thrown(e);
    } finally {
      leave();
    }
  }

  void connect(InetSocketAddress to) throws IOException {
    int fd = enter();
    try (var arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Posix.STATE);
      MemorySegment address = arena.allocate(SocketAddresses.ROOM, Long.BYTES);
      int length = SocketAddresses.write(address, to, SocketAddresses.family(to));
      int failed = (int) Posix.CONNECT.invokeExact(state, fd, address, length);
      if (failed != 0) throw failure("connect", Posix.errno(state));
    } catch (Throwable e) {
      throw thrown(e);
    } finally {
      leave();
    }
  }

  InetSocketAddress local() throws IOException {
    int fd = enter();
    try (var arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Posix.STATE);
      MemorySegment address = arena.allocate(SocketAddresses.ROOM, Long.BYTES);
      MemorySegment length = arena.allocateFrom(JAVA_INT, SocketAddresses.ROOM);
      int failed = (int) Posix.GETSOCKNAME.invokeExact(state, fd, address, length);
      if (failed != 0) throw failure("getsockname", Posix.errno(state));
      return SocketAddresses.read(address);
    } catch (Throwable e) {
      throw thrown(e);
    } finally {
      leave();
    }
  }

  /** What a call's error number means as an exception. */
  static IOException failure(String call, int errno) {
    return switch (errno) {
      case Linux.ECONNREFUSED -> new PortUnreachableException(Linux.words(errno));
      case Linux.EADDRINUSE, Linux.EADDRNOTAVAIL, Linux.EACCES ->
          new BindException(Linux.words(errno));
      case Linux.EMSGSIZE, Linux.ENETUNREACH, Linux.EHOSTUNREACH ->
          new SocketException(Linux.words(errno));
      default -> new SocketException(call + ": " + Linux.words(errno));
    };
  }

  /** What a method handle threw; it declares anything. */
  static IOException thrown(Throwable e) {
    return switch (e) {
      case IOException io -> io;
      case RuntimeException ours -> throw ours;
      case Error error -> throw error;
      default -> throw new AssertionError(e); // C functions throw nothing
    };
  }

  @Override
  public void close() {
    int before = users.getAndUpdate(count -> count < 0 ? count : count + 1 + CLOSED);
    if (before < 0) return;
    // Wakes who waits, also on a socket that is not connected: the error is expected then.
    call(Posix.SHUTDOWN, Linux.SHUT_RDWR);
    leave();
  }

  private void release() {
    call(Posix.CLOSE, -1);
  }

  private void call(MethodHandle what, int how) {
    try (var arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(Posix.STATE);
      int _ =
          how < 0
              ? (int) what.invokeExact(state, number)
              : (int) what.invokeExact(state, number, how);
    } catch (Throwable e) {
      throw new IllegalStateException(e); // they report by a number, which nobody wants here
    }
  }
}
