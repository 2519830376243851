/**
 * What every command line of the suite has in common: options, converters, exit statuses, errors.
 */
@NullMarked
package dev.tinwire.wire.command;

import org.jspecify.annotations.NullMarked;
