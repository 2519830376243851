package dev.tinwire.httpserver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;

/**
 * A file on its way, in the folder it belongs to and without its name. What is not finished is gone
 * when it is closed, unless it is kept to be continued.
 */
final class Draft implements Closeable {
  private final HeldFolder folder;
  private final String name;
  private final FileChannel channel;
  private boolean stays;

  private Draft(HeldFolder folder, String name, FileChannel channel, boolean stays) {
    this.folder = folder;
    this.name = name;
    this.channel = channel;
    this.stays = stays;
  }

  /** A new one; the folder stays its owner's, and open for longer than this. */
  static Draft create(HeldFolder folder, String name) throws IOException {
    return new Draft(folder, name, folder.create(name), false);
  }

  /** One that was begun before, or is begun now, and stays when it is not finished. */
  static Draft resume(HeldFolder folder, String name) throws IOException {
    return new Draft(folder, name, folder.resume(name), true);
  }

  FileChannel channel() {
    return channel;
  }

  /** Gives it its name, instead of a file that has it already. */
  void replace(HeldFolder to, String newName) throws IOException {
    folder.move(name, to, newName);
    stays = true;
  }

  /** Gives it its name if nothing has it. */
  boolean publish(HeldFolder to, String newName) throws IOException {
    if (!folder.moveIfFree(name, to, newName)) return false;
    stays = true;
    return true;
  }

  /** Nothing of it is wanted any more. */
  void drop() {
    stays = false;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      if (!stays) deleteIfThere();
    }
  }

  private void deleteIfThere() throws IOException {
    try {
      folder.deleteFile(name);
    } catch (NoSuchFileException _) {
      // Somebody has tidied up, or deleted the folder with it.
    }
  }
}
