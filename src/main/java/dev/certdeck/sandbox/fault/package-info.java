/**
 * Delays, limits and failures that tests and demonstrations ask of the cloud in memory.
 */
@NullMarked
package dev.certdeck.sandbox.fault;

import org.jspecify.annotations.NullMarked;
