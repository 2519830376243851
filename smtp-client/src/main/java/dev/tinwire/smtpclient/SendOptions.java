package dev.tinwire.smtpclient;

import java.util.Optional;

/**
 * How messages are sent.
 *
 * @param partial send to those who are taken when others are refused
 * @param reports which reports are asked for, where the server offers it
 */
record SendOptions(boolean partial, Optional<Reports> reports) {}
