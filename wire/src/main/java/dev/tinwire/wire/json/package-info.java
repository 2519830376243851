/** A small JSON reader and writer: values in, values out, within limits. */
@NullMarked
package dev.tinwire.wire.json;

import org.jspecify.annotations.NullMarked;
