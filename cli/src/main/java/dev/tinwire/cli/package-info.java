/**
 * The one executable. {@link dev.tinwire.cli.Main} hands the words to {@link
 * dev.tinwire.cli.Suite}, which picks a tool by the first of them; {@link dev.tinwire.cli.Tools}
 * lists what there is.
 *
 * <p>Besides the tools of the other modules it has three words of its own: {@code doctor}, {@code
 * help} and {@code completion}. Nothing here knows a protocol, except that the doctor lets the
 * parts of the house speak to themselves.
 */
@NullMarked
package dev.tinwire.cli;

import org.jspecify.annotations.NullMarked;
