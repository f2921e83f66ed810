/**
 * Handling of calls in any dialect: pace, counting, faults.
 */
@NullMarked
package dev.certdeck.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
