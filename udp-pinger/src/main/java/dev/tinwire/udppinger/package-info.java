/** tinwire ping and echo: a UDP ping with exact statistics. */
@NullMarked
package dev.tinwire.udppinger;

import org.jspecify.annotations.NullMarked;
