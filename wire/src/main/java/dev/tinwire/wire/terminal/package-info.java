/**
 * Everything a person sees: colour, tables, progress, pictures made of characters. No socket here.
 */
@NullMarked
package dev.tinwire.wire.terminal;

import org.jspecify.annotations.NullMarked;
