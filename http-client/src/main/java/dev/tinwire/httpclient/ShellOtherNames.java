package dev.tinwire.httpclient;

import java.util.List;
import java.util.Optional;

/**
 * What verbs of cadaver, lftp and ftp are called here, for those whose fingers know these. The
 * table is read only when a verb is unknown.
 */
final class ShellOtherNames {
  private static final String TABLE =
      """
      dir cls nlist | ls
      delete del mrm mdelete | rm
      rmcol rmdir | rm -r
      mkcol | mkdir
      move rename mmv | mv
      copy cp | get, then put under the other name
      more less page | cat
      edit | get, then ! with your editor, then put -f
      pget recv | get
      send | put
      lmkdir | !mkdir
      connect | open
      close disconnect logout | bye
      ascii binary bin passive prompt | nothing: there is nothing to choose
      """;

  private ShellOtherNames() {}

  static Optional<String> of(String word) {
    return TABLE
        .lines()
        .map(line -> line.split(" \\| ", 2))
        .filter(row -> List.of(row[0].split(" ", -1)).contains(word))
        .map(row -> row[1])
        .findFirst();
  }
}
