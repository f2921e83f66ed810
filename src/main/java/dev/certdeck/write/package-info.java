/**
 * Writes to the cloud: each is recorded, locked, sent once, and its outcome found out,
 * also after a crash.
 */
@NullMarked
@ApplicationModule(displayName = "Write", allowedDependencies = { "audit", "certificate" })
package dev.certdeck.write;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
