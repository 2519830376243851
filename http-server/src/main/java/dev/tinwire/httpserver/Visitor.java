package dev.tinwire.httpserver;

import java.util.Optional;

/**
 * Who asks, as far as a page needs to know it.
 *
 * @param name who has logged in
 * @param mayWrite whether they may change what is served, where anything may be changed at all
 * @param logIn whether a login would let them do more
 * @param logOut whether they have a login to end, other than one that their browser keeps
 */
public record Visitor(Optional<String> name, boolean mayWrite, boolean logIn, boolean logOut) {
  /** Where nobody is asked who they are. */
  public static final Visitor ANYBODY = new Visitor(Optional.empty(), true, false, false);
}
