/** tinwire get and its verbs: the browser-like HTTP/1.1 client. */
@NullMarked
package dev.tinwire.httpclient;

import org.jspecify.annotations.NullMarked;
