/**
 * The certificates and bindings that the cloud in memory holds when it starts.
 */
@NullMarked
package dev.certdeck.sandbox.sample;

import org.jspecify.annotations.NullMarked;
