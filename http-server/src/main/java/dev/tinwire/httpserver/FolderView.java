package dev.tinwire.httpserver;

import java.io.IOException;

/** Shows what is in a folder. */
@FunctionalInterface
interface FolderView {
  Answer answer(Request request, Folder folder) throws IOException;
}
