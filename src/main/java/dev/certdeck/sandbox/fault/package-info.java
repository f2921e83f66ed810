/**
 * Latency, limits and simulated failures of the cloud in memory.
 */
@NullMarked
package dev.certdeck.sandbox.fault;

import org.jspecify.annotations.NullMarked;
