package dev.tinwire.udppinger;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Memory that is given back to the kernel while its addresses stay ours: {@code madvise(2)}. Apart
 * from {@link Posix}, since who speaks by Java's own sockets needs nothing else of the C library.
 */
final class Pages {
  /** More than that on no processor where {@link Native} lets us in; often 4096. */
  private static final long LARGEST = 65_536;

  private static final int DONTNEED = 4;

  /** {@code int madvise(void *, size_t, int)}. */
  private static final MethodHandle MADVISE = madvise();

  private Pages() {}

  @SuppressWarnings("restricted") // only where Native says that it is allowed
  private static MethodHandle madvise() {
    var linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("madvise"),
        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  }

  /**
   * Forgets what is there. Memory of nobody else's is all zeros afterwards, a file's is read again.
   *
   * @param address where a page begins
   * @return whether the kernel did it
   */
  static boolean forget(MemorySegment address, long length) {
    try {
      return (int) MADVISE.invokeExact(address, length, DONTNEED) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // a C function throws nothing
    }
  }

  /** Zeros that take room only once something is written to them: Java's would at once. */
  static MemorySegment untouched(Arena arena, long length) {
    MemorySegment all = arena.allocate(length, LARGEST);
    boolean _ = forget(all, length / LARGEST * LARGEST); // or it stays as large as it is
    return all;
  }
}
