/**
 * What every call of the cloud goes through, whatever its dialect: pace, counting,
 * faults.
 */
@NullMarked
package dev.certdeck.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
