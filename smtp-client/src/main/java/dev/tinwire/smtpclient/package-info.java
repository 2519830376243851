/** tinwire mail: an SMTP client that explains itself. */
@NullMarked
package dev.tinwire.smtpclient;

import org.jspecify.annotations.NullMarked;
