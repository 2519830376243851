/** The one executable: picks a tool by its first word. */
@NullMarked
package dev.tinwire.cli;

import org.jspecify.annotations.NullMarked;
