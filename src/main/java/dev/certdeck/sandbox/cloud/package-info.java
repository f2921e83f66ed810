/**
 * The state and the rules of the cloud in memory, apart from any dialect in which it is
 * spoken to.
 */
@NullMarked
package dev.certdeck.sandbox.cloud;

import org.jspecify.annotations.NullMarked;
