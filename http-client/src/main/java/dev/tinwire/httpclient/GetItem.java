package dev.tinwire.httpclient;

/** One URL of a command line and where its answer goes. */
record GetItem(Request request, Destination destination) {}
