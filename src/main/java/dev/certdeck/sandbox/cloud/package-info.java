/**
 * The state and the rules of the cloud in memory, independent of its APIs.
 */
@NullMarked
package dev.certdeck.sandbox.cloud;

import org.jspecify.annotations.NullMarked;
