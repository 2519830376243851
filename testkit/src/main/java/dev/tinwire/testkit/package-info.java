/**
 * What the tests of all modules are made of. It sees none of them, only the JDK.
 *
 * <ul>
 *   <li>Conversations: {@link dev.tinwire.testkit.Transcript} is a scripted server, {@link
 *       dev.tinwire.testkit.ScriptedClient} the client of the same script, {@link
 *       dev.tinwire.testkit.TestIdentity} a certificate for both.
 *   <li>Bad networks: {@link dev.tinwire.testkit.FaultyLink} and {@link
 *       dev.tinwire.testkit.Blackhole} for TCP, {@link dev.tinwire.testkit.DatagramRelay} for UDP,
 *       {@link dev.tinwire.testkit.Dripping} and {@link dev.tinwire.testkit.Breaking} in memory.
 *   <li>Time: {@link dev.tinwire.testkit.FakeClock}.
 *   <li>Commands: {@link dev.tinwire.testkit.ConsoleTranscript} for tables of calls and their
 *       output, {@link dev.tinwire.testkit.Invocation} for one of them, {@link
 *       dev.tinwire.testkit.Running} for a process one talks to.
 *   <li>Pages: {@link dev.tinwire.testkit.Browser} is a headless Chromium, where there is one.
 *   <li>Fuzzing: {@link dev.tinwire.testkit.Corpus} hands checked-in inputs to tests, {@link
 *       dev.tinwire.testkit.FuzzAll} looks for new ones.
 * </ul>
 *
 * <p>All faults depend on bytes or packets counted and on seeds, never on time or luck, and nothing
 * here sleeps: a test that fails once fails again.
 */
@NullMarked
package dev.tinwire.testkit;

import org.jspecify.annotations.NullMarked;
